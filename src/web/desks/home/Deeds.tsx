import { Link } from '@tanstack/react-router'
import { type Role, roleNames } from '../../../contract/access/roles.ts'
import { useDesk } from '../../client/useDesk.ts'
import { type Deed, deeds } from './deeds.ts'

/** The duties of each role here, one sentence each; none for the committee, whose menu shows them. */
const roleSentences: { readonly [R in Role]?: string } = {
  leadingGroup: '审定组织考核者封存的结果，或写明理由退回；不改动任何得分。',
  leadUnit:
    '给所属单位评定等次并上报，登记所属单位的会议和报送情况；了解本系统各单位的进度，结果公布后查看本单位和所属单位的得分。',
  unit: '登记本单位的台账，更新自查和整改情况，答复核查情况；结果公布后查看本单位的得分和失分原因，回复送达的通知。',
  secretary: '了解本单位台账登记到哪里、缺什么；结果公布后查看本单位的得分和失分原因，回复送达的通知。',
  inspector: '核查前熟悉评分细则和口径，到单位后在手机上填写核查表并请双方签字，没有信号也能用。',
  surveyor:
    '受委托开展民意调查：编制问卷、导入样本框、抽样、督导访问，移交结果；也可以移交自有系统的结果文件。',
  interviewer: '按次序给受访人打电话，照问卷提问并记下回答。',
  auditor: '查看全部进度、结果、封存情况和留痕，不作任何改动。',
  systemAdmin: '管理账号和本单位的设置，不接触考核数据。',
  securityAdmin: '管理角色和登录安全，不接触考核数据。',
  auditAdmin: '查阅留痕，核对是否完整，不接触考核数据。',
}

/** Lists by role what the reader can do here, and where. */
export function Deeds({ roles }: { readonly roles: readonly Role[] }) {
  const desk = useDesk()
  const own = distinct(roles.flatMap(role => deeds[role]))
    .map(deed => ({ ...deed, address: deed.page ?? deed.desks.map(desk).find(found => found !== undefined) }))
    .filter(({ address }) => address !== undefined)
  const sentences = roles.flatMap(role =>
    roleSentences[role] === undefined ? [] : [{ role, text: roleSentences[role] }],
  )
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="deeds-head">
      <h2 id="deeds-head">可以做的事</h2>
      {sentences.map(({ role, text }) => (
        <p key={role}>
          {roles.length > 1 && `${roleNames[role]}：`}
          {text}
        </p>
      ))}
      <ul className="deeds bare-list">
        {own.map(({ title, text, address, page }) => (
          <li key={title}>
            {page === undefined ? <Link to={address!}>{title}</Link> : <a href={page}>{title}</a>}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function distinct(all: readonly Deed[]): readonly Deed[] {
  return all.filter((deed, at) => all.findIndex(other => other.title === deed.title) === at)
}

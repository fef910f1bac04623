import { Alert } from 'antd'
import { useState } from 'react'
import { textField } from '../../../contract/shape/field.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { OneTime } from './accountTypes.ts'
import { Slips } from './Slips.tsx'

interface Props {
  readonly staffing: CallAnswer<'GET /api/accounts'>['staffing']
  readonly maySetUp: boolean
}

/** Sets up the three administrators (三员): says which are missing. The first administrator creates the other two and the first committee account here. */
export function SetUpStaff({ staffing, maySetUp }: Props) {
  const [made, setMade] = useState<readonly OneTime[]>()
  const lacking = staffing.filter(({ count }) => count === 0)
  if (made !== undefined) return <Slips of={made} onDone={() => setMade(undefined)} />
  if (lacking.length === 0) return null
  const isFirst =
    maySetUp &&
    lacking.some(({ role }) => role === 'securityAdmin') &&
    lacking.some(({ role }) => role === 'auditAdmin')
  return (
    <>
      <Alert
        className="accounts-notice"
        type="warning"
        showIcon
        title={`还没有${lacking.map(({ roleName }) => roleName).join('、')}的账号`}
        description="系统管理、安全管理、审计管理由三个账号分别担任：系统管理员开设账号，安全管理员授予角色，审计管理员查看留痕。"
      />
      {isFirst && <SetUpForm onMade={setMade} />}
    </>
  )
}

const PEOPLE = [
  { role: 'securityAdmin', title: '安全管理员', what: '授予和收回角色' },
  { role: 'auditAdmin', title: '审计管理员', what: '查看和核验留痕' },
  { role: 'committee', title: '组织考核者', what: '编制方案、组织考核，并为各单位开设账号' },
] as const

const name = textField('姓名', { max: 100, lacks: '请填写。' })
const username = textField('用户名', { max: 40, lacks: '请填写。' })
const fields = {
  securityAdminName: name,
  securityAdmin: username,
  auditAdminName: name,
  auditAdmin: username,
  committeeName: name,
  committee: username,
}

function SetUpForm({ onMade }: { readonly onMade: (made: readonly OneTime[]) => void }) {
  const act = useAct('POST /api/accounts/administration', { done: '三个账号已开设' })
  const form = useForm(fields, {
    acts: [act],
    send: sent =>
      act.run({
        body: {
          securityAdmin: { username: sent.securityAdmin, name: sent.securityAdminName },
          auditAdmin: { username: sent.auditAdmin, name: sent.auditAdminName },
          committee: { username: sent.committee, name: sent.committeeName },
        },
      }),
    after: ({ made }) => onMade(made),
  })
  return (
    <InlineForm form={form} className="accounts-set-up" confirm="开设三个账号">
      <h2>开设另外两员和组织考核者的账号</h2>
      {PEOPLE.map(({ role, title, what }) => (
        <fieldset key={role} className="accounts-person">
          <legend>{title}</legend>
          <p>{what}</p>
          <FormFields of={form} only={[`${role}Name`, role]} />
        </fieldset>
      ))}
    </InlineForm>
  )
}

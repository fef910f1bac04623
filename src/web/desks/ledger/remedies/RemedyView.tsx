import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useAct } from '../../../client/useAct.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { useMay } from '../../../client/useMay.ts'
import { Clause } from '../../../kit/explain/Clause.tsx'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { FileList } from '../../../kit/files/FileList.tsx'
import { BackLink } from '../../../kit/BackLink.tsx'
import { Fact } from '../../../kit/Fact.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { KeepRefused } from '../../../kit/form/KeepRefused.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { problemAt } from '../../rectify/rectifyTypes.ts'
import { entryAt, ledgerOf } from '../addresses.ts'
import type { Remedy } from '../ledgerTypes.ts'
import { UpdateRemedy } from './UpdateRemedy.tsx'

interface Props {
  readonly year: number
  readonly of: Remedy
}

/** Shows a self-check or last year's problem: what it is, the measures taken and the evidence. */
export function RemedyView({ year, of }: Props) {
  const may = useMay()
  const { account } = useSession()
  const isOwn = account.grants.some(grant => grant.unit === of.unit)
  const keeps = may('keepRemedies') && isOwn && of.follows === undefined
  const problem = of.follows && problemAt(year - 1, { unit: of.unit, id: of.follows })
  return (
    <>
      <PageHead
        title={of.origin === 'self' ? '自查发现的问题' : '整改事项'}
        state={`${of.unitName}，${of.originName}，${of.stateName}${of.overdue ? '，逾期' : ''}`}
        actions={
          <>
            {((keeps && of.origin === 'self') || may('closeLedgerPeriod')) && (
              <Withdraw year={year} of={of} />
            )}
            {problem !== undefined && may('readProblems') && (
              <LinkButton type="primary" to={problem}>
                到{year - 1}年度问题清单办理
              </LinkButton>
            )}
            {!isOwn && <LinkButton to={ledgerOf(year, of.unit)}>该单位台账</LinkButton>}
            <BackLink to={`/${year}/remedies`}>返回清单</BackLink>
          </>
        }
      />
      <dl className="facts">
        <Fact name="问题" className="typed-text">
          {of.problem}
        </Fact>
        {of.rowTitle !== undefined && (
          <Fact name="涉及">
            {of.rowTitle} {of.citation !== undefined && <Clause of={of.citation} year={year} />}
          </Fact>
        )}
        {!keeps && <Shown year={year} of={of} />}
        <Fact name="最近更新">
          {of.changedBy}，<ChineseDate of={of.changedAt} />
        </Fact>
      </dl>
      <KeepRefused open={keeps}>
        <UpdateRemedy year={year} of={of} />
      </KeepRefused>
    </>
  )
}

function Shown({ year, of }: Props) {
  return (
    <>
      <Fact name="措施" className="typed-text">
        {of.measure === '' ? '还没有填写' : of.measure}
      </Fact>
      <Fact name="期限">
        <ChineseDate of={of.deadline} none="没有定期限" />
      </Fact>
      <Fact name="结果" className="typed-text">
        {of.result === '' ? '还没有填写' : of.result}
      </Fact>
      <Fact name="佐证">
        {of.entries.length === 0 && of.files.length === 0 && '还没有'}
        {of.entries.map(entry => (
          <div key={entry.id}>
            <Link to={entryAt(year, of.unit, entry.id)}>{entry.title}</Link>
          </div>
        ))}
        <FileList year={year} unit={of.unit} files={of.files} />
      </Fact>
    </>
  )
}

function Withdraw({ year, of }: Props) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/units/:unit/remedies/:remedy/withdraw', { done: '已撤销' })

  async function withdraw(reason: string) {
    const done = await act.run({
      params: { year, unit: of.unit, remedy: of.id },
      body: { reason, revision: of.revision },
    })
    if (done !== undefined) await navigate({ to: `/${year}/remedies` })
    return done
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>撤销这一项</Button>
      <ReasonModal
        open={asking}
        title="撤销这一项"
        what="撤销后不再出现在清单上，留痕中可查。办完了的，把进展改为“已完成”即可。"
        confirm="撤销"
        danger
        act={act}
        run={withdraw}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

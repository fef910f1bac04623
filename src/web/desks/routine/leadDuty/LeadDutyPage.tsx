import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../client/SessionContext.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { printDecimal } from '../../../kit/Points.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { LeadDuty } from '../routineTypes.ts'
import { DualDebriefs } from './DualDebriefs.tsx'
import { LeadDutyForm } from './LeadDutyForm.tsx'
import '../routine.css'

/** Shows lead duty (牵头职责): shortcomings of lead units with amount and reason, and who has held the dual debrief. (六（四）, R14) */
export function LeadDutyPage() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/routine/leadDuty', { params: { year: year ?? 0 } })
  if (year === undefined) {
    return (
      <>
        <PageHead title="牵头职责" />
        <EmptyState
          title="还没有考核年度"
          what="开启年度后，在这里登记牵头职责的履行情况。"
          next={<LinkButton to="/">返回首页</LinkButton>}
        />
      </>
    )
  }
  return (
    <AnsweredPage title="牵头职责" of={of}>
      {duty => <Shown key={duty.year} duty={duty} />}
    </AnsweredPage>
  )
}

function Shown({ duty }: { readonly duty: LeadDuty }) {
  const may = useMay()
  const [recording, setRecording] = useState(false)
  const mayRecord = may('recordLeadDuty') && duty.rules.length > 0
  const standing = duty.records.filter(record => record.withdrawn === undefined)
  return (
    <>
      <PageHead
        title="牵头职责"
        state={standing.length === 0 ? '没有登记扣分' : `登记扣分${standing.length}条`}
        actions={
          mayRecord &&
          !recording && (
            <Button type="primary" onClick={() => setRecording(true)}>
              登记扣分
            </Button>
          )
        }
      />
      {duty.rules.length === 0 && <p className="soft">本年度方案没有牵头职责的扣分标准。</p>}
      {mayRecord && recording && <LeadDutyForm duty={duty} onDone={() => setRecording(false)} />}
      {duty.records.length > 0 && (
        <section className="routine-part" aria-labelledby="duty-head">
          <h2 id="duty-head">已登记的扣分</h2>
          <ul className="duty-list">
            {duty.records.map(record => (
              <DutyRecord key={record.id} year={duty.year} record={record} />
            ))}
          </ul>
        </section>
      )}
      <DualDebriefs year={duty.year} />
    </>
  )
}

function DutyRecord({
  year,
  record,
}: {
  readonly year: number
  readonly record: LeadDuty['records'][number]
}) {
  const may = useMay()
  const act = useAct('POST /api/years/:year/routine/leadDuty/:record/withdraw', { done: '已撤回' })
  const [open, setOpen] = useState(false)
  const { id, unitName, amount, text, citation, reason, foundOn, by, withdrawn, revision } = record
  return (
    <li className={withdrawn === undefined ? undefined : 'soft'}>
      <strong>
        {unitName}：扣{printDecimal(amount)}分
      </strong>
      <span>
        {citation}，{text}。理由：{reason}
      </span>
      <span className="soft">
        <ChineseDate of={foundOn} />，{by}登记
        {withdrawn !== undefined && `；已由${withdrawn.by}撤回：${withdrawn.why}`}
      </span>
      {withdrawn === undefined && may('recordLeadDuty') && (
        <button
          type="button"
          className="text-button"
          aria-label={`撤回${unitName}的扣分`}
          onClick={() => setOpen(true)}
        >
          撤回
        </button>
      )}
      <ReasonModal
        open={open}
        title={`撤回${unitName}的扣分`}
        what={`扣的${printDecimal(amount)}分不再计入，记录仍可查。`}
        confirm="撤回"
        danger
        busy={act.busy}
        refused={act.refused}
        onCancel={() => setOpen(false)}
        onConfirm={why => {
          void act
            .run({ params: { year, record: id }, body: { reason: why, revision } })
            .then(answer => answer !== undefined && setOpen(false))
        }}
      />
    </li>
  )
}

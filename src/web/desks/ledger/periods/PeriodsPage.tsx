import { useState } from 'react'
import type { CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useMay } from '../../../client/useMay.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { useWithSealed } from '../../year/useWithSealed.ts'
import type { Closing } from '../ledgerTypes.ts'
import { GraceForm } from './GraceForm.tsx'
import { type Asked, periodColumns } from './periodColumns.tsx'
import '../ledger.css'

/** The closing dates of the periods. */
export type Periods = CallAnswer<'GET /api/years/:year/ledger/periods'>

/** Shows the closing of periods: until when each can be entered normally, and what the committee closed or reopened with a reason. */
export function PeriodsPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/ledger/periods', { params: { year } })
  return (
    <AnsweredPage title="台账期间截止" of={answer}>
      {of => <Shown of={of} />}
    </AnsweredPage>
  )
}

const deeds = {
  closed: { title: '截止', what: '截止后，各单位不能再登记、更正这一期的台账。', confirm: '截止' },
  open: { title: '开放', what: '开放后，这一期照常登记，不作为逾期，直到再次截止。', confirm: '开放' },
  byDate: { title: '恢复按日期截止', what: '以后按截止日期自动判断是否逾期。', confirm: '恢复' },
} as const

function Shown({ of }: { readonly of: Periods }) {
  const mayClose = useMay()('closeLedgerPeriod')
  const withSealed = useWithSealed()
  const [asked, setAsked] = useState<Asked>()
  const act = useAct('POST /api/years/:year/ledger/periods/:period', { done: '已保存' })
  const deed = asked === undefined ? undefined : deeds[asked.to]

  return (
    <>
      <PageHead
        title="台账期间截止"
        state={withSealed(`期间结束后${of.graceDays}天以内照常登记，此后补录须说明原因，并注明逾期`)}
        actions={<LinkButton to={`/${of.year}/ledger`}>各单位台账</LinkButton>}
      />
      {mayClose && <GraceForm key={of.revision} of={of} />}
      <DataTable
        id="ledgerPeriods"
        label="各期间"
        rows={inOrder(of.periods)}
        columns={periodColumns(mayClose ? setAsked : undefined)}
        rowKey={row => row.period}
        unit="个期间"
        height="whole"
      />
      <ReasonModal
        open={asked !== undefined}
        title={`${asked?.of.name ?? ''}：${deed?.title ?? ''}`}
        what={deed?.what}
        confirm={deed?.confirm ?? '保存'}
        act={act}
        run={reason => {
          if (asked === undefined) return undefined
          const input = {
            params: { year: of.year, period: asked.of.period },
            body: { state: asked.to, reason, revision: of.revision },
          }
          return act.run(input)
        }}
        onClose={() => setAsked(undefined)}
      />
    </>
  )
}

/** Sorts the periods: months, then quarters, then the year, by end date. */
function inOrder(periods: readonly Closing[]): readonly Closing[] {
  const size = { month: 0, quarter: 1, year: 2 }
  return periods.toSorted(
    (one, other) => one.endsOn.localeCompare(other.endsOn) || size[one.grain] - size[other.grain],
  )
}

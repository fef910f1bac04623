import { useGranted, useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { useWithSealed } from '../year/useWithSealed.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { LeadInspections } from './LeadInspections.tsx'
import { NewRound } from './NewRound.tsx'
import { OwnAssignments } from './OwnAssignments.tsx'
import { RoundList } from './RoundList.tsx'
import type { Rounds } from './roundTypes.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { ownColumns } from './ownColumns.tsx'
import './rounds.css'

/** Shows the rounds of the year and their progress; to inspectors, their assignments; to units, who comes and when. */
export function RoundsPage() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/rounds', { params: { year } })
  return (
    <AnsweredPage title="核查安排" of={of}>
      {rounds => <Shown rounds={rounds} />}
    </AnsweredPage>
  )
}

function Shown({ rounds }: { readonly rounds: Rounds }) {
  const may = useMay()
  const plans = may('planRounds')
  const mayPlan = useGranted()('planRounds')
  const ownOnly = useSeesOwnOnly()
  const withSealed = useWithSealed()
  return (
    <>
      <PageHead
        title="核查安排"
        state={withSealed(standing(rounds, mayPlan))}
        actions={
          mayPlan && (
            <>
              <LinkButton to={`/${rounds.year}/inspectors`}>核查人员</LinkButton>
              {plans && <NewRound rounds={rounds} />}
            </>
          )
        }
      />
      {may('inspect') && <OwnAssignments year={rounds.year} quiet={may('planLeadInspections')} />}
      {ownOnly && !may('inspect') && <VisitsToUs year={rounds.year} />}
      {may('planLeadInspections') && <LeadInspections year={rounds.year} />}
      <RoundList rounds={rounds} plans={plans} />
    </>
  )
}

function standing({ rounds, inspectors, units }: Rounds, plans: boolean): string {
  const running = rounds.filter(round => round.state === 'running')
  const late = running.reduce((sum, round) => sum + round.late, 0)
  const now =
    running.length === 0 ? '现在没有进行中的核查' : `正在进行：${running.map(round => round.name).join('、')}`
  const parts = [
    now,
    ...(late > 0 ? [`逾期未去${late}个单位`] : []),
    ...(plans ? [`应核查${units}个单位，核查人员${inspectors}人`] : []),
  ]
  return parts.join('；')
}

/** Lists the visits to the reader's own unit: who comes and when, and who came. */
function VisitsToUs({ year }: { readonly year: number }) {
  const of = useAnswer('GET /api/years/:year/assignments', { params: { year } })
  return (
    <section className="own-assignments" aria-label="对本单位的核查">
      <h2>对本单位的核查</h2>
      <Answered of={of}>
        {({ assignments }) => (
          <DataTable
            id="visits-to-us"
            label="对本单位的核查"
            rows={assignments}
            columns={ownColumns}
            rowKey={row => row.id}
            unit="项"
            height="whole"
            empty={<EmptyState title="还没有核查安排" what="安排下达后，这里会显示来核查的日期和人员。" />}
          />
        )}
      </Answered>
    </section>
  )
}

import { useParams } from '@tanstack/react-router'
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { useGranted, useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { useNarrow } from '../../kit/useNarrow.ts'
import { AssignmentForm, type Editing } from './plan/AssignmentForm.tsx'
import { PlanBoard } from './plan/PlanBoard.tsx'
import { PlanFaults } from './plan/PlanFaults.tsx'
import { PlanTable } from './plan/PlanTable.tsx'
import { ProposeForm } from './plan/ProposeForm.tsx'
import { RoundActs } from './plan/RoundActs.tsx'
import { roundStates, windowOf } from './roundWords.ts'
import type { Plan } from './roundTypes.ts'
import './rounds.css'

/** Shows the plan of a round: proposed by the program, edited in a table and on a board with its faults beside it; issued once no fault blocks. (三（二）2, 四（二）) */
export function RoundPage() {
  const { year, round } = useParams({ strict: false }) as { readonly year: string; readonly round: string }
  const of = useAnswer('GET /api/years/:year/rounds/:round', { params: { year: Number(year), round } })
  return (
    <AnsweredPage title="核查安排" of={of}>
      {plan => <Shown plan={plan} />}
    </AnsweredPage>
  )
}

function Shown({ plan }: { readonly plan: Plan }) {
  const may = useMay()
  const narrow = useNarrow()
  const [view, setView] = useState<'table' | 'board'>('table')
  const [editing, setEditing] = useState<Editing>()
  const [proposing, setProposing] = useState(false)
  const { round, closed, assignments } = plan
  const mayPlan = useGranted()('planRounds')
  const edits = may('planRounds') && closed === undefined
  const faults = closed === undefined ? plan.faults : []
  const empty = assignments.length === 0
  return (
    <>
      <PageHead
        title={round.name}
        state={standing(plan)}
        actions={<RoundActs plan={plan} onPropose={() => setProposing(true)} />}
      />
      {mayPlan && closed !== undefined && <Alert className="obstacle" type="info" showIcon title={closed} />}
      <div className={faults.length > 0 && !empty ? 'plan-with-faults' : undefined}>
        <div className="plan-rows">
          {!narrow && !empty && edits && (
            <Segmented
              className="plan-view"
              aria-label="看法"
              options={[
                { value: 'table', label: '列表' },
                { value: 'board', label: '按日期和组别' },
              ]}
              value={view}
              onChange={setView}
            />
          )}
          {view === 'board' && !narrow && edits && !empty ? (
            <PlanBoard plan={plan} onEdit={assignment => setEditing({ assignment })} />
          ) : (
            <PlanTable plan={plan} edits={edits} onEdit={setEditing} onPropose={() => setProposing(true)} />
          )}
        </div>
        {faults.length > 0 && !empty && <PlanFaults plan={plan} edits={edits} onEdit={setEditing} />}
      </div>
      {editing !== undefined && (
        <AssignmentForm plan={plan} editing={editing} onClose={() => setEditing(undefined)} />
      )}
      {proposing && <ProposeForm plan={plan} onClose={() => setProposing(false)} />}
    </>
  )
}

function standing({ round, assignments, faults }: Plan): string {
  const blocking = faults.filter(fault => fault.blocks).length
  const late = round.late > 0 && round.state !== 'ended' ? [`逾期未去${round.late}个`] : []
  const parts = [
    roundStates[round.state],
    windowOf(round),
    `${assignments.length}个单位`,
    ...(round.done > 0 ? [`已核查${round.done}个`] : []),
    ...late,
  ]
  if (round.state === 'drafted' && blocking > 0) parts.push(`有${blocking}处必须改正`)
  return parts.join('；')
}

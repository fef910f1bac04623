import { Button } from 'antd'
import { useState } from 'react'
import type { Editing } from './AssignmentForm.tsx'
import type { Plan, PlanFault } from '../roundTypes.ts'

const FIRST = 8

/** Lists the faults of a plan, blocking ones first, each linked to where it can be fixed. */
export function PlanFaults({
  plan,
  edits,
  onEdit,
}: {
  readonly plan: Plan
  readonly edits: boolean
  readonly onEdit: (at: Editing) => void
}) {
  const [all, setAll] = useState(false)
  const { faults } = plan
  const blocking = faults.filter(fault => fault.blocks).length
  const shown = all ? faults : faults.slice(0, FIRST)
  return (
    <aside className="plan-faults" aria-label="安排中的问题">
      <h2>
        {blocking > 0 ? `必须改正${blocking}处，提醒${faults.length - blocking}处` : `提醒${faults.length}处`}
      </h2>
      {blocking === 0 && <p className="soft">提醒不影响下达，由您斟酌。</p>}
      <ul className="bare-list">
        {shown.map((fault, at) => (
          <li key={at} className={fault.blocks ? 'fault-blocks' : undefined}>
            <span>{fault.sentence}</span>
            <Mend plan={plan} fault={fault} edits={edits} onEdit={onEdit} />
          </li>
        ))}
      </ul>
      {faults.length > FIRST && (
        <Button onClick={() => setAll(!all)}>{all ? '只看前几处' : `全部${faults.length}处`}</Button>
      )}
    </aside>
  )
}

interface MendProps {
  readonly plan: Plan
  readonly fault: PlanFault
  readonly edits: boolean
  readonly onEdit: (at: Editing) => void
}

function Mend({ plan, fault, edits, onEdit }: MendProps) {
  if (!edits) return null
  if (fault.kind === 'unplanned') return <GoTo onClick={() => onEdit({})} label="去增加" />
  const assignment = plan.assignments.find(one => one.id === fault.assignment) ?? busiest(plan, fault)
  return assignment === undefined ? null : <GoTo onClick={() => onEdit({ assignment })} label="去改" />
}

/** Picks an open assignment of the person, for faults that name a person but no row. */
function busiest({ assignments }: Plan, { inspector }: PlanFault) {
  if (inspector === undefined) return undefined
  return assignments.find(
    one => one.state === 'planned' && one.inspectors.some(each => each.id === inspector),
  )
}

function GoTo({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="small" onClick={onClick}>
      {label}
    </Button>
  )
}

import { Button } from 'antd'
import { useMemo } from 'react'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Plan } from '../roundTypes.ts'
import type { Editing } from './AssignmentForm.tsx'
import { planColumns } from './planColumns.tsx'

interface Props {
  readonly plan: Plan
  readonly edits: boolean
  readonly onEdit: (at: Editing) => void
  readonly onPropose: () => void
}

/** Lists the plan by date and team; each row is edited in place. */
export function PlanTable({ plan, edits, onEdit, onPropose }: Props) {
  const columns = useMemo(() => planColumns(plan, edits ? onEdit : undefined), [plan, edits, onEdit])
  const faulty = useMemo(
    () => new Set(plan.faults.filter(fault => fault.blocks).map(fault => fault.assignment)),
    [plan],
  )
  return (
    <DataTable
      id="round-plan"
      label={`核查安排（${plan.round.name}）`}
      rows={plan.assignments}
      columns={columns}
      rowKey={row => row.id}
      rowClass={row => (faulty.has(row.id) ? 'row-blocks' : undefined)}
      search="单位、人员或拼音首字母"
      unit="个单位"
      actions={edits && <Button onClick={() => onEdit({})}>增加单位</Button>}
      empty={<Nothing plan={plan} edits={edits} onEdit={onEdit} onPropose={onPropose} />}
    />
  )
}

function Nothing({ plan: { round, inspectors }, edits, onEdit, onPropose }: Props) {
  if (!edits) return <EmptyState title="还没有安排单位" />
  const active = inspectors.filter(one => one.active).length
  if (active < 2) {
    return (
      <EmptyState
        title="还派不出人"
        what={`可派的核查人员只有 ${active} 人，至少要 2 人。`}
        next={<LinkButton to={`/${round.year}/inspectors`}>去登记核查人员</LinkButton>}
      />
    )
  }
  return (
    <EmptyState
      title="还没有安排单位"
      what="由程序先拟一份：避开本单位和本系统，不连续去同一单位，各人承担的大致相等；再由人调整。"
      next={
        <>
          <Button type="primary" onClick={onPropose}>
            由程序拟定
          </Button>
          <Button onClick={() => onEdit({})}>逐个增加单位</Button>
        </>
      }
    />
  )
}

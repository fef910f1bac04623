import { useDraggable, useDroppable } from '@dnd-kit/core'
import { memo } from 'react'
import type { Assignment } from '../roundTypes.ts'
import { peopleOf } from '../roundWords.ts'

interface Props {
  readonly id: string
  readonly rows: readonly Assignment[]
  readonly barred: boolean
  readonly onEdit: (assignment: Assignment) => void
}

/** Shows one cell of the schedule: a team on a day, with its people and units. */
export const BoardCell = memo(function BoardCell({ id, rows, barred, onEdit }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id, disabled: barred })
  const people = [...new Set(rows.map(peopleOf))]
  const state = barred ? ' cell-barred' : isOver ? ' cell-over' : ''
  return (
    <td ref={setNodeRef} className={`board-cell${state}`}>
      {barred && <span className="cell-why">应回避</span>}
      {people.length === 1 && <span className="cell-people">{people[0] || '未派人'}</span>}
      {rows.map(row => (
        <UnitCard
          key={row.id}
          row={row}
          people={people.length > 1 ? peopleOf(row) : undefined}
          onEdit={onEdit}
        />
      ))}
    </td>
  )
})

function UnitCard({
  row,
  people,
  onEdit,
}: {
  readonly row: Assignment
  readonly people: string | undefined
  readonly onEdit: Props['onEdit']
}) {
  const movable = row.state === 'planned'
  const { attributes, listeners, setNodeRef, transform, isDragging } = useDraggable({
    id: row.id,
    disabled: !movable,
    attributes: { roleDescription: '可移动的单位' },
  })
  const style =
    transform === null ? undefined : { transform: `translate(${transform.x}px, ${transform.y}px)` }
  return (
    <div
      ref={setNodeRef}
      style={style}
      className={`unit-card${isDragging ? ' unit-card-held' : ''}${movable ? '' : ' unit-card-done'}`}
    >
      <div className="unit-card-name" data-may-wrap {...(movable ? { ...attributes, ...listeners } : {})}>
        {row.unitName}
        {people !== undefined && <small>{people || '未派人'}</small>}
        {!movable && <small>已核查</small>}
      </div>
      {movable && (
        <button
          type="button"
          className="unit-card-edit"
          aria-label={`调整${row.unitName}的安排`}
          onClick={() => onEdit(row)}
        >
          调整
        </button>
      )}
    </div>
  )
}

import {
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { printDay } from '../../../kit/printDay.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Assignment, Plan } from '../roundTypes.ts'
import { BoardCell } from './BoardCell.tsx'
import { announce, cellId, cellOf, toNextCell, whereDropped } from './cells.ts'
import { crewOf } from './crewOf.ts'
import { groupRows } from './groupRows.ts'
import { printWeekday, weeksOf } from './weeksOf.ts'

const INSTRUCTIONS = {
  draggable:
    '按空格键拿起，用方向键移到别的日期或组，再按空格键放下；按 Esc 键放回原处。按回车键调整这一项。',
}

/** Shows the schedule a week at a time, teams by days. A unit is moved by dragging or keyboard to another team or day and is assigned to the people of that team. */
export function PlanBoard({
  plan,
  onEdit,
}: {
  readonly plan: Plan
  readonly onEdit: (assignment: Assignment) => void
}) {
  const { round, assignments, days } = plan
  const weeks = useMemo(
    () => weeksOf([...days, ...assignments.flatMap(one => one.plannedOn ?? [])]),
    [days, assignments],
  )
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      weeks.findIndex(week =>
        assignments.some(one => one.state === 'planned' && week.days.includes(one.plannedOn ?? '')),
      ),
    ),
  )
  const move = useAct('PUT /api/years/:year/rounds/:round/assignments/:assignment', {
    refresh: ['GET /api/years/:year/rounds/:round'],
  })
  const [moving, setMoving] = useState<Assignment>()
  const [aloud, setAloud] = useState<HTMLElement | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextCell,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  )
  const teams = useMemo(
    () => [...new Set(assignments.flatMap(one => one.team ?? []))].toSorted((one, other) => one - other),
    [assignments],
  )
  const byCell = useMemo(
    () => groupRows(assignments, one => cellId({ day: one.plannedOn ?? '', team: one.team ?? 0 })),
    [assignments],
  )
  const barred = useMemo(() => barredCells(plan, moving), [plan, moving])
  const week = weeks[at]
  if (week === undefined) return null

  function drop({ active, over }: DragEndEvent) {
    setMoving(undefined)
    const row = assignments.find(one => one.id === active.id)
    if (over === null || row === undefined) return
    const { team, day } = cellOf(String(over.id))
    if (row.team === team && row.plannedOn === day) return
    const crew = crewOf(assignments, team, day, row.unit)
    const inspectors = (crew.length > 0 ? crew : row.inspectors).map(one => one.id)
    const params = { year: round.year, round: round.id, assignment: row.id }
    void move.run({
      params,
      body: { revision: row.revision, plannedOn: day, team, inspectors, note: row.note },
    })
  }

  return (
    <section aria-label="按日期和组别的日程">
      <div className="week-head">
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          上一周
        </Button>
        <h2>{printDay(week.monday)}起的一周</h2>
        <Button disabled={at === weeks.length - 1} onClick={() => setAt(at + 1)}>
          下一周
        </Button>
        <span className="soft">
          拖动单位改日期和组别，人员随所到的组；{move.busy ? '正在保存……' : '点“调整”可以细改。'}
        </span>
      </div>
      <RefusedNotice error={move.refused} />
      <div className="only-aloud" ref={setAloud} />
      <DndContext
        sensors={sensors}
        collisionDetection={whereDropped}
        accessibility={{
          announcements: announce(id => assignments.find(one => one.id === id)?.unitName ?? ''),
          screenReaderInstructions: INSTRUCTIONS,
          container: aloud ?? undefined,
        }}
        onDragStart={({ active }) => setMoving(assignments.find(one => one.id === active.id))}
        onDragCancel={() => setMoving(undefined)}
        onDragEnd={drop}
      >
        <div className="week-board" tabIndex={0} role="group" aria-label="日程表">
          <table>
            <thead>
              <tr>
                <th scope="col">组别</th>
                {week.days.map(day => (
                  <th key={day} scope="col">
                    {Number(day.slice(5, 7))}月{Number(day.slice(8))}日 {printWeekday(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map(team => (
                <tr key={team}>
                  <th scope="row">第{team}组</th>
                  {week.days.map(day => {
                    const id = cellId({ team, day })
                    return (
                      <BoardCell
                        key={day}
                        id={id}
                        rows={byCell.get(id) ?? []}
                        barred={barred.has(id)}
                        onEdit={onEdit}
                      />
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </DndContext>
    </section>
  )
}

/** Returns the cells whose people must recuse themselves from the unit being moved. */
function barredCells(
  { assignments, inspectors, units }: Plan,
  moving: Assignment | undefined,
): ReadonlySet<string> {
  if (moving === undefined) return new Set()
  const group = units.find(unit => unit.id === moving.unit)?.group ?? moving.unit
  const clear = new Set(inspectors.filter(one => one.barred.includes(group)).map(one => one.id))
  return new Set(
    assignments
      .filter(one => one.inspectors.some(each => clear.has(each.id)))
      .map(one => cellId({ day: one.plannedOn ?? '', team: one.team ?? 0 })),
  )
}

import {
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import type { Board } from '../routineTypes.ts'
import { announce, cardId, columnId, toNextColumn, whereDropped } from './dragging.ts'
import { GradeColumn } from './GradeColumn.tsx'
import { useLedgerLines } from './ledgerLines.ts'
import { MemberCard } from './MemberCard.tsx'
import type { Grading } from './useGrading.ts'

interface Props {
  readonly board: Board
  readonly grading: Grading
  readonly editable: boolean
  readonly asked: boolean
}

interface Wanted {
  readonly unit: string
  readonly grade: string
}

const INSTRUCTIONS = { draggable: '按空格键拿起，用方向键移到另一栏，再按空格键放下；按 Esc 键放回原处。' }

/** Shows the grade columns; members are dragged by mouse, finger or keyboard, or moved by button. A full grade offers a swap. */
export function GradingBoard({ board, grading, editable, asked }: Props) {
  const lines = useLedgerLines(board.year)
  const [wanted, setWanted] = useState<Wanted>()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  )
  const { grades } = board.component
  const placesOf = (grade: string) => board.proof.rows.find(row => row.grade === grade)?.places ?? 0
  const inGrade = (grade: string | null) => grading.members.filter(member => member.grade === grade)
  const memberOf = (unit: string) => grading.members.find(member => member.unit === unit)

  function place(unit: string, grade: string | null) {
    setWanted(undefined)
    if (memberOf(unit)?.grade === grade) return
    if (grade !== null && inGrade(grade).length >= placesOf(grade)) setWanted({ unit, grade })
    else grading.place([{ unit, grade }])
  }

  function swap(unit: string, other: string) {
    const [one, two] = [memberOf(unit), memberOf(other)]
    setWanted(undefined)
    if (one === undefined || two === undefined || two.own) return
    grading.place([
      { unit, grade: two.grade },
      { unit: other, grade: one.grade },
    ])
  }

  function drop({ active, over }: DragEndEvent) {
    const unit = String(active.id).replace('card:', '')
    const target = String(over?.id ?? '')
    if (target.startsWith('column:')) place(unit, target.slice(7) === '' ? null : target.slice(7))
    if (!target.startsWith('over-card:')) return
    const other = memberOf(target.slice(10))
    if (other === undefined || other.grade === memberOf(unit)?.grade) return
    if (other.grade !== null && inGrade(other.grade).length >= placesOf(other.grade)) swap(unit, other.unit)
    else place(unit, other.grade)
  }

  const nameOf = (id: string): string => {
    if (id.startsWith('column:')) return grades.find(grade => columnId(grade.id) === id)?.name ?? '未评定'
    return memberOf(id.replace(/^(over-)?card:/, ''))?.unitName ?? ''
  }

  const column = (grade: string | null, name: string) => (
    <GradeColumn
      key={grade ?? ''}
      grade={grade}
      name={name}
      given={inGrade(grade).length}
      {...(grade === null ? {} : { places: placesOf(grade) })}
    >
      {inGrade(grade).map(member => (
        <MemberCard
          key={cardId(member.unit)}
          member={member}
          grades={grades}
          line={lines.get(member.unit)}
          editable={editable}
          asked={asked}
          swap={
            wanted?.unit === member.unit
              ? {
                  gradeName: grades.find(one => one.id === wanted.grade)?.name ?? '',
                  members: inGrade(wanted.grade),
                }
              : undefined
          }
          onPlace={chosen => place(member.unit, chosen)}
          onSwap={other => (other === undefined ? setWanted(undefined) : swap(member.unit, other))}
          onWrite={reason => grading.write(member.unit, reason)}
          onSave={() => void grading.save()}
        />
      ))}
    </GradeColumn>
  )

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={whereDropped}
      accessibility={{ announcements: announce(nameOf), screenReaderInstructions: INSTRUCTIONS }}
      onDragEnd={drop}
    >
      <div className={`grading-board${editable && inGrade(null).length === 0 ? ' grading-board-done' : ''}`}>
        {(editable || inGrade(null).length > 0) && column(null, '未评定')}
        {grades.map(({ id, name }) => column(id, name))}
      </div>
    </DndContext>
  )
}

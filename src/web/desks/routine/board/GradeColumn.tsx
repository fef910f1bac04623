import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { columnId } from './dragging.ts'

interface Props {
  readonly grade: string | null
  readonly name: string
  readonly given: number
  /** not set for members without a grade. */
  readonly places?: number
  readonly children: ReactNode
}

/** Shows the column of one grade and its remaining places. */
export function GradeColumn({ grade, name, given, places, children }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: columnId(grade) })
  const left = places === undefined ? undefined : places - given
  return (
    <section
      ref={setNodeRef}
      className={`grade-column${isOver ? ' grade-column-under' : ''}`}
      aria-label={name}
    >
      <header>
        <h2>{name}</h2>
        {places === undefined ? (
          <span className="soft unbroken">{given}个</span>
        ) : (
          <span className={left === 0 ? 'soft unbroken grade-left-none' : 'soft unbroken'}>
            {given}/{places}，{left === 0 ? '已满' : `还剩${left}个`}
          </span>
        )}
      </header>
      <ul>{children}</ul>
      {given === 0 && (
        <p className="grade-empty">
          {places === undefined ? '都已评定' : places === 0 ? '没有名额' : '还没有单位'}
        </p>
      )}
    </section>
  )
}

import {
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core'

/** Returns the drop id of a grade's column. */
export function columnId(grade: string | null): string {
  return `column:${grade ?? ''}`
}

/** Returns the drag and drop id of a member. */
export function cardId(unit: string): string {
  return `card:${unit}`
}

/** Finds the drop target: a card under the pointer takes precedence over its column; with the keyboard only columns count. */
export const whereDropped: CollisionDetection = args => {
  const own = `over-${String(args.active.id)}`
  const hits = pointerWithin(args).filter(hit => hit.id !== own)
  if (args.pointerCoordinates !== null) {
    const card = hits.find(hit => String(hit.id).startsWith('over-card:'))
    return card === undefined ? hits : [card]
  }
  return rectIntersection(args).filter(hit => String(hit.id).startsWith('column:'))
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Moves by keyboard: an arrow key moves to the next column. */
export const toNextColumn: KeyboardCoordinateGetter = (
  event,
  { context: { droppableRects, over, active } },
) => {
  const step = STEPS[event.code]
  if (step === undefined || active === null) return undefined
  event.preventDefault()
  const columns = [...droppableRects]
    .filter(([id]) => String(id).startsWith('column:'))
    .toSorted(([, one], [, other]) => one.top - other.top || one.left - other.left)
  const now = columns.findIndex(([id]) => id === over?.id)
  const next = columns[Math.min(columns.length - 1, Math.max(0, now + step))]
  return next === undefined ? undefined : { x: next[1].left + 8, y: next[1].top + 8 }
}

/** Returns the announcements for screen readers. */
export function announce(nameOf: (id: string) => string): Announcements {
  const told = (id: string | number | undefined) => nameOf(String(id ?? ''))
  return {
    onDragStart: ({ active }) => `拿起${told(active.id)}`,
    onDragOver: ({ active, over }) => (over === null ? undefined : `${told(active.id)}在${told(over.id)}`),
    onDragEnd: ({ active, over }) =>
      over === null ? `${told(active.id)}放回原处` : `${told(active.id)}放到${told(over.id)}`,
    onDragCancel: ({ active }) => `${told(active.id)}放回原处`,
  }
}

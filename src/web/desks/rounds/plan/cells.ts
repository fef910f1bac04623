import {
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core'
import { printDay } from '../../../kit/printDay.ts'
import { teamOf } from '../roundWords.ts'

/** A cell of the schedule: a team on a day. */
interface Cell {
  readonly team: number
  readonly day: string
}

/** Returns the id of a cell. */
export function cellId({ team, day }: Cell): string {
  return `${day}/${team}`
}

/** Parses the id of a cell. */
export function cellOf(id: string): Cell {
  const [day, team] = id.split('/') as [string, string]
  return { day, team: Number(team) }
}

/** Finds the drop target: the cell under the pointer; with the keyboard, the most covered cell. */
export const whereDropped: CollisionDetection = args =>
  args.pointerCoordinates === null ? rectIntersection(args) : pointerWithin(args)

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** Moves by keyboard: an arrow key moves to the next cell in that direction. */
export const toNextCell: KeyboardCoordinateGetter = (event, { context: { droppableRects, over } }) => {
  const step = STEPS[event.code]
  const now = over === null ? undefined : droppableRects.get(over.id)
  if (step === undefined || now === undefined) return undefined
  event.preventDefault()
  const [x, y] = [now.left + now.width / 2, now.top + now.height / 2]
  const ahead = [...droppableRects.values()]
    .map(rect => ({ rect, dx: rect.left + rect.width / 2 - x, dy: rect.top + rect.height / 2 - y }))
    .filter(({ dx, dy }) => dx * step[0] + dy * step[1] > 4)
    .toSorted((one, other) => Math.abs(one.dx) + Math.abs(one.dy) - Math.abs(other.dx) - Math.abs(other.dy))
    .filter(({ dx, dy }) => Math.abs(step[0] === 0 ? dx : dy) < 4)
  const [next] = ahead
  return next === undefined ? undefined : { x: next.rect.left + 6, y: next.rect.top + 6 }
}

/** Returns the announcements for screen readers. */
export function announce(nameOf: (assignment: string) => string): Announcements {
  const place = (id: string | number): string => {
    const { day, team } = cellOf(String(id))
    return `${printDay(day)}${teamOf(team)}`
  }
  return {
    onDragStart: ({ active }) => `拿起${nameOf(String(active.id))}`,
    onDragOver: ({ active, over }) =>
      over === null ? undefined : `${nameOf(String(active.id))}在${place(over.id)}`,
    onDragEnd: ({ active, over }) =>
      `${nameOf(String(active.id))}${over === null ? '放回原处' : `放到${place(over.id)}`}`,
    onDragCancel: ({ active }) => `${nameOf(String(active.id))}放回原处`,
  }
}

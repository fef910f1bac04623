import {
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core'
import { printDay } from '../../../kit/printDay.ts'
import { teamOf } from '../roundWords.ts'

/** 日程的一格: a team on a day. */
export interface Cell {
  readonly team: number
  readonly day: string
}

/** 一格的编号. */
export function cellId({ team, day }: Cell): string {
  return `${day}/${team}`
}

/** 编号所指的一格. */
export function cellOf(id: string): Cell {
  const [day, team] = id.split('/') as [string, string]
  return { day, team: Number(team) }
}

/** 落在何处: the cell under the pointer; with the keyboard, the one that is covered most. */
export const whereDropped: CollisionDetection = args =>
  args.pointerCoordinates === null ? rectIntersection(args) : pointerWithin(args)

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** 键盘移动: an arrow leads to the next cell that way. */
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

/** 读给人听的话. */
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

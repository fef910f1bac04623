import { type Day, daysBetween } from '../../../domain/kernel/calendar.ts'
import { countDates, type DatePart, presentTimetable } from '../presentTimetable.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'
import type { MatterContext } from './matter.ts'

type Progress = Answered<'GET /api/years/:year'>['progress']

/** What a room knows of a date of the scheme (时间节点): that its work is still open, how many are lacking, and the days on which it is really done. */
export interface RoomDate {
  /** the date of the scheme that it belongs to. */
  readonly of: string
  readonly from?: Day
  readonly due?: Day
  readonly open: boolean
  /** how many units within reach are lacking, where facts do not count them. */
  readonly left?: number
  /** what is done beside the scheme's own work, such as a second round, is a date of its own. */
  readonly beside?: { readonly id: string; readonly name: string; readonly due: Day }
}

/** Lists what a room runs on days of its own. */
export type ListDates = (ground: MatterContext) => Promise<readonly RoomDate[]> | readonly RoomDate[]

/** Lists the dates of a year by day: those of the scheme as the rooms carry them out, and what the rooms run beside them. */
export async function listDates(
  rooms: readonly ListDates[],
  ground: MatterContext,
  progress: Progress,
): Promise<DatePart[]> {
  const { scheme } = ground.scored
  if (scheme === undefined) return []
  const found: RoomDate[] = []
  for (const room of rooms) found.push(...(await room(ground)))
  const scheduled = countDates(presentTimetable(scheme, ground.today), progress)
  return scheduled
    .flatMap(date => {
      const own = found.filter(one => one.of === date.id)
      return [
        carriedOut(
          date,
          own.find(({ beside }) => beside === undefined),
        ),
        ...own.flatMap(({ beside, from, open, left }) =>
          beside === undefined
            ? []
            : [
                carriedOut(
                  { ...date, ...beside, from, counted: undefined, ruling: undefined },
                  { open, left },
                ),
              ],
        ),
      ]
    })
    .map(date => placed(date, ground))
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}

/** A date with the days on which its room does the work; it is done once none of the work is open. */
function carriedOut(date: DatePart, found: Omit<RoomDate, 'of'> | undefined): DatePart {
  const counted = date.counted === undefined ? undefined : date.counted.total - date.counted.done
  const left = counted === undefined || counted === 0 ? (found?.left ?? counted) : counted
  const isCounted = counted === undefined ? found !== undefined : date.counted!.total > 0
  const isDone = isCounted && (left ?? 0) === 0 && found?.open !== true
  // Work that ended with something lacking goes on until the scheme's own day.
  const isPlanned = found?.due !== undefined && (isDone || found.open)
  const days = isPlanned ? { from: found.from, due: found.due! } : {}
  return { ...date, ...days, left, state: isDone ? 'done' : date.state }
}

/** A date as today sees it; once the year is sealed, no score is due any more. */
function placed(date: DatePart, { today, stored }: MatterContext): DatePart {
  const { from, due, state } = date
  const isOver = state !== 'done' && stored.row.sealed && date.components.length > 0
  if (isOver) return { ...date, days: daysBetween(today, due), state: 'over' }
  const now = today > due ? 'past' : from !== undefined && today < from ? 'ahead' : 'open'
  return { ...date, days: daysBetween(today, due), state: state === 'done' ? 'done' : now }
}

import { deadlineComponents } from '../../domain/year/lifecycle/deadlineComponents.ts'
import { type Day, daysBetween } from '../../domain/kernel/calendar.ts'
import { listDeadlines } from '../../domain/scheme/listDeadlines.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Answered } from '../platform/http/serveRoutes.ts'

/** A date of the timetable, with its distance from today. */
export type DatePart = Answered<'GET /api/years/:year'>['timetable'][number]

/** Presents the timetable: the scheme's dates by day, relative to today's business day; the day set by a ruling (口径) takes precedence. (R15) */
export function presentTimetable(scheme: Scheme, today: Day): DatePart[] {
  const rulings = new Map(scheme.timetable.map(({ id, ruling }) => [id, ruling]))
  return listDeadlines(scheme)
    .map((deadline): DatePart => {
      const { id, name, citation, from, due } = deadline
      const ruling = rulings.get(id)
      return {
        id,
        name,
        citation,
        from,
        due,
        days: daysBetween(today, due),
        state: today > due ? 'past' : from !== undefined && today < from ? 'ahead' : 'open',
        components: [...deadlineComponents(scheme, deadline)],
        ruling,
      }
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}

/** Returns the next date: the first that is not over. */
export function nextDate(timetable: readonly DatePart[]): DatePart | undefined {
  return timetable.find(date => date.state !== 'past')
}

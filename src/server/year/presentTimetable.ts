import { deadlineComponents } from '../../domain/year/lifecycle/deadlineComponents.ts'
import { type Day, daysBetween } from '../../domain/kernel/calendar.ts'
import { listDeadlines } from '../../domain/scheme/listDeadlines.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Answered } from '../platform/http/serveRoutes.ts'

type YearAnswer = Answered<'GET /api/years/:year'>

/** A date of the timetable, with its distance from today. */
export type DatePart = YearAnswer['timetable'][number]

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

/** Adds to each date how many of the units within reach have what is due: by the step of that name, or by the components that it is for. */
export function countDates(timetable: readonly DatePart[], progress: YearAnswer['progress']): DatePart[] {
  const steps = progress.flatMap(component => component.steps)
  return timetable.map(date => {
    const step = steps.find(one => one.id === date.id)
    const meant =
      step === undefined
        ? progress.filter(one => date.components.includes(one.component) && one.steps.length === 0)
        : [step]
    if (meant.length === 0) return date
    const [done, total] = [sum(meant.map(one => one.done)), sum(meant.map(one => one.total))]
    return { ...date, counted: { done, total } }
  })
}

/** Returns the next date: the first that is neither over nor complete. */
export function nextDate(timetable: readonly DatePart[]): DatePart | undefined {
  return timetable.find(({ state }) => state === 'open' || state === 'ahead')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

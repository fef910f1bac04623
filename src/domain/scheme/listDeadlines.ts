import { type Day, dayIn } from '../kernel/calendar.ts'
import { indexRulings } from './rulings.ts'
import type { Scheme } from './scheme.ts'

/** A deadline (时间节点) with its dates. */
export interface DatedDeadline {
  readonly id: string
  readonly name: string
  readonly from?: Day
  readonly due: Day
  readonly citation: string
}

/** Lists the deadlines of the cycle (时间节点) in the scheme's order. If a deadline names the ruling on the report's due date, the ruling's day replaces its own. (R15, 六（三）) */
export function listDeadlines(scheme: Scheme): readonly DatedDeadline[] {
  const reportDue = indexRulings(scheme).find('reportDue')
  return scheme.timetable.map(({ id, name, from, due, nextYear, citation, ruling }) => {
    const year = nextYear === true ? scheme.cycle + 1 : scheme.cycle
    const day = ruling !== undefined && ruling === reportDue?.id ? (reportDue.answer?.due ?? due) : due
    return {
      id,
      name,
      from: from === undefined ? undefined : dayIn(year, from),
      due: dayIn(year, day),
      citation,
    }
  })
}

import { type Day, dayIn } from '../kernel/calendar.ts'
import { indexRulings } from './rulings.ts'
import type { Scheme } from './scheme.ts'

/** 时间节点的日期: a deadline with its days written out. */
export interface DatedDeadline {
  readonly id: string
  readonly name: string
  readonly from?: Day
  readonly due: Day
  readonly citation: string
}

/** 列出时间节点 of the cycle, in the scheme's order; where one names the ruling on the report's due date, that ruling's day goes before its own. (R15, 六（三）) */
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

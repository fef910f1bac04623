import { isDay } from '../../kernel/calendar.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { checkMonthDay } from '../topics.ts'

/** Checks dates (日期): every day exists in its year, and nothing is due before it begins. (三, 四, 六) */
export function* checkDates(scheme: Scheme): Generator<Found> {
  const { cycle } = scheme
  for (const [at, { id, from, due, nextYear, citation }] of scheme.timetable.entries()) {
    const year = nextYear === true ? cycle + 1 : cycle
    const path = ['timetable', at]
    const faults = [
      ...checkMonthDay(year, due, [...path, 'due']),
      ...(from === undefined ? [] : checkMonthDay(year, from, [...path, 'from'])),
    ]
    for (const fault of faults) yield { ...fault, citation } as Found
    if (from === undefined || faults.length > 0 || from <= due) continue
    yield found(
      'datesReversed',
      [...path, 'from'],
      { deadline: id, from, due },
      {
        citation,
        reads: [
          [...path, 'from'],
          [...path, 'due'],
        ],
      },
    )
  }
  yield* wholeDay(scheme.notice.issuedOn, ['notice', 'issuedOn'])
  for (const [at, { settledOn }] of scheme.rulings.entries()) {
    if (settledOn !== undefined) yield* wholeDay(settledOn, ['rulings', at, 'settledOn'])
  }
}

function wholeDay(text: string, path: FaultPath): readonly Found[] {
  if (isDay(text)) return []
  return [found('dateUnreal', path, { field: String(path.at(-1)), text, wanted: 'day' })]
}

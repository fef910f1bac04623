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
  yield* checkYears(scheme)
  yield* wholeDay(scheme.notice.issuedOn, ['notice', 'issuedOn'])
  for (const [at, { settledOn }] of scheme.rulings.entries()) {
    if (settledOn !== undefined) yield* wholeDay(settledOn, ['rulings', at, 'settledOn'])
  }
}

/** Checks for the years of a scheme that was taken over (沿用上年的方案): in its title, and in title and day of the notice. */
function* checkYears({ cycle, title, notice }: Scheme): Generator<Found> {
  const places = [
    [title, ['title']],
    [notice.title, ['notice', 'title']],
    [notice.number, ['notice', 'number']],
    [notice.issuedOn, ['notice', 'issuedOn']],
  ] as const
  for (const [text, path] of places) {
    const years = [...text.matchAll(/(?:19|20)\d\d(?=年|〕|-)/g)].map(([year]) => Number(year))
    // A notice may be issued at the end of the year before, or at the beginning of the next.
    const spare = path[0] === 'notice' ? 1 : 0
    const other = years.find(year => Math.abs(year - cycle) > spare)
    if (other !== undefined)
      yield found('yearDiffers', path, { text, year: other, cycle }, { reads: [path, ['cycle']] })
  }
}

function wholeDay(text: string, path: FaultPath): readonly Found[] {
  if (isDay(text)) return []
  return [found('dateUnreal', path, { field: String(path.at(-1)), text, wanted: 'day' })]
}

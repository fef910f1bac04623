import type { Day, Period } from '../../kernel/calendar.ts'
import { addDays, coarsened, lastDayOf } from '../../kernel/calendar.ts'

/** Decision of the committee on a period (考核组织者对期间的决定): closed before its date, or opened after it. */
interface PeriodWord {
  readonly period: Period
  readonly state: 'open' | 'closed'
}

/** Terms for closing periods (期间的截止规定): the days of grace after the end, and decisions to the contrary. */
export interface ClosingTerms<W extends PeriodWord = PeriodWord> {
  readonly graceDays: number
  readonly words: readonly W[]
}

/** Closing state of a period (期间的截止情况). `open`: as usual; `past`: its date is over, so new entries are marked late; `closed`: no entries are accepted. */
interface Closing<W extends PeriodWord = PeriodWord> {
  readonly endsOn: Day
  readonly closesOn: Day
  readonly state: 'open' | 'past' | 'closed'
  readonly word?: W
}

/** Default days of grace (默认的宽限天数) after the end of a period. */
export const GRACE_DAYS = 10

/**
 * Returns the closing state of a period on a day (某期间在某日的截止情况). After its date a period still accepts
 * entries but marks them late; only a decision of the committee closes it fully. The decision on a period
 * overrides that on its quarter, which overrides that on the year. (四（一）)
 */
export function closingOf<W extends PeriodWord>(
  period: Period,
  { graceDays, words }: ClosingTerms<W>,
  today: Day,
): Closing<W> {
  const endsOn = lastDayOf(period)
  const closesOn = addDays(endsOn, graceDays)
  const word = [period, coarsened(period, 'quarter'), coarsened(period, 'year')].flatMap(
    each => words.find(one => one.period === each) ?? [],
  )[0]
  if (word !== undefined) return { endsOn, closesOn, state: word.state, word }
  return { endsOn, closesOn, state: today > closesOn ? 'past' : 'open' }
}

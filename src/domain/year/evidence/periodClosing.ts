import type { Day, Period } from '../../kernel/calendar.ts'
import { addDays, coarsened, lastDayOf } from '../../kernel/calendar.ts'

/** 考核组织者对期间的决定: closed before its date, or opened after it. */
export interface PeriodWord {
  readonly period: Period
  readonly state: 'open' | 'closed'
}

/** 期间的截止规定: so many days after the end, and what was decided otherwise. */
export interface ClosingTerms<W extends PeriodWord = PeriodWord> {
  readonly graceDays: number
  readonly words: readonly W[]
}

/** 期间的截止情况. `open`: as usual; `past`: its date is over, so what comes is marked late; `closed`: takes nothing. */
export interface Closing<W extends PeriodWord = PeriodWord> {
  readonly endsOn: Day
  readonly closesOn: Day
  readonly state: 'open' | 'past' | 'closed'
  readonly word?: W
}

/** 默认的宽限天数 after a period's end. */
export const GRACE_DAYS = 10

/**
 * 某期间在某日的截止情况. A period closes by itself, but what comes late is kept and marked, since an office would rather have it late than not at
 * all; only the committee's word closes it wholly. The word on a period goes before that on its quarter, and that before the year's. (四（一）)
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

import { coarsened, type Day, isCoarser, lastDayOf, type Period, periodsOf } from '../../kernel/calendar.ts'
import type { LedgerCount } from '../facts/facts.ts'
import type { Requirement } from '../../scheme/forms/ruleForm.ts'

const PERIODS = { year: 1, quarter: 4, month: 12 } as const

/** Counts due and done in one period (一个期间的应做与已做). */
export interface DuePeriod {
  readonly period: Period
  readonly done: number
  readonly due: number
  readonly endsOn: Day
}

/** Lists due and done by period (各期间的应做与已做), splitting a requirement into periods as `shortfallInLedger` does. Counts coarser than the requirement make the year one period. (附件 三.3) */
export function duePeriods(
  counts: readonly LedgerCount[],
  { required, per }: Requirement,
  year: number,
): readonly DuePeriod[] {
  const grain = counts.some(count => isCoarser(count.period, per)) ? 'year' : per
  const done = new Map<Period, number>()
  for (const { period, count } of counts) {
    const into = coarsened(period, grain)
    done.set(into, (done.get(into) ?? 0) + count)
  }
  const due = (required * PERIODS[per]) / PERIODS[grain]
  return periodsOf(year, grain).map(period => ({
    period,
    done: done.get(period) ?? 0,
    due,
    endsOn: lastDayOf(period),
  }))
}

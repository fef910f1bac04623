import { type Day, lastDayOf, type Period, periodsOf } from '../../kernel/calendar.ts'
import type { LedgerCount } from '../facts/facts.ts'
import type { Requirement } from '../../scheme/forms/ruleForm.ts'
import { doneByPeriod } from './ledgerCounts.ts'

/** Counts due and done in one period (一个期间的应做与已做). */
export interface DuePeriod {
  readonly period: Period
  readonly done: number
  readonly due: number
  readonly endsOn: Day
}

/** Lists due and done by period of the requirement (各期间的应做与已做). (附件 三.3) */
export function duePeriods(
  counts: readonly LedgerCount[],
  requirement: Requirement,
  year: number,
): readonly DuePeriod[] {
  const done = doneByPeriod(counts, requirement)
  return periodsOf(year, requirement.per).map((period, at) => ({
    period,
    done: done[at]!,
    due: requirement.required,
    endsOn: lastDayOf(period),
  }))
}

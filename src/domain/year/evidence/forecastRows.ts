import type { LedgerCount } from '../facts/facts.ts'
import type { Day } from '../../kernel/calendar.ts'
import type { Points } from '../../kernel/points.ts'
import { duePeriods } from './duePeriods.ts'
import { countInLedger } from './ledgerCounts.ts'
import type { LedgerRow, LedgerRule } from './ledgerRules.ts'

/** Ledger counts of one unit (一个单位的台账计数), by counter. A counter without entries is absent. */
export type UnitLedger = ReadonlyMap<string, readonly LedgerCount[]>

/** Forecast deduction of one row (一行的预计扣分): `now` for the periods that are over; `atEnd` at the end of the year if nothing more is recorded, which is what the engine takes; `atRisk` as if counters without entries had nothing done. */
export interface RowForecast extends Amounts {
  readonly row: LedgerRow
  readonly rules: readonly RuleForecast[]
}

/** Forecast deduction of one rule (一条规则的预计扣分). */
interface RuleForecast extends Amounts {
  readonly rule: LedgerRule
  readonly shortNow: number
  readonly shortAtEnd: number
}

interface Amounts {
  readonly now: Points
  readonly atEnd: Points
  readonly atRisk: Points
}

const NO_COUNTS: readonly LedgerCount[] = []

/** Forecasts the deductions of each row (预计扣分) by the ledger alone; inspection findings come on top. The whole year is one round (R1). (四（一）, 附件) */
export function forecastRows(
  rows: readonly LedgerRow[],
  ledger: UnitLedger,
  year: number,
  today: Day,
): readonly RowForecast[] {
  return rows.map(row => {
    const rules = row.rules.map(rule => forecastRule(rule, ledger, year, today))
    const loss = (amount: 'now' | 'atEnd' | 'atRisk'): Points =>
      lossOf(
        row,
        sumOf(rules, rule => rule[amount]),
      )
    return { row, rules, now: loss('now'), atEnd: loss('atEnd'), atRisk: loss('atRisk') }
  })
}

function forecastRule(rule: LedgerRule, ledger: UnitLedger, year: number, today: Day): RuleForecast {
  let [shortNow, shortAtEnd, shortAtRisk] = [0, 0, 0]
  for (const { counter, requirement } of rule.feeds) {
    const counts = ledger.get(counter)
    if (requirement === undefined) {
      const count = countInLedger(counts ?? NO_COUNTS)
      shortNow += count
      shortAtEnd += count
      shortAtRisk += count
      continue
    }
    for (const { due, done, endsOn } of duePeriods(counts ?? NO_COUNTS, requirement, year)) {
      const short = Math.max(0, due - done)
      shortAtRisk += short
      if (counts === undefined) continue
      shortAtEnd += short
      if (endsOn < today) shortNow += short
    }
  }
  const amount = (count: number): Points =>
    Math.min(rule.cap, count > 0 ? rule.each * (rule.once ? 1 : count) : 0) as Points
  return {
    rule,
    shortNow,
    shortAtEnd,
    now: amount(shortNow),
    atEnd: amount(shortAtEnd),
    atRisk: amount(shortAtRisk),
  }
}

/** Returns the loss of a row: it stops at the row's floor, and a row whose own cap is below its base has already lost the difference. */
function lossOf({ row, floor }: LedgerRow, deducted: number): Points {
  const most = Math.min(row.base, row.cap ?? row.base)
  const held = Math.min(most, Math.max(floor, row.base - deducted))
  return Math.max(0, most - held) as Points
}

function sumOf<T>(list: readonly T[], amount: (one: T) => number): number {
  return list.reduce((sum, one) => sum + amount(one), 0)
}

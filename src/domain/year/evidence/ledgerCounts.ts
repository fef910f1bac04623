import type { LedgerCount } from '../facts/facts.ts'
import { isCoarser, quarterOfPeriod, type Quarter } from '../../kernel/calendar.ts'
import type { Requirement } from '../../scheme/forms/ruleForm.ts'

const PERIODS = { year: 1, quarter: 4, month: 12 } as const

/** Sums a ledger counter (台账某计数项的合计) over the whole year or one quarter. (四（一）) */
export function countInLedger(entries: readonly LedgerCount[], quarter?: Quarter): number {
  let count = 0
  for (const entry of entries)
    if (quarter === undefined || quarterOfPeriod(entry.period) === quarter) count += entry.count
  return count
}

/**
 * Returns the shortfall (缺次) of a requirement, summed over its periods (of one quarter, when given).
 * Entries coarser than the requirement are compared over the whole year, since their month is unknown.
 * (附件 三.3, 四.1)
 */
export function shortfallInLedger(
  entries: readonly LedgerCount[],
  requirement: Requirement,
  quarter?: Quarter,
): number {
  const grain = entries.some(entry => isCoarser(entry.period, requirement.per)) ? 'year' : requirement.per
  const periods = PERIODS[grain]
  const required = (requirement.required * PERIODS[requirement.per]) / periods
  const done = new Array<number>(periods).fill(0)
  for (const entry of entries) {
    const at = periodIndex(entry, grain)
    done[at] = (done[at] ?? 0) + entry.count
  }
  let short = 0
  done.forEach((count, at) => {
    if (quarter === undefined || quarterOfIndex(at, grain) === quarter) short += Math.max(0, required - count)
  })
  return short
}

function periodIndex(entry: LedgerCount, grain: Requirement['per']): number {
  if (grain === 'year') return 0
  return grain === 'quarter' ? quarterOfPeriod(entry.period) - 1 : Number(entry.period.slice(5)) - 1
}

function quarterOfIndex(at: number, grain: Requirement['per']): number {
  if (grain === 'year') return 4
  return grain === 'quarter' ? at + 1 : Math.floor(at / 3) + 1
}

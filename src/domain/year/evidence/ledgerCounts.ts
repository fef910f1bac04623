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
 * (附件 三.3, 四.1)
 */
export function shortfallInLedger(
  entries: readonly LedgerCount[],
  requirement: Requirement,
  quarter?: Quarter,
): number {
  const { required, per } = requirement
  let short = 0
  doneByPeriod(entries, requirement).forEach((count, at) => {
    if (quarter === undefined || quarterOfIndex(at, per) === quarter) short += Math.max(0, required - count)
  })
  return short
}

/**
 * Returns the number done in each period of a requirement (各期间已做次数). What is recorded by period stays
 * there. A coarser entry fills only what lacks within its own period, from the first on; quarters before
 * the year. The rest of it does not count.
 */
export function doneByPeriod(
  entries: readonly LedgerCount[],
  { required, per }: Requirement,
): readonly number[] {
  const done = new Array<number>(PERIODS[per]).fill(0)
  let coarse: LedgerCount[] | undefined
  for (const entry of entries) {
    if (isCoarser(entry.period, per)) (coarse ??= []).push(entry)
    else {
      const at = periodIndex(entry, per)
      done[at] = done[at]! + entry.count
    }
  }
  coarse?.sort((one, other) => other.period.length - one.period.length)
  for (const { period, count } of coarse ?? []) {
    const isYear = period.length === 4
    const first = isYear ? 0 : (quarterOfPeriod(period) - 1) * 3
    let left = count
    for (let at = first; at < (isYear ? done.length : first + 3); at++) {
      const filled = Math.min(left, Math.max(0, required - done[at]!))
      done[at] = done[at]! + filled
      left -= filled
    }
  }
  return done
}

function periodIndex(entry: LedgerCount, grain: Requirement['per']): number {
  if (grain === 'year') return 0
  return grain === 'quarter' ? quarterOfPeriod(entry.period) - 1 : Number(entry.period.slice(5)) - 1
}

function quarterOfIndex(at: number, grain: Requirement['per']): number {
  if (grain === 'year') return 4
  return grain === 'quarter' ? at + 1 : Math.floor(at / 3) + 1
}

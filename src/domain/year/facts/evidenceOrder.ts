import { compareIds } from '../../kernel/ids.ts'
import type { Finding, LedgerCount } from './facts.ts'

/** Compares findings (核查情况的先后) by quarter and day found; those without a quarter come last. */
export function compareFindings(one: Finding, other: Finding): number {
  return (one.quarter ?? 5) - (other.quarter ?? 5) || compareIds(one.foundOn ?? '', other.foundOn ?? '')
}

/** Compares ledger counts (台账计数的先后) by counter and period. */
export function compareLedgerCounts(one: LedgerCount, other: LedgerCount): number {
  return compareIds(one.counter, other.counter) || compareIds(one.period, other.period)
}

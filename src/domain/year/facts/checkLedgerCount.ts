import { countFaults } from '../../kernel/countFaults.ts'
import { refuse } from '../../kernel/refusal.ts'
import { unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { LedgerCount } from './facts.ts'

/** Checks a ledger count (查验一条台账计数): a known counter, a period inside the cycle, a whole number from 0. (四（一）) */
export function checkLedgerCount(entry: LedgerCount, book: FactBook): readonly FactFault[] {
  const { cycle, counters } = book.scheme
  const faults = [...unitFaults(book, entry.unit), ...countFaults('count', entry.count, 0)]
  const refusal = termRefusal('counter', entry.counter, counters)
  if (refusal) faults.push(faultIn('counter', refusal))
  if (entry.period.slice(0, 4) !== String(cycle)) {
    faults.push(faultIn('period', refuse('periodOutsideCycle', { period: entry.period, cycle })))
  }
  return faults
}

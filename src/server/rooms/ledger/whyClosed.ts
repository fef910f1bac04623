import { closingOf } from '../../../domain/year/evidence/periodClosing.ts'
import { type Day, type Period, printPeriod } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { LedgerContext } from './ledgerContext.ts'

/** Explains why a period can no longer change: the committee closed it. `ledgerPeriodClosed`. */
export function whyClosed(
  period: Period,
  { closing }: Pick<LedgerContext, 'closing'>,
  today: Day,
): Refusal | undefined {
  const { state, word } = closingOf(period, closing, today)
  return state === 'closed'
    ? refuse('ledgerPeriodClosed', { period: printPeriod(period), by: word!.byName, reason: word!.reason })
    : undefined
}

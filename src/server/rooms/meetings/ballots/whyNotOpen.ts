import { holderNames } from '../../../../contract/meetings/ballotFields.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { findBox, listIssued } from './ballots.store.ts'
import { listRisks } from './databaseRisks.store.ts'

/** Why voting by phone may not open: the key is missing or untried, or the database keeps an order that nobody answers for. Meetings without slips need neither. */
export async function whyNotOpen(tx: Transaction, meeting: string): Promise<Refusal | undefined> {
  if (!(await listIssued(tx, meeting)).some(one => one.medium === 'phone' && one.printed > 0))
    return undefined
  const box = await findBox(tx, meeting)
  if (!box?.sealTo) return refuse('ballotKeyMissing', {})
  const untried = (['teller', 'scrutineer'] as const).filter(holder => !box.tried.includes(holder))
  if (untried.length > 0)
    return refuse('ballotKeyUntried', { holders: untried.map(holder => holderNames[holder]).join('、') })
  const risks = await listRisks(tx)
  return risks.length > 0 && box.riskReason === null
    ? refuse('ballotRisks', { risks: risks.join('、') })
    : undefined
}

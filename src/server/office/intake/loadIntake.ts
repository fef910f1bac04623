import { intakeStates } from '../../../contract/intake/intakeStates.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { lockIntake, type StoredIntake } from './intake.store.ts'

/** Loads and locks an unsettled import; `intakeSettled` once it was committed, discarded or expired. */
export async function loadIntake(tx: Transaction, year: number, id: string): Promise<StoredIntake | Refusal> {
  const row = await lockIntake(tx, year, id)
  if (row === undefined) return refuse('notFound', { what: '这次导入' })
  if (row.settledAt === null) return row
  return refuse('intakeSettled', {
    state: intakeStates[row.state],
    by: row.settledBy ?? '',
    at: formatInstant(row.settledAt),
  })
}

import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { dropParts, updateIntake } from './intake.store.ts'
import { loadIntake } from './loadIntake.ts'

/** Discards an import in any state: what was read is deleted, its row and its list of refused rows stay. */
export async function discardIntake(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { year, id }: { readonly year: number; readonly id: string },
): Promise<Done<{ id: string }> | Refusal> {
  const row = await loadIntake(tx, year, id)
  if (isRefusal(row)) return row
  await updateIntake(tx, id, [row.state], {
    state: 'discarded',
    settledBy: actor.name,
    settledAt: context.now().toISOString(),
  })
  await dropParts(tx, id)
  return {
    answer: { id },
    events: [{ kind: 'intakeDiscarded', year, values: { file: row.file, hash: row.hash.slice(0, 16) } }],
  }
}

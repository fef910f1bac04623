import { eq } from 'drizzle-orm'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { type AccountAct, judgeAccount } from './accountReach.ts'
import { type AccountRow, readGrants } from './accounts.store.ts'
import { account } from './accounts.tables.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** An account row with its roles, locked until the change ends. */
export type HeldAccount = AccountRow & { readonly grants: readonly Grant[] }

/** Locks an account for a change: it must exist, be within reach and, if a revision was given, still be at that revision. */
export async function holdAccount(
  tx: Transaction,
  actor: Actor,
  act: AccountAct,
  id: string,
  seen?: number,
): Promise<HeldAccount | Refusal> {
  const [row] = await tx.select().from(account).where(eq(account.id, id)).for('update')
  if (row === undefined) return refuse('notFound', { what: '这个账号' })
  const held = { ...row, grants: await readGrants(tx, id) }
  const beyond = judgeAccount(actor, act, held)
  if (beyond !== undefined) return beyond
  if (seen === undefined || seen === row.revision) return held
  return staleRevision(`账号“${row.username}”`, row.changedBy, row.updatedAt)
}

/** Writes the account back: every edit increments its revision and records who made it. */
export async function writeAccount(
  tx: Transaction,
  by: Actor,
  now: Date,
  held: HeldAccount,
  values: Partial<AccountRow>,
): Promise<void> {
  await tx
    .update(account)
    .set({ ...values, revision: held.revision + 1, changedBy: by.name, updatedAt: now })
    .where(eq(account.id, held.id))
}

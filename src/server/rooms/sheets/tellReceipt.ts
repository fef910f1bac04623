import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { House } from '../../platform/house.ts'
import { findAssignment } from '../rounds/assignments.store.ts'
import { isOfTeam } from './openSheet.ts'
import type { Receipt } from './sheetContent.ts'
import { findSheet } from './sheets.store.ts'

/** 收条, asked for again by whoever was of the team; `notFound` when no such sheet was received. */
export async function tellReceipt(
  house: House,
  actor: Actor,
  year: number,
  id: string,
): Promise<Receipt | Refusal> {
  const stored = await findSheet(house.db, year, id)
  const missing = refuse('notFound', { what: '这份核查表' })
  if (stored === undefined || stored.receipt === null) return missing
  const assignment = await findAssignment(house.db, stored.assignment)
  return isOfTeam(actor.id, stored, assignment!) ? stored.receipt : missing
}

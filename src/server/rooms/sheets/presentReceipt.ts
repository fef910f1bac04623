import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { findAssignment } from '../rounds/assignments.store.ts'
import { isOfTeam } from './loadSheet.ts'
import type { Receipt } from './sheetContent.ts'
import { findSheet } from './sheets.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Returns the receipt again to a team member; `notFound` if no such sheet was received. */
export async function presentReceipt({
  context,
  actor,
  params: { year, sheet: id },
}: Served<'GET /api/years/:year/sheets/:sheet/receipt'>): Promise<Receipt | Refusal> {
  const stored = await findSheet(context.db, year, id)
  const missing = refuse('notFound', { what: '这份核查表' })
  if (stored === undefined || stored.receipt === null) return missing
  const assignment = await findAssignment(context.db, stored.assignment)
  return isOfTeam(actor.id, stored, assignment!) ? stored.receipt : missing
}

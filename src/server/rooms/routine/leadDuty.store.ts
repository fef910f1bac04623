import { and, desc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { routineLeadDuty } from './routine.tables.ts'

/** A stored deduction for lead duty. */
export type LeadDutyRow = typeof routineLeadDuty.$inferSelect

/** Lists the deductions for lead duty in a year, newest first. */
export async function readLeadDuty(
  db: Database | Transaction,
  year: number,
): Promise<readonly LeadDutyRow[]> {
  return db
    .select()
    .from(routineLeadDuty)
    .where(eq(routineLeadDuty.year, year))
    .orderBy(desc(routineLeadDuty.at))
}

/** Finds a deduction and locks it until the transaction ends. */
export async function findLeadDuty(
  tx: Transaction,
  year: number,
  id: string,
): Promise<LeadDutyRow | undefined> {
  const [found] = await tx
    .select()
    .from(routineLeadDuty)
    .where(and(eq(routineLeadDuty.year, year), eq(routineLeadDuty.id, id)))
    .for('update')
  return found
}

/** Stores a deduction. */
export async function insertLeadDuty(
  tx: Transaction,
  row: typeof routineLeadDuty.$inferInsert,
): Promise<void> {
  await tx.insert(routineLeadDuty).values(row)
}

/** Saves the objection to a deduction, or its answer. */
export async function saveObjection(
  tx: Transaction,
  { id, revision }: LeadDutyRow,
  said: Partial<
    Pick<LeadDutyRow, 'objection' | 'objectedBy' | 'objectedAt' | 'answer' | 'answeredBy' | 'upheld'>
  >,
): Promise<void> {
  await tx
    .update(routineLeadDuty)
    .set({ ...said, revision: revision + 1 })
    .where(eq(routineLeadDuty.id, id))
}

/** Marks a deduction as withdrawn; it stays visible. */
export async function withdrawLeadDutyRow(
  tx: Transaction,
  { id, revision }: LeadDutyRow,
  { by, at, why }: { readonly by: string; readonly at: Date; readonly why: string },
): Promise<void> {
  await tx
    .update(routineLeadDuty)
    .set({ withdrawnAt: at.toISOString(), withdrawnBy: by, withdrawnWhy: why, revision: revision + 1 })
    .where(eq(routineLeadDuty.id, id))
}

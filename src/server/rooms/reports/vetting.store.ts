import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { reportComment, reportStep } from './reports.tables.ts'
import type { ReportAddress } from './reports.store.ts'

type Reader = Database | Transaction

/** A sign-off or return as stored. */
export type StepRow = typeof reportStep.$inferSelect

/** A comment as stored. */
export type CommentRow = typeof reportComment.$inferSelect

/** Lists the sign-offs and returns of a report, in order. */
export async function listSteps(db: Reader, { year, unit }: ReportAddress): Promise<readonly StepRow[]> {
  return db
    .select()
    .from(reportStep)
    .where(and(eq(reportStep.year, year), eq(reportStep.unit, unit)))
    .orderBy(asc(reportStep.at))
}

/** Lists the sign-offs and returns of a year by unit, in order. */
export const stepsByUnit = rememberRead(
  ['report_step'],
  2,
  async (db: Reader, year: number): Promise<ReadonlyMap<string, readonly StepRow[]>> => {
    const rows = await db
      .select()
      .from(reportStep)
      .where(eq(reportStep.year, year))
      .orderBy(asc(reportStep.at))
    return Map.groupBy(rows, row => row.unit)
  },
)

/** Stores a sign-off or return. */
export async function insertStep(tx: Transaction, row: typeof reportStep.$inferInsert): Promise<void> {
  await tx.insert(reportStep).values(row)
}

/** Lists the comments on a report that were not withdrawn, in order. */
export async function listComments(
  db: Reader,
  { year, unit }: ReportAddress,
): Promise<readonly CommentRow[]> {
  return db
    .select()
    .from(reportComment)
    .where(and(eq(reportComment.year, year), eq(reportComment.unit, unit), isNull(reportComment.withdrawnAt)))
    .orderBy(asc(reportComment.at))
}

/** Stores a comment. */
export async function insertComment(tx: Transaction, row: typeof reportComment.$inferInsert): Promise<void> {
  await tx.insert(reportComment).values(row)
}

/** Withdraws one's own comment; returns it if it was there. */
export async function withdrawComment(
  tx: Transaction,
  { year, unit }: ReportAddress,
  { id, byId, at }: { readonly id: string; readonly byId: string; readonly at: Date },
): Promise<CommentRow | undefined> {
  const [row] = await tx
    .update(reportComment)
    .set({ withdrawnAt: at.toISOString() })
    .where(
      and(
        eq(reportComment.id, id),
        eq(reportComment.year, year),
        eq(reportComment.unit, unit),
        eq(reportComment.byId, byId),
        isNull(reportComment.withdrawnAt),
      ),
    )
    .returning()
  return row
}

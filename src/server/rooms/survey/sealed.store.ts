import { and, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { surveySealed, surveyUnit } from './survey.tables.ts'
import { within } from './within.ts'

type Reader = Database | Transaction

/** Finds the sealed answers of a case. */
export async function findSealed(db: Reader, id: string): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ sheet: surveySealed.sheet })
    .from(surveySealed)
    .where(eq(surveySealed.case, id))
  return row?.sheet
}

/** Stores the sealed answers of a case in the place of its earlier ones; whole ones are never replaced. */
export async function putSealed(db: Reader, row: typeof surveySealed.$inferInsert): Promise<void> {
  await db
    .insert(surveySealed)
    .values(row)
    .onConflictDoUpdate({
      target: surveySealed.case,
      set: { sheet: row.sheet, final: row.final },
      setWhere: eq(surveySealed.final, false),
    })
}

/** Deletes the sealed answers of a case. */
export async function dropSealed(tx: Transaction, id: string): Promise<void> {
  await tx.delete(surveySealed).where(eq(surveySealed.case, id))
}

/** Reads the sealed answers of a survey that are whole, of all its units or of some, with the keys they are under. */
export async function readSealed(db: Reader, survey: string, units?: readonly string[]) {
  return db
    .select({
      case: surveySealed.case,
      unit: surveySealed.unit,
      group: surveySealed.group,
      sheet: surveySealed.sheet,
      key: surveyUnit.key,
    })
    .from(surveySealed)
    .innerJoin(
      surveyUnit,
      and(eq(surveyUnit.survey, surveySealed.survey), eq(surveyUnit.unit, surveySealed.unit)),
    )
    .where(
      and(
        eq(surveySealed.survey, survey),
        eq(surveySealed.final, true),
        units === undefined ? undefined : sql`${surveySealed.unit} in ${within(units)}`,
      ),
    )
}

/** Deletes all sealed answers of some units: they have been separated, or were never finished. */
export async function dropSealedOf(tx: Transaction, survey: string, units: readonly string[]): Promise<void> {
  await tx
    .delete(surveySealed)
    .where(and(eq(surveySealed.survey, survey), sql`${surveySealed.unit} in ${within(units)}`))
}

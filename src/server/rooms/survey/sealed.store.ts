import { and, eq, sql } from 'drizzle-orm'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { surveySealed, surveyUnit } from './survey.tables.ts'
import { within } from './within.ts'

type Reader = Database | Transaction

/** A sheet, read as base64: PGlite takes far longer to read the same bytes as hex. */
const SHEET = sql`encode(${surveySealed.sheet}, 'base64')`.mapWith((text: string) =>
  Buffer.from(text, 'base64'),
)

/** Finds the sealed answers of a case. */
export async function findSealed(db: Reader, id: string): Promise<Uint8Array | undefined> {
  const [row] = await db.select({ sheet: SHEET }).from(surveySealed).where(eq(surveySealed.case, id))
  return row?.sheet
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
      sheet: SHEET,
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

/** Reads the whole sealed answers of some cases, with the keys they are under. */
export async function readSealedOf(db: Reader, cases: readonly string[]) {
  return db
    .select({ case: surveySealed.case, unit: surveySealed.unit, sheet: SHEET, key: surveyUnit.key })
    .from(surveySealed)
    .innerJoin(
      surveyUnit,
      and(eq(surveyUnit.survey, surveySealed.survey), eq(surveyUnit.unit, surveySealed.unit)),
    )
    .where(and(eq(surveySealed.final, true), isOneOf(surveySealed.case, cases, 'uuid')))
}

/** Lists the units that have whole sealed answers, each with a stamp that changes with them. */
export const stampSealed = rememberRead(['survey_sealed'], 4, async (db: Reader, survey: string) => {
  const { rows } = await db.execute<{ unit: string; stamp: string; answers: number }>(sql`
    select unit, count(*)::int as answers, sum(hashint8extended(xmin::text::bigint, 0))::text as stamp
    from survey_sealed where survey = ${survey}::uuid and final group by 1`)
  return rows
})

/** Lists the whole sealed sheets of some units, each with a stamp that no other sheet has; the stamp names no case. */
export async function stampSheets(db: Reader, survey: string, units: readonly string[]) {
  const { rows } = await db.execute<{ case: string; unit: string; stamp: string }>(sql`
    select case_id as "case", unit, hashtextextended(case_id::text || xmin::text, 0)::text as stamp
    from survey_sealed where survey = ${survey}::uuid and final and ${isOneOf(sql`unit`, units)}`)
  return rows
}

/** Sheets that are read and opened in one go. */
const AT_ONCE = 500

/** Cuts units into slices whose answers can be opened in one go. */
export function slicesOf<U extends { readonly answers: number }>(
  units: readonly U[],
): readonly (readonly U[])[] {
  const slices: U[][] = []
  let sheets = AT_ONCE
  for (const unit of units) {
    if (sheets >= AT_ONCE) {
      slices.push([])
      sheets = 0
    }
    slices.at(-1)!.push(unit)
    sheets += unit.answers
  }
  return slices
}

/** Deletes all sealed answers of some units: they have been separated, or were never finished. */
export async function dropSealedOf(tx: Transaction, survey: string, units: readonly string[]): Promise<void> {
  await tx
    .delete(surveySealed)
    .where(and(eq(surveySealed.survey, survey), sql`${surveySealed.unit} in ${within(units)}`))
}

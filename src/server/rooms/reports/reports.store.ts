import { and, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { report, reportVersion, type StoredWaiver } from './reports.tables.ts'

type Reader = Database | Transaction

/** A stored report. */
export type ReportRow = typeof report.$inferSelect

/** A kept text of a report. */
export type VersionRow = typeof reportVersion.$inferSelect

/** The address of a report. */
export interface ReportAddress {
  readonly year: number
  readonly unit: string
}

/** Finds a report; with `lock`, locks it until the transaction ends. */
export async function findReport(
  db: Reader,
  { year, unit }: ReportAddress,
  lock = false,
): Promise<ReportRow | undefined> {
  const query = db
    .select()
    .from(report)
    .where(and(eq(report.year, year), eq(report.unit, unit)))
  const [found] = await (lock ? query.for('update') : query)
  return found
}

/** A report without its text, as a list needs it. */
export type ListedReport = Omit<ReportRow, 'content'> & {
  readonly words: number | null
  readonly behalf: VersionRow['behalf']
}

/** Lists the reports of a year without their texts, each with the version that was handed in last. */
export const listReportRows = rememberRead(['report', 'report_version'], 2, readReportRows)

async function readReportRows(db: Reader, year: number): Promise<readonly ListedReport[]> {
  const { content: _content, ...columns } = getTableColumns(report)
  return db
    .select({ ...columns, words: reportVersion.words, behalf: reportVersion.behalf })
    .from(report)
    .leftJoin(
      reportVersion,
      and(
        eq(reportVersion.year, report.year),
        eq(reportVersion.unit, report.unit),
        eq(reportVersion.nth, report.handedNth),
      ),
    )
    .where(eq(report.year, year))
}

/** Stores a report that is not there yet; false if somebody else was first. */
export async function insertReport(tx: Transaction, row: typeof report.$inferInsert): Promise<boolean> {
  const added = await tx.insert(report).values(row).onConflictDoNothing().returning({ unit: report.unit })
  return added.length > 0
}

/** Changes a report and increments its revision; returns the row as it is then. */
export async function changeReport(
  tx: Transaction,
  { year, unit }: ReportAddress,
  values: Partial<typeof report.$inferInsert>,
): Promise<ReportRow> {
  const [changed] = await tx
    .update(report)
    .set({ ...values, revision: sql`${report.revision} + 1` })
    .where(and(eq(report.year, year), eq(report.unit, unit)))
    .returning()
  return changed!
}

/** Stores the permission to exceed the limit. The revision stays: somebody may be writing. */
export async function saveWaiver(
  tx: Transaction,
  { year, unit }: ReportAddress,
  waiver: StoredWaiver,
): Promise<void> {
  await tx
    .update(report)
    .set({ waiver })
    .where(and(eq(report.year, year), eq(report.unit, unit)))
}

/** Keeps a text as the next version of its report; returns its number. */
export async function keepVersion(
  tx: Transaction,
  row: Omit<typeof reportVersion.$inferInsert, 'nth'>,
): Promise<number> {
  const [kept] = await tx
    .insert(reportVersion)
    .values({
      ...row,
      nth: sql`(select coalesce(max(nth), 0) + 1 from report_version
        where year = ${row.year} and unit = ${row.unit})`,
    })
    .returning({ nth: reportVersion.nth })
  return kept!.nth
}

/** Lists the kept versions of a report, the newest first, without their texts. */
export async function listVersions(
  db: Reader,
  { year, unit }: ReportAddress,
): Promise<readonly Omit<VersionRow, 'content'>[]> {
  const { content: _content, ...columns } = getTableColumns(reportVersion)
  return db
    .select(columns)
    .from(reportVersion)
    .where(and(eq(reportVersion.year, year), eq(reportVersion.unit, unit)))
    .orderBy(desc(reportVersion.nth))
}

/** Finds a kept version. */
export async function findVersion(
  db: Reader,
  { year, unit }: ReportAddress,
  nth: number,
): Promise<VersionRow | undefined> {
  const [found] = await db
    .select()
    .from(reportVersion)
    .where(and(eq(reportVersion.year, year), eq(reportVersion.unit, unit), eq(reportVersion.nth, nth)))
  return found
}

/** The key of a kept version. */
export type VersionKey = Pick<VersionRow, 'year' | 'unit' | 'nth'>

/** Years whose reports are compared: this one and the two before. */
const COMPARED_YEARS = 3

/** Lists which versions were handed in last, this year and in the two before, each with a stamp that no other row has had. */
export async function listHandedIn(
  db: Reader,
  year: number,
): Promise<readonly (VersionKey & { readonly stamp: string })[]> {
  return db
    .select({
      year: report.year,
      unit: report.unit,
      nth: report.handedNth,
      stamp: sql<string>`${reportVersion}.xmin::text`,
    })
    .from(report)
    .innerJoin(
      reportVersion,
      and(
        eq(reportVersion.year, report.year),
        eq(reportVersion.unit, report.unit),
        eq(reportVersion.nth, report.handedNth),
      ),
    )
    .where(sql`${report.handedNth} > 0 and ${report.year} between ${year - COMPARED_YEARS + 1} and ${year}`)
    .orderBy(report.year, report.unit)
}

/** Reads the texts of these versions. */
export async function readTexts(
  db: Reader,
  keys: readonly VersionKey[],
): Promise<readonly (VersionKey & Pick<VersionRow, 'content'>)[]> {
  if (keys.length === 0) return []
  const { year, unit, nth, content } = reportVersion
  return db
    .select({ year, unit, nth, content })
    .from(reportVersion)
    .where(
      sql`(${year}, ${unit}, ${nth}) in (select one.year, one.unit, one.nth
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as one(year int, unit text, nth int))`,
    )
}

/** Reads the texts that were handed in last in a year, of all units or of some; with `notReturned`, not those that were sent back. */
export async function readHandedIn(
  db: Reader,
  year: number,
  units?: readonly string[],
  { notReturned = false } = {},
): Promise<readonly VersionRow[]> {
  const rows = await db
    .select({ version: reportVersion })
    .from(reportVersion)
    .innerJoin(
      report,
      and(
        eq(reportVersion.year, report.year),
        eq(reportVersion.unit, report.unit),
        eq(reportVersion.nth, report.handedNth),
      ),
    )
    .where(
      and(
        eq(report.year, year),
        units && isOneOf(report.unit, units),
        notReturned ? ne(report.state, 'returned') : undefined,
      ),
    )
    .orderBy(report.unit)
  return rows.map(row => row.version)
}

import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { sheet, sheetFinding } from './sheets.tables.ts'

type Reads = Database | Transaction

/** A stored sheet. */
export type StoredSheet = typeof sheet.$inferSelect

/** A stored finding. */
export type StoredFinding = typeof sheetFinding.$inferSelect

/** A sheet to store. */
type NewSheet = typeof sheet.$inferInsert

/** A finding to store. */
type NewFinding = typeof sheetFinding.$inferInsert

/** Finds a sheet; `lock` locks it until the transaction ends. */
export async function findSheet(
  db: Reads,
  year: number,
  id: string,
  { lock = false } = {},
): Promise<StoredSheet | undefined> {
  const query = db
    .select()
    .from(sheet)
    .where(and(eq(sheet.id, id), eq(sheet.year, year)))
  const [found] = await (lock ? query.for('update') : query)
  return found
}

/** Lists the other sheets of the same assignment. */
export async function otherSheets(
  db: Reads,
  { assignment, id }: Pick<StoredSheet, 'assignment' | 'id'>,
): Promise<readonly StoredSheet[]> {
  return db
    .select()
    .from(sheet)
    .where(and(eq(sheet.assignment, assignment), ne(sheet.id, id)))
    .orderBy(asc(sheet.receivedAt))
}

/** Lists the sheets of these assignments, without their content. */
export async function sheetsOfAssignments(db: Reads, assignments: readonly string[]) {
  if (assignments.length === 0) return []
  return db
    .select({
      id: sheet.id,
      assignment: sheet.assignment,
      sentBy: sheet.sentBy,
      sentByName: sheet.sentByName,
      receivedAt: sheet.receivedAt,
    })
    .from(sheet)
    .where(inArray(sheet.assignment, [...assignments]))
    .orderBy(asc(sheet.receivedAt))
}

/** Stores a sheet with its findings. */
export async function insertSheet(
  tx: Transaction,
  one: NewSheet,
  findings: readonly NewFinding[],
): Promise<void> {
  await tx.insert(sheet).values(one)
  if (findings.length > 0) await tx.insert(sheetFinding).values([...findings])
}

/** Updates a sheet and increments its revision. */
export async function saveSheet(tx: Transaction, id: string, set: Partial<NewSheet>): Promise<void> {
  await tx
    .update(sheet)
    .set({ ...set, revision: sql`${sheet.revision} + 1` })
    .where(eq(sheet.id, id))
}

/** Saves the receipt of a sheet just stored; the revision does not change. */
export async function keepReceipt(
  tx: Transaction,
  id: string,
  receipt: NonNullable<StoredSheet['receipt']>,
): Promise<void> {
  await tx.update(sheet).set({ receipt }).where(eq(sheet.id, id))
}

/** Lists the findings of sheets, in order. */
export async function findingsOf(db: Reads, sheets: readonly string[]): Promise<readonly StoredFinding[]> {
  if (sheets.length === 0) return []
  return db
    .select()
    .from(sheetFinding)
    .where(inArray(sheetFinding.sheet, [...sheets]))
    .orderBy(asc(sheetFinding.nth))
}

/** Counts the findings with these ids, to detect an id already taken. */
export async function takenFindings(db: Reads, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const found = await db
    .select({ id: sheetFinding.id })
    .from(sheetFinding)
    .where(inArray(sheetFinding.id, [...ids]))
  return found.length
}

/** Finds a finding; `lock` locks it until the transaction ends. */
export async function findFinding(
  db: Reads,
  year: number,
  id: string,
  { lock = false } = {},
): Promise<StoredFinding | undefined> {
  const query = db
    .select()
    .from(sheetFinding)
    .where(and(eq(sheetFinding.id, id), eq(sheetFinding.year, year)))
  const [found] = await (lock ? query.for('update') : query)
  return found
}

/** Updates a finding and increments its revision. */
export async function saveFinding(tx: Transaction, id: string, set: Partial<NewFinding>): Promise<void> {
  await tx
    .update(sheetFinding)
    .set({ ...set, revision: sql`${sheetFinding.revision} + 1` })
    .where(eq(sheetFinding.id, id))
}

/** Adds findings taken over from another sheet. */
export async function addFindings(tx: Transaction, findings: readonly NewFinding[]): Promise<void> {
  if (findings.length > 0) await tx.insert(sheetFinding).values([...findings])
}

/** Links findings to their facts. */
export async function linkFacts(
  tx: Transaction,
  links: readonly { readonly finding: string; readonly fact: string | null }[],
): Promise<void> {
  if (links.length === 0) return
  await tx.execute(sql`update sheet_finding set fact = linked.fact
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as linked(finding uuid, fact uuid) where sheet_finding.id = linked.finding`)
}

/** A row of the list of sheets. */
export interface ListedSheet extends Record<string, unknown> {
  readonly id: string
  readonly assignment: string
  readonly round: string | null
  readonly roundName: string | null
  readonly quarter: number
  readonly kind: 'committee' | 'leadUnit'
  readonly unit: string
  readonly state: StoredSheet['state']
  readonly sentBy: string | null
  readonly inspectors: readonly string[]
  readonly visitedOn: string
  readonly receivedAt: string
  readonly due: string | null
  readonly others: boolean
  readonly open: number
  readonly objected: number
  readonly objections: number
  readonly findings: number
  readonly team: readonly string[] | null
}

/** Lists the sheets of a year, with the number of findings in each state. Fast for ten thousand sheets. */
export async function listStored(
  db: Reads,
  year: number,
  { quarter, round }: { readonly quarter?: number; readonly round?: string },
): Promise<readonly ListedSheet[]> {
  const rows = await storedOfYear(db, year)
  return quarter === undefined && round === undefined
    ? rows
    : rows.filter(
        row =>
          (quarter === undefined || row.quarter === quarter) && (round === undefined || row.round === round),
      )
}

const storedOfYear = rememberRead(
  ['sheet', 'sheet_finding', 'assignment', 'round', 'assignment_inspector', 'inspector'],
  2,
  readStored,
)

async function readStored(db: Reads, year: number): Promise<readonly ListedSheet[]> {
  const { rows } = await db.execute<ListedSheet>(sql`
    select sheet.id, sheet.assignment, assignment.round, round.name as "roundName", sheet.quarter, sheet.kind, sheet.unit, sheet.state,
      sheet.sent_by as "sentBy", sheet.inspectors, sheet.visited_on as "visitedOn",
      to_char(sheet.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt", sheet.due,
      coalesce(beside.assignment is not null, false) as others, coalesce(counted.open, 0) as open, coalesce(counted.objected, 0) as objected,
      coalesce(counted.objections, 0) as objections, coalesce(counted.findings, 0) as findings, team.accounts as team
    from sheet
      join assignment on assignment.id = sheet.assignment
      left join round on round.id = assignment.round
      left join (select distinct assignment from sheet where year = ${year} and state = 'beside') beside on beside.assignment = sheet.assignment
      left join (select sheet, count(*)::int as findings, count(*) filter (where state = 'open')::int as open,
          count(*) filter (where state = 'objected')::int as objected, count(*) filter (where state not in ('open', 'accepted'))::int as objections
        from sheet_finding where year = ${year} group by sheet) counted on counted.sheet = sheet.id
      left join (select assignment_inspector.assignment, array_agg(inspector.account) as accounts from assignment_inspector
          join inspector on inspector.id = assignment_inspector.inspector where inspector.account is not null
          group by assignment_inspector.assignment) team on team.assignment = sheet.assignment
    where sheet.year = ${year}
    order by sheet.received_at desc, sheet.id`)
  return rows
}

/** A stored objection. */
interface StoredObjection extends Record<string, unknown> {
  readonly id: string
  readonly sheet: string
  readonly unit: string
  readonly quarter: number
  readonly body: Finding
  readonly state: 'objected' | 'upheld' | 'changed' | 'dropped'
  readonly reason: string
  readonly repliedAt: string
  readonly decidedAt: string | null
  readonly inspectors: readonly string[]
  readonly sentBy: string | null
  readonly team: readonly string[] | null
}

/** Lists the objections of a year. */
export const listObjected = rememberRead(
  ['sheet', 'sheet_finding', 'assignment_inspector', 'inspector'],
  2,
  readObjected,
)

async function readObjected(db: Reads, year: number): Promise<readonly StoredObjection[]> {
  const { rows } = await db.execute<StoredObjection>(sql`
    select finding.id, finding.sheet, finding.unit, sheet.quarter, finding.body, finding.state, finding.reason,
      to_char(finding.replied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "repliedAt",
      to_char(finding.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt", sheet.inspectors, sheet.sent_by as "sentBy",
      (select array_agg(inspector.account) from assignment_inspector join inspector on inspector.id = assignment_inspector.inspector
        where assignment_inspector.assignment = sheet.assignment and inspector.account is not null) as team
    from sheet_finding finding join sheet on sheet.id = finding.sheet
    where finding.year = ${year} and finding.state not in ('open', 'accepted') and sheet.state = 'inForce'
    order by finding.replied_at, finding.id`)
  return rows
}

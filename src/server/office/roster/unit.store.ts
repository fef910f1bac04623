import { and, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { cycle, rosterUnit } from './roster.tables.ts'

/** A former name, which a unit bore up to that day. */
export interface FormerName {
  readonly name: string
  readonly until: string
}

/** The revision of a unit: what an edit must have seen, and who made it. */
export interface UnitMark {
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: Date
  readonly formerNames: readonly FormerName[]
}

/** Finds what the roster needs to know of a year. */
export const findCycle = rememberRead(
  ['cycle'],
  50,
  async (
    db: Database | Transaction,
    year: number,
  ): Promise<
    Pick<typeof cycle.$inferSelect, 'phase' | 'sealed' | 'revision' | 'schemeVersion'> | undefined
  > => {
    const [found] = await db
      .select({
        phase: cycle.phase,
        sealed: cycle.sealed,
        revision: cycle.revision,
        schemeVersion: cycle.schemeVersion,
      })
      .from(cycle)
      .where(eq(cycle.year, year))
    return found
  },
)

/** Lists the sealed earlier years, whose results stay as sealed. */
export async function listSealed(db: Database | Transaction, before: number): Promise<readonly number[]> {
  const rows = await db
    .select({ year: cycle.year })
    .from(cycle)
    .where(and(lt(cycle.year, before), eq(cycle.sealed, true)))
  return rows.map(row => row.year)
}

/** Reads unit names by id: of one year, or of these units, each from the latest year whose roster has it. */
export async function unitNames(
  db: Database | Transaction,
  of: number | readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectDistinctOn([rosterUnit.id], { id: rosterUnit.id, name: rosterUnit.name })
    .from(rosterUnit)
    .where(typeof of === 'number' ? eq(rosterUnit.year, of) : inArray(rosterUnit.id, [...new Set(of)]))
    .orderBy(rosterUnit.id, desc(rosterUnit.year))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Finds the revision mark of a unit. */
export async function findMark(
  db: Database | Transaction,
  year: number,
  id: string,
): Promise<UnitMark | undefined> {
  const [found] = await db.select().from(rosterUnit).where(keyed(year, id))
  if (found === undefined) return undefined
  const { revision, changedBy, changedAt, formerNames } = found
  return { revision, changedBy, changedAt: new Date(changedAt), formerNames: formerNames ?? [] }
}

/** Reads the former names of units that have any. */
export async function readFormerNames(
  db: Database | Transaction,
  year: number,
): Promise<ReadonlyMap<string, readonly FormerName[]>> {
  const rows = await db
    .select({ id: rosterUnit.id, names: rosterUnit.formerNames })
    .from(rosterUnit)
    .where(and(eq(rosterUnit.year, year), isNotNull(rosterUnit.formerNames)))
  return new Map(rows.map(({ id, names }) => [id, names ?? []]))
}

/** Rewrites the former names. */
export async function writeFormerNames(
  tx: Transaction,
  year: number,
  id: string,
  names: readonly FormerName[],
): Promise<void> {
  await tx.update(rosterUnit).set({ formerNames: names }).where(keyed(year, id))
}

/** Counts the facts of this year about the unit that are in force. */
export async function countFacts(db: Database | Transaction, year: number, unit: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from fact where year = ${year} and unit = ${unit} and withdrawn_at is null`,
  )
  return rows[0]!.count
}

/** Counts the unit's items in the year's daily work, by kind, omitting zeros. */
export async function countWork(
  tx: Transaction,
  year: number,
  unit: string,
): Promise<readonly { readonly what: string; readonly count: number }[]> {
  const { rows } = await tx.execute<{ what: string; count: number }>(sql`
    select what, count(*)::int as count from (
      select '台账' as what from ledger_entry where year = ${year} and unit = ${unit} and state = 'inForce'
      union all select '整改事项' from remedy where year = ${year} and unit = ${unit}
      union all select '抽签' from draw where year = ${year} and unit = ${unit}
      union all select '核查安排' from assignment where year = ${year} and unit = ${unit} and state <> 'cancelled'
      union all select '会议和报送记录' from routine_record where year = ${year} and unit = ${unit} and withdrawn_at is null
      union all select '知识测试答卷' from knowledge_paper as paper join knowledge_test as test on test.id = paper.test
        where test.year = ${year} and paper.unit = ${unit}
      union all select '问题' from problem where year = ${year} and unit = ${unit} and standing <> 'dropped'
      union all select '述职报告' from report where year = ${year} and unit = ${unit}
      union all select '双述双评' from dual_debrief where year = ${year} and unit = ${unit} and withdrawn_reason is null
      union all select '公文' from official_document where year = ${year} and unit = ${unit}
    ) as work group by what order by what`)
  return rows
}

/** Counts the units of a year's roster. */
export async function countUnits(db: Database | Transaction, year: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from roster_unit where year = ${year}`,
  )
  return rows[0]!.count
}

function keyed(year: number, id: string) {
  return and(eq(rosterUnit.year, year), eq(rosterUnit.id, id))
}

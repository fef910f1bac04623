import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { routineCount, routineOccasion, routineRecord } from './routine.tables.ts'

/** 会议或报送的存储行. */
export type OccasionRow = typeof routineOccasion.$inferSelect

/** 记录的存储行. */
export type RecordRow = typeof routineRecord.$inferSelect

/** 场合的种类. */
export type OccasionKind = OccasionRow['kind']

/** 台账计数的键. */
export interface CountKey {
  readonly unit: string
  readonly counter: string
  /** a month. */
  readonly period: string
}

/** 某年的会议和报送, newest first. */
export async function readOccasions(
  db: Database | Transaction,
  year: number,
): Promise<readonly OccasionRow[]> {
  return db
    .select()
    .from(routineOccasion)
    .where(eq(routineOccasion.year, year))
    .orderBy(desc(routineOccasion.heldOn), desc(routineOccasion.at))
}

/** 某年的记录, withdrawn ones too. */
export async function readRecords(db: Database | Transaction, year: number): Promise<readonly RecordRow[]> {
  return db.select().from(routineRecord).where(eq(routineRecord.year, year)).orderBy(asc(routineRecord.at))
}

/** 找一次会议或报送, held till the transaction ends: records of one occasion follow one another. */
export async function holdOccasion(
  tx: Transaction,
  year: number,
  id: string,
): Promise<OccasionRow | undefined> {
  const [found] = await tx
    .select()
    .from(routineOccasion)
    .where(and(eq(routineOccasion.year, year), eq(routineOccasion.id, id)))
    .for('update')
  return found
}

/** 一次会议或报送的有效记录. */
export async function recordsAt(tx: Transaction, occasion: string): Promise<readonly RecordRow[]> {
  return tx
    .select()
    .from(routineRecord)
    .where(and(eq(routineRecord.occasion, occasion), isNull(routineRecord.withdrawnAt)))
}

/** 找一条记录. */
export async function findRecord(tx: Transaction, year: number, id: string): Promise<RecordRow | undefined> {
  const [found] = await tx
    .select()
    .from(routineRecord)
    .where(and(eq(routineRecord.year, year), eq(routineRecord.id, id)))
    .for('update')
  return found
}

/** 存会议和报送. */
export async function insertOccasions(
  tx: Transaction,
  rows: readonly (typeof routineOccasion.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(routineOccasion).values(rows.slice(at, at + 1000))
}

/** 存记录. */
export async function insertRecords(
  tx: Transaction,
  rows: readonly (typeof routineRecord.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(routineRecord).values(rows.slice(at, at + 1000))
}

/** 撤回一条记录; it stays to be seen. */
export async function withdrawRecord(
  tx: Transaction,
  { id, revision }: RecordRow,
  { by, at, why }: { readonly by: string; readonly at: Date; readonly why: string },
): Promise<void> {
  await tx
    .update(routineRecord)
    .set({ withdrawnAt: at.toISOString(), withdrawnBy: by, withdrawnWhy: why, revision: revision + 1 })
    .where(eq(routineRecord.id, id))
}

/** 这些键下组织考核者登记的有效记录数. */
export async function countRecords(
  tx: Transaction,
  year: number,
  units: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({
      unit: routineRecord.unit,
      counter: routineRecord.counter,
      period: sql<string>`substr(${routineOccasion.heldOn}, 1, 7)`,
      count: sql<number>`count(*)::int`,
    })
    .from(routineRecord)
    .innerJoin(routineOccasion, eq(routineOccasion.id, routineRecord.occasion))
    .where(
      and(
        eq(routineRecord.year, year),
        isNull(routineRecord.withdrawnAt),
        isNull(routineOccasion.keeper),
        inArray(routineRecord.unit, [...units]),
      ),
    )
    .groupBy(routineRecord.unit, routineRecord.counter, sql`3`)
  return new Map(rows.map(row => [keyOf(row), row.count]))
}

/** 键的写法. */
export function keyOf({ unit, counter, period }: CountKey): string {
  return `${unit} ${counter} ${period}`
}

/** 已由本房间写成事实的计数, by key. */
export async function readOwnCounts(
  tx: Transaction,
  year: number,
  units: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (units.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(routineCount)
    .where(and(eq(routineCount.year, year), inArray(routineCount.unit, [...units])))
  return new Map(rows.map(row => [keyOf(row), row.factPlace]))
}

/** 记下计数写成的事实. */
export async function saveOwnCounts(
  tx: Transaction,
  rows: readonly (typeof routineCount.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insert(routineCount)
      .values(rows.slice(at, at + 1000))
      .onConflictDoUpdate({
        target: [routineCount.year, routineCount.unit, routineCount.counter, routineCount.period],
        set: { factPlace: sql`excluded.fact_place` },
      })
  }
}

/** 删去不再有事实的计数. */
export async function dropOwnCounts(tx: Transaction, year: number, keys: readonly CountKey[]): Promise<void> {
  for (const { unit, counter, period } of keys) {
    await tx
      .delete(routineCount)
      .where(
        and(
          eq(routineCount.year, year),
          eq(routineCount.unit, unit),
          eq(routineCount.counter, counter),
          eq(routineCount.period, period),
        ),
      )
  }
}

/** 各单位的过失次数 in the year's facts, whoever recorded them. */
export async function countFaultsOf(
  db: Database | Transaction,
  year: number,
  counters: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ unit: string; count: number }>(sql`
    select unit, sum((body ->> 'count')::int)::int as count from fact
    where year = ${year} and kind = 'ledger' and withdrawn_at is null
      and body ->> 'counter' in (select jsonb_array_elements_text(${JSON.stringify(counters)}::jsonb))
    group by unit`)
  return new Map(rows.map(row => [row.unit, row.count]))
}

/** 牵头单位自己登记的次数, by member. */
export async function countOwnRecords(
  db: Database | Transaction,
  year: number,
  keeper: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ unit: routineRecord.unit, count: sql<number>`count(*)::int` })
    .from(routineRecord)
    .innerJoin(routineOccasion, eq(routineOccasion.id, routineRecord.occasion))
    .where(
      and(
        eq(routineRecord.year, year),
        isNull(routineRecord.withdrawnAt),
        eq(routineOccasion.keeper, keeper),
      ),
    )
    .groupBy(routineRecord.unit)
  return new Map(rows.map(row => [row.unit, row.count]))
}

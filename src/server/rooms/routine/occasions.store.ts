import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { routineCount, routineOccasion, routineRecord } from './routine.tables.ts'

/** A stored meeting or return. */
export type OccasionRow = typeof routineOccasion.$inferSelect

/** A stored record. */
export type RecordRow = typeof routineRecord.$inferSelect

/** The kind of an occasion. */
export type OccasionKind = OccasionRow['kind']

/** The key of a ledger count. */
export interface CountKey {
  readonly unit: string
  readonly counter: string
  /** a month. */
  readonly period: string
}

/** Lists the meetings and returns of a year, newest first. */
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

/** Lists the records of a year, including withdrawn ones. */
export async function readRecords(db: Database | Transaction, year: number): Promise<readonly RecordRow[]> {
  return db.select().from(routineRecord).where(eq(routineRecord.year, year)).orderBy(asc(routineRecord.at))
}

/** Finds a meeting or return and locks it until the transaction ends, so that its records are written one after another. */
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

/** Lists the records in force of a meeting or return. */
export async function recordsAt(tx: Transaction, occasion: string): Promise<readonly RecordRow[]> {
  return tx
    .select()
    .from(routineRecord)
    .where(and(eq(routineRecord.occasion, occasion), isNull(routineRecord.withdrawnAt)))
}

/** Finds a record. */
export async function findRecord(tx: Transaction, year: number, id: string): Promise<RecordRow | undefined> {
  const [found] = await tx
    .select()
    .from(routineRecord)
    .where(and(eq(routineRecord.year, year), eq(routineRecord.id, id)))
    .for('update')
  return found
}

/** Stores meetings and returns. */
export async function insertOccasions(
  tx: Transaction,
  rows: readonly (typeof routineOccasion.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(routineOccasion).values(rows.slice(at, at + 1000))
}

/** Stores records. */
export async function insertRecords(
  tx: Transaction,
  rows: readonly (typeof routineRecord.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(routineRecord).values(rows.slice(at, at + 1000))
}

/** Marks a record as withdrawn; it stays visible. */
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

/** Counts the records in force that the committee entered under these keys. */
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

/** Encodes a key as a string. */
export function keyOf({ unit, counter, period }: CountKey): string {
  return `${unit} ${counter} ${period}`
}

/** Reads the counts that this room has written as facts, by key. */
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

/** Saves the facts that counts were written as. */
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

/** Deletes counts that no longer have a fact. */
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

/** Counts the faults of each unit in the facts of the year, from all sources. */
export async function countFaultsOf(
  db: Database | Transaction,
  year: number,
  counters: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ unit: string; count: number }>(sql`
    select unit, sum((body ->> 'count')::int)::int as count from fact
    where year = ${year} and kind = 'ledger' and withdrawn_at is null
      and ${isOneOf(sql`body ->> 'counter'`, counters)}
    group by unit`)
  return new Map(rows.map(row => [row.unit, row.count]))
}

/** Counts the records that lead units entered themselves, by member. */
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

import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Day } from '../../../domain/kernel/calendar.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { assignment, assignmentInspector, round } from './rounds.tables.ts'

type Reads = Database | Transaction

/** A stored round. */
export type StoredRound = typeof round.$inferSelect

/** The progress of a round: how many units are planned, done, and overdue on a given day. */
export interface RoundCounts {
  readonly planned: number
  readonly done: number
  readonly late: number
}

/** Lists the rounds of a year, by quarter and first day. */
export async function listRounds(db: Reads, year: number): Promise<readonly StoredRound[]> {
  return db.select().from(round).where(eq(round.year, year)).orderBy(round.quarter, round.fromDay, round.name)
}

/** Finds a round; `lock` locks it until the transaction ends. */
export async function findRound(
  db: Reads,
  year: number,
  id: string,
  { lock = false } = {},
): Promise<StoredRound | undefined> {
  const wanted = db
    .select()
    .from(round)
    .where(and(eq(round.year, year), eq(round.id, id)))
  const [found] = await (lock ? wanted.for('update') : wanted)
  return found
}

/** Stores a new round; `undefined` if the year already has one of that name. */
export async function insertRound(
  tx: Transaction,
  row: typeof round.$inferInsert,
): Promise<StoredRound | undefined> {
  const [made] = await tx.insert(round).values(row).onConflictDoNothing().returning()
  return made
}

/** Saves a round. */
export async function saveRound(
  tx: Transaction,
  id: string,
  values: Partial<typeof round.$inferInsert>,
): Promise<StoredRound> {
  const [saved] = await tx
    .update(round)
    .set({ ...values, revision: sql`${round.revision} + 1` })
    .where(eq(round.id, id))
    .returning()
  return saved!
}

/** Checks whether another round of the year has this name. */
export async function isNameTaken(
  tx: Transaction,
  year: number,
  name: string,
  besides: string,
): Promise<boolean> {
  const found = await tx
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.year, year), eq(round.name, name)))
  return found.some(one => one.id !== besides)
}

/** Deletes a round with its plan. */
export async function removeRound(tx: Transaction, id: string): Promise<void> {
  await tx.delete(round).where(eq(round.id, id))
}

/** Counts the progress of a year's rounds on a day; `units` limits the count to those units. */
export async function countRounds(
  db: Reads,
  year: number,
  today: Day,
  has: (unit: string) => boolean,
): Promise<ReadonlyMap<string, RoundCounts>> {
  const { rows } = await db.execute<{ round: string; unit: string; done: boolean; late: boolean }>(sql`
    select round, unit, state = 'done' as done, state = 'planned' and planned_on < ${today} as late
    from assignment where year = ${year} and round is not null and state <> 'cancelled'`)
  const counts = new Map<string, { planned: number; done: number; late: number }>()
  for (const row of rows) {
    if (!has(row.unit)) continue
    const count = counts.get(row.round) ?? { planned: 0, done: 0, late: 0 }
    counts.set(row.round, count)
    count.planned++
    if (row.done) count.done++
    if (row.late) count.late++
  }
  return counts
}

/** Returns who inspected which unit in the last round that began before this day. */
export async function roundBefore(db: Reads, day: Day): Promise<ReadonlyMap<string, readonly string[]>> {
  const [last] = await db
    .select({ id: round.id })
    .from(round)
    .where(lt(round.fromDay, day))
    .orderBy(desc(round.fromDay), desc(round.id))
    .limit(1)
  if (last === undefined) return new Map()
  const rows = await db
    .select({ unit: assignment.unit, inspector: assignmentInspector.inspector, state: assignment.state })
    .from(assignment)
    .innerJoin(assignmentInspector, eq(assignmentInspector.assignment, assignment.id))
    .where(eq(assignment.round, last.id))
    .orderBy(assignment.unit, assignmentInspector.nth)
  const before = new Map<string, string[]>()
  for (const { unit, inspector, state } of rows) {
    if (state !== 'cancelled') before.set(unit, [...(before.get(unit) ?? []), inspector])
  }
  return before
}

/** An inspection still to be made, of a round that was issued or a lead unit's own. */
export interface OpenVisit extends Record<string, unknown> {
  readonly round: string | null
  readonly unit: string
  readonly plannedOn: Day | null
}

/** Lists the inspections still to be made in a year, by day. */
export function listOpenVisits(db: Reads, year: number): Promise<readonly OpenVisit[]> {
  return openVisits(db, year)
}

const openVisits = rememberRead(['assignment', 'round'], 2, readOpenVisits)

async function readOpenVisits(db: Reads, year: number): Promise<readonly OpenVisit[]> {
  const { rows } = await db.execute<OpenVisit>(sql`
    select assignment.round, assignment.unit, assignment.planned_on as "plannedOn" from assignment
      left join round on round.id = assignment.round
    where assignment.year = ${year} and assignment.state = 'planned' and (round.id is null or round.state = 'issued')
    order by assignment.planned_on, assignment.unit`)
  return rows
}

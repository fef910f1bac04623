import { and, eq, sql } from 'drizzle-orm'
import type { Day, Quarter } from '../../../domain/kernel/calendar.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { assignment, assignmentInspector } from './rounds.tables.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'

/** Who changed something, and when. */
export interface Stamp {
  readonly by: string
  readonly at: Date
}

/** Returns the stamp for a change: who makes it, and when. */
export function stampOf(context: Pick<AppContext, 'now'>, actor: Actor): Stamp {
  return { by: actor.name, at: context.now() }
}

/** An assignment to store. */
interface PlannedRow {
  readonly id: string
  readonly unit: string
  readonly team?: number
  readonly plannedOn?: Day
  readonly doneOn?: Day
  readonly inspectors: readonly string[]
}

/** Replaces the plan of a round, in bulk. */
export async function replacePlan(
  tx: Transaction,
  { id, year, quarter }: { readonly id: string; readonly year: number; readonly quarter: Quarter },
  rows: readonly PlannedRow[],
  { by, at }: Stamp,
): Promise<void> {
  await tx.delete(assignment).where(eq(assignment.round, id))
  if (rows.length === 0) return
  await tx.execute(sql`insert into assignment (id, year, round, kind, quarter, unit, team, planned_on, state, done_on, changed_by, changed_at)
    select one.id, ${year}::int, ${id}::uuid, 'committee', ${quarter}::int, one.unit, one.team, one."plannedOn",
      case when one."doneOn" is null then 'planned' else 'done' end, one."doneOn", ${by}::text, ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, unit text, team int, "plannedOn" text, "doneOn" text)`)
  const people = rows.flatMap(row =>
    row.inspectors.map((inspector, nth) => ({ assignment: row.id, inspector, nth: nth + 1 })),
  )
  await addPeople(tx, people)
}

/** Adds an assignment. */
export async function insertAssignment(
  tx: Transaction,
  row: typeof assignment.$inferInsert,
  inspectors: readonly string[],
): Promise<void> {
  await tx.insert(assignment).values(row)
  await putPeople(tx, row.id, inspectors)
}

/** Saves an assignment with its people. */
export async function saveAssignment(
  tx: Transaction,
  id: string,
  values: Partial<typeof assignment.$inferInsert>,
  inspectors: readonly string[],
): Promise<void> {
  await tx
    .update(assignment)
    .set({ ...values, revision: sql`${assignment.revision} + 1` })
    .where(eq(assignment.id, id))
  await tx.delete(assignmentInspector).where(eq(assignmentInspector.assignment, id))
  await putPeople(tx, id, inspectors)
}

/** Removes an assignment; in a round that was issued it stays as cancelled, because other records refer to it. */
export async function removeAssignment(
  tx: Transaction,
  id: string,
  keep: boolean,
  { by, at }: Stamp,
): Promise<void> {
  if (!keep) return void (await tx.delete(assignment).where(eq(assignment.id, id)))
  await tx
    .update(assignment)
    .set({
      state: 'cancelled',
      revision: sql`${assignment.revision} + 1`,
      changedBy: by,
      changedAt: at.toISOString(),
    })
    .where(eq(assignment.id, id))
}

/** Finds the assignment of a unit in a round, including a cancelled one. */
export async function findInRound(
  tx: Transaction,
  round: string,
  unit: string,
): Promise<{ readonly id: string; readonly cancelled: boolean } | undefined> {
  const [found] = await tx
    .select({ id: assignment.id, state: assignment.state })
    .from(assignment)
    .where(and(eq(assignment.round, round), eq(assignment.unit, unit)))
  return found === undefined ? undefined : { id: found.id, cancelled: found.state === 'cancelled' }
}

async function putPeople(tx: Transaction, id: string, inspectors: readonly string[]): Promise<void> {
  await addPeople(
    tx,
    inspectors.map((inspector, nth) => ({ assignment: id, inspector, nth: nth + 1 })),
  )
}

async function addPeople(
  tx: Transaction,
  people: readonly { assignment: string; inspector: string; nth: number }[],
): Promise<void> {
  if (people.length === 0) return
  await tx.execute(sql`insert into assignment_inspector (assignment, inspector, nth)
    select assignment, inspector, nth from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as one(assignment uuid, inspector uuid, nth int)`)
}

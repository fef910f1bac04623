import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Day, Quarter } from '../../../domain/kernel/calendar.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { assignment, assignmentInspector, inspector, round } from './rounds.tables.ts'

type Reads = Database | Transaction

/** An inspector assigned to an inspection. */
interface AssignedInspector {
  readonly id: string
  readonly name: string
  readonly account: string | undefined
}

/** An assignment (核查安排), as other rooms see it. `round` is empty for a lead unit's own inspection. */
export interface Assignment {
  readonly id: string
  readonly round: string | undefined
  readonly roundName: string | undefined
  /** whether inspectors may act on it: its round is issued, or it is a lead unit's own. */
  readonly open: boolean
  /** whether those concerned may see it: its round is issued or has ended since. */
  readonly issued: boolean
  readonly year: number
  readonly quarter: Quarter
  readonly unit: string
  readonly by: 'committee' | 'leadUnit'
  readonly leadUnit: string | undefined
  readonly team: number | undefined
  readonly inspectors: readonly AssignedInspector[]
  readonly plannedOn: Day | undefined
  readonly state: 'planned' | 'done' | 'cancelled'
  readonly doneOn: Day | undefined
  readonly note: string
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: string
}

/** Finds an assignment; `lock` locks it until the transaction ends. */
export async function findAssignment(
  db: Reads,
  id: string,
  { lock = false } = {},
): Promise<Assignment | undefined> {
  if (lock) await db.select({ id: assignment.id }).from(assignment).where(eq(assignment.id, id)).for('update')
  const [found] = await listAssignments(db, eq(assignment.id, id))
  return found
}

/** Lists the assignments that an account carries out, of one year or all years: those open to act on, by date. */
export async function assignmentsOf(
  db: Reads,
  account: string,
  year?: number,
): Promise<readonly Assignment[]> {
  const mine = db
    .select({ id: assignmentInspector.assignment })
    .from(assignmentInspector)
    .innerJoin(inspector, eq(inspector.id, assignmentInspector.inspector))
    .where(eq(inspector.account, account))
  const found = await listAssignments(
    db,
    and(inArray(assignment.id, mine), year === undefined ? undefined : eq(assignment.year, year)),
  )
  return found.filter(one => one.open && one.state !== 'cancelled')
}

/** Lists the assignments of a year. */
export async function assignmentsOfYear(db: Reads, year: number): Promise<readonly Assignment[]> {
  return listAssignments(db, eq(assignment.year, year))
}

/** Lists the assignments of a round. */
export async function assignmentsOfRound(db: Reads, id: string): Promise<readonly Assignment[]> {
  return listAssignments(db, eq(assignment.round, id))
}

/** Records that the sheet of an assignment was signed on that day; `undefined` undoes it. */
export async function markDone(
  tx: Transaction,
  id: string,
  doneOn: Day | undefined,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .update(assignment)
    .set({
      state: doneOn === undefined ? 'planned' : 'done',
      doneOn: doneOn ?? null,
      revision: sql`${assignment.revision} + 1`,
      changedBy: by,
      changedAt: at.toISOString(),
    })
    .where(eq(assignment.id, id))
}

/** Checks whether an account is barred from an inspection (回避): it belongs to the unit or, in a committee round, to its lead group, by roster, grants or the list of inspectors. */
export async function isBarred(
  db: Reads,
  {
    account,
    year,
    unit,
    by,
  }: {
    readonly account: string
    readonly year: number
    readonly unit: string
    readonly by: 'committee' | 'leadUnit'
  },
): Promise<boolean> {
  const { rows } = await db.execute<{ barred: boolean }>(sql`
    with home as (
      select unit from role_grant where account = ${account} and unit is not null
      union select inspector_home.unit from inspector_home join inspector on inspector.id = inspector_home.inspector where inspector.account = ${account})
    select exists (
      select 1 from home
        left join roster_unit as inspected on inspected.year = ${year} and inspected.id = ${unit}
        left join roster_unit as own on own.year = ${year} and own.id = home.unit
      where home.unit = ${unit}
        or (${by} = 'committee' and coalesce(own.lead_unit, home.unit) = coalesce(inspected.lead_unit, ${unit}))) as barred`)
  return rows[0]!.barred
}

async function listAssignments(db: Reads, where: SQL | undefined): Promise<readonly Assignment[]> {
  const rows = await db
    .select({ one: assignment, roundName: round.name, roundState: round.state })
    .from(assignment)
    .leftJoin(round, eq(round.id, assignment.round))
    .where(where)
    .orderBy(assignment.plannedOn, assignment.team, assignment.unit)
  const people = await db
    .select({
      assignment: assignmentInspector.assignment,
      id: inspector.id,
      name: inspector.name,
      account: inspector.account,
    })
    .from(assignmentInspector)
    .innerJoin(inspector, eq(inspector.id, assignmentInspector.inspector))
    .innerJoin(assignment, eq(assignment.id, assignmentInspector.assignment))
    .where(where)
    .orderBy(assignmentInspector.nth)
  const byAssignment = Map.groupBy(people, row => row.assignment)
  return rows.map(({ one, roundName, roundState }) => ({
    id: one.id,
    round: one.round ?? undefined,
    roundName: roundName ?? undefined,
    open: one.kind === 'leadUnit' || roundState === 'issued',
    issued: one.kind === 'leadUnit' || roundState !== 'drafted',
    year: one.year,
    quarter: one.quarter,
    unit: one.unit,
    by: one.kind,
    leadUnit: one.leadUnit ?? undefined,
    team: one.team ?? undefined,
    inspectors: (byAssignment.get(one.id) ?? []).map(({ id, name, account }) => ({
      id,
      name,
      account: account ?? undefined,
    })),
    plannedOn: one.plannedOn ?? undefined,
    state: one.state,
    doneOn: one.doneOn ?? undefined,
    note: one.note,
    revision: one.revision,
    changedBy: one.changedBy,
    changedAt: one.changedAt,
  }))
}

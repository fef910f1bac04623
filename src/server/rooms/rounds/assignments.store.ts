import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Day, Quarter } from '../../../domain/kernel/calendar.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { assignment, assignmentInspector, inspector, round } from './rounds.tables.ts'

type Reads = Database | Transaction

/** 安排上的核查人员. */
export interface AssignedInspector {
  readonly id: string
  readonly name: string
  readonly account: string | undefined
}

/** 一项核查安排, as other rooms see it. `round` is none for a lead unit's own inspection. */
export interface Assignment {
  readonly id: string
  readonly round: string | undefined
  readonly roundName: string | undefined
  /** whether inspectors may act on it: its round is issued, or it is a lead unit's own. */
  readonly open: boolean
  /** whether those whom it concerns may see it: issued, or ended since. */
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

/** 找一项核查安排; `lock` holds it till the transaction ends. */
export async function findAssignment(
  db: Reads,
  id: string,
  { lock = false } = {},
): Promise<Assignment | undefined> {
  if (lock) await db.select({ id: assignment.id }).from(assignment).where(eq(assignment.id, id)).for('update')
  const [found] = await listAssignments(db, eq(assignment.id, id))
  return found
}

/** 某账号本人承担的核查安排 of a year, or of all years: those open to act on, by date. */
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

/** 某年的核查安排. */
export async function assignmentsOfYear(db: Reads, year: number): Promise<readonly Assignment[]> {
  return listAssignments(db, eq(assignment.year, year))
}

/** 某轮的核查安排. */
export async function assignmentsOfRound(db: Reads, id: string): Promise<readonly Assignment[]> {
  return listAssignments(db, eq(assignment.round, id))
}

/** 核查完成的登记: the sheet was signed on that day; `undefined` takes it back. */
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

/** 是否回避: whether this account belongs to the unit, or in a committee's round to its lead group; by roster, grants and the list of inspectors. */
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

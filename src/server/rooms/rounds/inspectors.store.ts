import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { inspector } from './rounds.tables.ts'

type Reads = Database | Transaction

/** A stored inspector. */
export type StoredInspector = typeof inspector.$inferSelect

/** An inspector to store. */
type NewInspector = typeof inspector.$inferInsert

/** Lists the inspectors of the committee's rounds. */
export async function listInspectors(db: Reads): Promise<readonly StoredInspector[]> {
  return db
    .select()
    .from(inspector)
    .where(eq(inspector.serves, 'committee'))
    .orderBy(inspector.name, inspector.id)
}

/** Finds an inspector and locks it until the transaction ends. */
export async function findInspector(tx: Transaction, id: string): Promise<StoredInspector | undefined> {
  const [found] = await tx.select().from(inspector).where(eq(inspector.id, id)).for('update')
  return found
}

/** Finds the inspector of an account. */
export async function inspectorOfAccount(db: Reads, account: string): Promise<StoredInspector | undefined> {
  const [found] = await db.select().from(inspector).where(eq(inspector.account, account))
  return found
}

/** Finds a lead unit's own inspector by name, without an account. */
export async function leadInspectorNamed(
  db: Reads,
  leadUnit: string,
  name: string,
): Promise<StoredInspector | undefined> {
  const own = and(
    eq(inspector.serves, 'leadUnit'),
    eq(inspector.homeUnit, leadUnit),
    eq(inspector.name, name),
    isNull(inspector.account),
  )
  const [found] = await db.select().from(inspector).where(own)
  return found
}

/** Stores inspectors. */
export async function insertInspectors(tx: Transaction, rows: readonly NewInspector[]): Promise<void> {
  await tx.insert(inspector).values([...rows])
}

/** Saves an inspector; returns the new revision. */
export async function saveInspector(
  tx: Transaction,
  id: string,
  values: Partial<NewInspector>,
): Promise<number> {
  const [saved] = await tx
    .update(inspector)
    .set({ ...values, revision: sql`${inspector.revision} + 1` })
    .where(eq(inspector.id, id))
    .returning({ revision: inspector.revision })
  return saved!.revision
}

/** An account with the inspector role. */
export interface InspectorAccount {
  readonly id: string
  readonly username: string
  readonly name: string
}

/** Lists the accounts with the inspector role that are not disabled. */
export async function inspectorAccounts(db: Reads): Promise<readonly InspectorAccount[]> {
  const { rows } = await db.execute<Record<keyof InspectorAccount, string>>(sql`
    select account.id, account.username, account.name from account join role_grant on role_grant.account = account.id
    where role_grant.role = 'inspector' and account.disabled_at is null order by account.username`)
  return rows
}

/** Returns the units that each inspector belongs to: home unit, given group, and the units of the account. */
export async function homesOfInspectors(db: Reads): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.execute<{ inspector: string; unit: string }>(
    sql`select inspector, unit from inspector_home`,
  )
  const homes = new Map<string, string[]>()
  for (const { inspector: id, unit } of rows) homes.set(id, [...(homes.get(id) ?? []), unit])
  return homes
}

/** Counts for each person the assignments of the year, and those that are done. */
export async function countLoads(
  db: Reads,
  year: number,
): Promise<ReadonlyMap<string, { readonly assigned: number; readonly done: number }>> {
  const { rows } = await db.execute<{ inspector: string; assigned: number; done: number }>(sql`
    select assignment_inspector.inspector, count(*)::int as assigned, (count(*) filter (where assignment.state = 'done'))::int as done
    from assignment_inspector join assignment on assignment.id = assignment_inspector.assignment
    where assignment.year = ${year} and assignment.state <> 'cancelled' group by 1`)
  return new Map(rows.map(({ inspector: id, assigned, done }) => [id, { assigned, done }]))
}

/** Lists the units that an inspector is still to inspect and that would conflict with a move. */
export async function conflictsOfInspector(
  db: Reads,
  id: string,
  homes: readonly string[],
): Promise<readonly { readonly unit: string; readonly name: string }[]> {
  const { rows } = await db.execute<{ unit: string; name: string }>(sql`
    select assignment.unit, coalesce(inspected.name, assignment.unit) as name
    from assignment
      join assignment_inspector on assignment_inspector.assignment = assignment.id
      cross join jsonb_array_elements_text(${JSON.stringify(homes)}::jsonb) as home(unit)
      left join roster_unit as inspected on inspected.year = assignment.year and inspected.id = assignment.unit
      left join roster_unit as own on own.year = assignment.year and own.id = home.unit
    where assignment_inspector.inspector = ${id}::uuid and assignment.state = 'planned'
      and (home.unit = assignment.unit
        or (assignment.kind = 'committee' and coalesce(own.lead_unit, home.unit) = coalesce(inspected.lead_unit, assignment.unit)))
    group by 1, 2 order by bool_or(home.unit = assignment.unit) desc, min(assignment.planned_on), 1`)
  return rows
}

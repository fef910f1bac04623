import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { inspector } from './rounds.tables.ts'

type Reads = Database | Transaction

/** 已存的核查人员. */
export type StoredInspector = typeof inspector.$inferSelect

/** 新的核查人员. */
export type NewInspector = typeof inspector.$inferInsert

/** 核查人员, those of the committee's rounds. */
export async function listInspectors(db: Reads): Promise<readonly StoredInspector[]> {
  return db
    .select()
    .from(inspector)
    .where(eq(inspector.serves, 'committee'))
    .orderBy(inspector.name, inspector.id)
}

/** 找一名核查人员, held till the transaction ends. */
export async function findInspector(tx: Transaction, id: string): Promise<StoredInspector | undefined> {
  const [found] = await tx.select().from(inspector).where(eq(inspector.id, id)).for('update')
  return found
}

/** 某账号的核查人员. */
export async function inspectorOfAccount(db: Reads, account: string): Promise<StoredInspector | undefined> {
  const [found] = await db.select().from(inspector).where(eq(inspector.account, account))
  return found
}

/** 牵头单位自己的核查人员 of that name without an account. */
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

/** 登记核查人员. */
export async function insertInspectors(tx: Transaction, rows: readonly NewInspector[]): Promise<void> {
  await tx.insert(inspector).values([...rows])
}

/** 修改核查人员; the new revision. */
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

/** 核查账号: accounts that hold the role of an inspector, with the units that they stand for besides. */
export interface InspectorAccount {
  readonly id: string
  readonly username: string
  readonly name: string
}

/** 具有核查组角色的账号, not disabled. */
export async function inspectorAccounts(db: Reads): Promise<readonly InspectorAccount[]> {
  const { rows } = await db.execute<Record<keyof InspectorAccount, string>>(sql`
    select account.id, account.username, account.name from account join role_grant on role_grant.account = account.id
    where role_grant.role = 'inspector' and account.disabled_at is null order by account.username`)
  return rows
}

/** 核查人员所属的单位: home, group given, and the units of their accounts, by inspector. */
export async function homesOfInspectors(db: Reads): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.execute<{ inspector: string; unit: string }>(
    sql`select inspector, unit from inspector_home`,
  )
  const homes = new Map<string, string[]>()
  for (const { inspector: id, unit } of rows) homes.set(id, [...(homes.get(id) ?? []), unit])
  return homes
}

/** 各人本年度承担的项数 and those of them done. */
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

/** 改后仍要核查的冲突单位 of one inspector: what hinders a move. */
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

import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { remedy } from './ledger.tables.ts'

/** A stored remedy. */
export type StoredRemedy = typeof remedy.$inferSelect

/** A remedy to store. */
export type NewRemedy = typeof remedy.$inferInsert

type Reader = Database | Transaction

const WRITE_AT_ONCE = 2_000

/** Reads the remedies listed in a year, for all units or one. */
export async function readRemedies(
  db: Reader,
  year: number,
  unit?: string,
): Promise<readonly StoredRemedy[]> {
  return db
    .select()
    .from(remedy)
    .where(
      and(
        eq(remedy.year, year),
        isNull(remedy.withdrawnReason),
        ...(unit === undefined ? [] : [eq(remedy.unit, unit)]),
      ),
    )
    .orderBy(asc(remedy.place))
}

/** Finds a remedy and locks it until the transaction ends. */
export async function findRemedy(
  tx: Transaction,
  year: number,
  unit: string,
  id: string,
): Promise<StoredRemedy | undefined> {
  const [row] = await tx
    .select()
    .from(remedy)
    .where(
      and(eq(remedy.year, year), eq(remedy.unit, unit), eq(remedy.id, id), isNull(remedy.withdrawnReason)),
    )
    .for('update')
  return row
}

/** Stores remedies; a row of last year that is already listed is skipped. Returns how many were added. */
export async function insertRemedies(tx: Transaction, items: readonly NewRemedy[]): Promise<number> {
  let added = 0
  for (let at = 0; at < items.length; at += WRITE_AT_ONCE) {
    const chunk = JSON.stringify(items.slice(at, at + WRITE_AT_ONCE))
    const { rows } = await tx.execute<{ count: number }>(sql`with put as (
      insert into remedy (id, year, unit, origin, row_id, problem, measure, deadline, state, result, entries, problem_id, made_by, changed_by, changed_at)
      select r.id, r.year, r.unit, r.origin, r.row, r.problem, r.measure, r.deadline, r.state, r.result, r.entries, r."problemId", r."madeBy", r."changedBy",
        r."changedAt"
      from jsonb_to_recordset(${chunk}::jsonb) as r(id uuid, year int, unit text, origin text, "row" text, problem text, measure text,
        deadline text, state text, result text, entries uuid[], "problemId" uuid, "madeBy" text, "changedBy" text, "changedAt" timestamptz)
      on conflict do nothing returning 1) select count(*)::int as count from put`)
    added += rows[0]!.count
  }
  return added
}

/** Saves a remedy as its next revision. */
export async function saveRemedy(
  tx: Transaction,
  { id, revision }: StoredRemedy,
  set: Partial<NewRemedy>,
): Promise<void> {
  await tx
    .update(remedy)
    .set({ ...set, revision: revision + 1 })
    .where(eq(remedy.id, id))
}

/** Settles the entry that looks back upon a problem, once the problem is confirmed. */
export async function settleLookBack(
  tx: Transaction,
  problemId: string,
  settled: Pick<NewRemedy, 'result' | 'changedBy' | 'changedAt'>,
): Promise<void> {
  await tx
    .update(remedy)
    .set({ ...settled, state: 'done', revision: sql`${remedy.revision} + 1` })
    .where(and(eq(remedy.problemId, problemId), isNull(remedy.withdrawnReason)))
}

/** Returns the titles of those of the given entries that are in force, which a remedy may cite. */
export async function titlesOf(
  db: Reader,
  year: number,
  ids: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly unit: string; readonly title: string; readonly happenedOn: string }>
> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.execute<{ id: string; unit: string; title: string; day: string }>(sql`
    select id::text as id, unit, title, happened_on as day from ledger_entry where year = ${year} and state = 'inForce'
      and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`)
  return new Map(rows.map(({ id, unit, title, day }) => [id, { unit, title, happenedOn: day }]))
}

interface Overdue {
  readonly unit: string
  readonly count: number
  readonly since: string
}

/** Lists the units with remedies that are open after their last day, those longest overdue first. */
export function listOverdue(db: Reader, year: number, today: string): Promise<readonly Overdue[]> {
  return overdueOn(db, `${year} ${today}`)
}

const overdueOn = rememberRead(['remedy'], 2, readOverdue)

async function readOverdue(db: Reader, key: string): Promise<readonly Overdue[]> {
  const [year, today] = [Number(key.split(' ')[0]), key.split(' ')[1]!]
  const { rows } = await db.execute<{ unit: string; count: number; since: string }>(sql`
    select unit, count(*)::int as count, min(deadline) as since from remedy
    where year = ${year} and withdrawn_reason is null and state in ('notStarted', 'inHand') and deadline < ${today}
    group by unit order by min(deadline), unit`)
  return rows
}

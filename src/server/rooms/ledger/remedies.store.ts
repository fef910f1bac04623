import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { ledgerEntry, remedy } from './ledger.tables.ts'

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
      insert into remedy (id, year, unit, origin, row_id, problem, measure, deadline, state, result, entries, problem_id, follows, made_by, changed_by, changed_at)
      select r.id, r.year, r.unit, r.origin, r.row, r.problem, r.measure, r.deadline, r.state, r.result, r.entries, r."problemId", coalesce(r.follows, false), r."madeBy", r."changedBy",
        r."changedAt"
      from jsonb_to_recordset(${chunk}::jsonb) as r(id uuid, year int, unit text, origin text, "row" text, problem text, measure text,
        deadline text, state text, result text, entries uuid[], "problemId" uuid, follows boolean, "madeBy" text, "changedBy" text, "changedAt" timestamptz)
      on conflict do nothing returning 1) select count(*)::int as count from put`)
    added += rows[0]!.count
  }
  return added
}

/** Lets rows of last year that are listed already stand for the problem of the same row, so that it is not listed twice. Returns how many do. */
export async function adoptProblems(tx: Transaction, items: readonly NewRemedy[]): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`with adopted as (
    update remedy set problem_id = r."problemId", follows = r.follows, problem = r.problem,
        measure = case when r.measure = '' then remedy.measure else r.measure end, deadline = r.deadline,
        state = r.state, result = r.result, revision = remedy.revision + 1, changed_by = r."changedBy", changed_at = r."changedAt"
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(year int, unit text, "row" text, problem text, measure text,
        deadline text, state text, result text, "problemId" uuid, follows boolean, "changedBy" text, "changedAt" timestamptz)
      where remedy.year = r.year and remedy.unit = r.unit and remedy.row_id = r.row and remedy.origin = 'lastYear'
        and remedy.problem_id is null and remedy.withdrawn_reason is null
        and not exists (select 1 from remedy other where other.problem_id = r."problemId" and other.withdrawn_reason is null)
      returning 1) select count(*)::int as count from adopted`)
  return rows[0]!.count
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

/** Lets the entry that looks back upon a problem follow it: measure, deadline, and done with its result once the problem is confirmed. An entry kept by hand is settled alone. */
export async function followProblem(
  tx: Transaction,
  problemId: string,
  { measure, deadline, result, ...stamp }: FollowedProblem,
): Promise<void> {
  const its = and(eq(remedy.problemId, problemId), isNull(remedy.withdrawnReason))
  const next = { ...stamp, revision: sql`${remedy.revision} + 1` }
  if (result !== undefined) {
    await tx
      .update(remedy)
      .set({ ...next, state: 'done', result })
      .where(its)
    return
  }
  await tx
    .update(remedy)
    .set({ ...next, measure, ...(deadline === null ? {} : { deadline }) })
    .where(and(its, eq(remedy.follows, true)))
}

/** What the look-back takes over from a problem; `result` once it is confirmed. */
interface FollowedProblem extends Pick<NewRemedy, 'measure' | 'deadline' | 'changedBy' | 'changedAt'> {
  readonly result?: string | undefined
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
      and ${isOneOf(ledgerEntry.id, ids, 'uuid')}`)
  return new Map(rows.map(({ id, unit, title, day }) => [id, { unit, title, happenedOn: day }]))
}

/** Counts the open problems of each unit that others listed: those past their day or without one, and those without a remedy. (附件 八) */
export async function countOpenProblems(
  db: Reader,
  year: number,
  today: string,
): Promise<readonly { readonly unit: string; readonly open: number; readonly unplanned: number }[]> {
  const { rows } = await db.execute<{ unit: string; open: number; unplanned: number }>(sql`
    select unit, (count(*) filter (where deadline is null or deadline < ${today}))::int as open,
      (count(*) filter (where measure = ''))::int as unplanned
    from remedy where year = ${year} and withdrawn_reason is null and origin <> 'self' and state in ('notStarted', 'inHand')
    group by unit order by unit collate "C"`)
  return rows
}

interface Overdue extends Record<string, unknown> {
  readonly unit: string
  readonly count: number
  readonly since: string
  /** the one that is overdue longest. */
  readonly problem: string
}

/** Lists the units with remedies that are open after their last day, those longest overdue first. */
export function listOverdue(db: Reader, year: number, today: string): Promise<readonly Overdue[]> {
  return overdueOn(db, `${year} ${today}`)
}

const overdueOn = rememberRead(['remedy'], 2, readOverdue)

async function readOverdue(db: Reader, key: string): Promise<readonly Overdue[]> {
  const [year, today] = [Number(key.split(' ')[0]), key.split(' ')[1]!]
  const { rows } = await db.execute<Overdue>(sql`
    select unit, count(*)::int as count, min(deadline) as since,
      (array_agg(problem order by deadline, place))[1] as problem from remedy
    where year = ${year} and withdrawn_reason is null and state in ('notStarted', 'inHand') and deadline < ${today}
    group by unit order by min(deadline), unit`)
  return rows
}

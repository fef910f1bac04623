import { and, asc, eq, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm'
import type { ProblemStanding } from '../../../domain/campaign/rectify/problemState.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { problem, problemStep } from './rectify.tables.ts'

type Reader = Database | Transaction

/** A stored problem. */
export type StoredProblem = typeof problem.$inferSelect

/** A problem to store. */
export type NewProblem = typeof problem.$inferInsert

/** A stored step of a problem. */
type StoredStep = typeof problemStep.$inferSelect

/** A step to store. */
export type NewStep = typeof problemStep.$inferInsert

const AT_ONCE = 1_000

const lastRead = new WeakMap<Reader, Map<number, readonly StoredProblem[]>>()

/** Reads the problems of a year in their order; kept until one is written, and then only the changed ones are read: 10,000 whole rows take more than a second. */
export const readProblems = rememberRead(
  ['problem'],
  2,
  async (db: Reader, year: number): Promise<readonly StoredProblem[]> => {
    const kept = lastRead.get(db) ?? new Map<number, readonly StoredProblem[]>()
    lastRead.set(db, kept)
    const known = new Map(kept.get(year)?.map(row => [row.id, row]))
    const now = await listRevisions(db, year)
    const changed = now.flatMap(({ id, revision }) => (known.get(id)?.revision === revision ? [] : [id]))
    for (const row of await readChanged(db, year, changed.length < known.size / 2 ? changed : undefined))
      known.set(row.id, row)
    const rows = now.flatMap(({ id }) => known.get(id) ?? [])
    kept.set(year, rows)
    return rows
  },
)

/** Lists ids and revisions in their order, as one text: the driver is slow with many rows. */
async function listRevisions(db: Reader, year: number) {
  const { rows } = await db.execute<{ all: string | null }>(sql`
    select string_agg(id || ' ' || revision, ',' order by place) as all from problem where year = ${year}`)
  return (rows[0]?.all?.split(',') ?? []).map(one => {
    const [id, revision] = one.split(' ')
    return { id: id!, revision: Number(revision) }
  })
}

async function readChanged(db: Reader, year: number, ids: readonly string[] | undefined) {
  if (ids?.length === 0) return []
  return db
    .select()
    .from(problem)
    .where(and(eq(problem.year, year), ids && isOneOf(problem.id, ids, 'uuid')))
}

/** Finds a problem. */
export async function findProblem(
  db: Reader,
  year: number,
  unit: string,
  id: string,
): Promise<StoredProblem | undefined> {
  const [found] = await db
    .select()
    .from(problem)
    .where(and(eq(problem.year, year), eq(problem.unit, unit), eq(problem.id, id)))
  return found
}

/** Which problems to lock. */
interface Wanted {
  readonly year: number
  readonly unit?: string
  readonly ids?: readonly string[] | undefined
  readonly standings: readonly ProblemStanding[]
}

/** Locks the problems of a year in these states until the transaction ends. */
export async function lockProblems(
  tx: Transaction,
  { year, unit, ids, standings }: Wanted,
): Promise<readonly StoredProblem[]> {
  return tx
    .select()
    .from(problem)
    .where(
      and(
        eq(problem.year, year),
        inArray(problem.standing, [...standings]),
        unit === undefined ? undefined : eq(problem.unit, unit),
        ids === undefined ? undefined : isOneOf(problem.id, ids, 'uuid'),
      ),
    )
    .orderBy(asc(problem.place))
    .for('update')
}

/** Locks one problem. */
export async function lockProblem(
  tx: Transaction,
  year: number,
  unit: string,
  id: string,
): Promise<StoredProblem | undefined> {
  const [found] = await tx
    .select()
    .from(problem)
    .where(and(eq(problem.year, year), eq(problem.unit, unit), eq(problem.id, id)))
    .for('update')
  return found
}

/** Inserts problems; a proposal that was taken before is skipped. Returns the ids of those added. */
export async function insertProblems(
  tx: Transaction,
  rows: readonly NewProblem[],
): Promise<ReadonlySet<string>> {
  const added = new Set<string>()
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const made = await tx
      .insert(problem)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoNothing()
      .returning({ id: problem.id })
    for (const { id } of made) added.add(id)
  }
  return added
}

/** Values to change in problems. */
export type ProblemChange = { readonly [K in keyof NewProblem]?: NewProblem[K] | SQL }

/** Changes problems, each to its next revision. */
export async function changeProblems(
  tx: Transaction,
  ids: readonly string[],
  values: ProblemChange,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(problem)
    .set({ ...values, revision: sql`${problem.revision} + 1` })
    .where(isOneOf(problem.id, ids, 'uuid'))
}

/** Adds steps to the history of problems. */
export async function insertSteps(tx: Transaction, steps: readonly NewStep[]): Promise<void> {
  for (let at = 0; at < steps.length; at += AT_ONCE)
    await tx.insert(problemStep).values(steps.slice(at, at + AT_ONCE))
}

/** Lists the steps of a problem in their order. */
export async function listSteps(db: Reader, id: string): Promise<readonly StoredStep[]> {
  return db.select().from(problemStep).where(eq(problemStep.problem, id)).orderBy(asc(problemStep.place))
}

/** Years back in which the same problem is looked for. */
const YEARS_BACK = 5

/** Lists the problems of earlier years that were sent, of all units or of these. */
export async function listEarlier(
  db: Reader,
  year: number,
  units?: readonly string[],
): Promise<readonly StoredProblem[]> {
  return db
    .select()
    .from(problem)
    .where(
      and(
        lt(problem.year, year),
        sql`${problem.year} >= ${year - YEARS_BACK}`,
        notInArray(problem.standing, ['drafted', 'reviewed', 'dropped']),
        units === undefined ? undefined : isOneOf(problem.unit, units),
      ),
    )
}

/** Counts the problems that were sent, by year, unit and state, with how many of them had stood before. */
export async function countByYear(db: Reader) {
  return db
    .select({
      year: problem.year,
      unit: problem.unit,
      standing: problem.standing,
      count: sql<number>`count(*)::int`,
      again: sql<number>`(count(*) filter (where ${problem.again} <> '[]'))::int`,
    })
    .from(problem)
    .where(notInArray(problem.standing, ['drafted', 'reviewed', 'dropped']))
    .groupBy(problem.year, problem.unit, problem.standing)
}

import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { cycle } from '../../office/roster/roster.tables.ts'
import { knowledgePaper, knowledgeTest } from './knowledge.tables.ts'

/** A stored test. */
export type StoredTest = typeof knowledgeTest.$inferSelect

/** A stored paper. */
export type StoredPaper = typeof knowledgePaper.$inferSelect

type Reader = Database | Transaction

/** Lists the tests of a year, by quarter. */
export async function listTestsOf(db: Reader, year: number): Promise<readonly StoredTest[]> {
  return db
    .select()
    .from(knowledgeTest)
    .where(eq(knowledgeTest.year, year))
    .orderBy(asc(knowledgeTest.quarter))
}

/** An open test, with how many of its papers are in. */
interface OpenTest extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly quarter: number
  readonly papers: number
  readonly submitted: number
}

/** Lists the open tests of a year with their papers. */
export async function countOpenTests(db: Reader, year: number): Promise<readonly OpenTest[]> {
  const { rows } = await db.execute<OpenTest>(sql`
    select test.id, test.name, test.quarter, count(paper.id)::int as papers,
      count(paper.id) filter (where paper.state = 'submitted')::int as submitted
    from knowledge_test test left join knowledge_paper paper on paper.test = test.id and paper.state <> 'void'
    where test.year = ${year} and test.state = 'open' group by test.id order by test.quarter`)
  return rows
}

/** Finds a test; `forUpdate` locks it until the transaction ends. */
export async function findTest(
  db: Reader,
  year: number,
  id: string,
  forUpdate = false,
): Promise<StoredTest | undefined> {
  const query = db
    .select()
    .from(knowledgeTest)
    .where(and(eq(knowledgeTest.year, year), eq(knowledgeTest.id, id)))
  const [found] = await (forUpdate ? query.for('update') : query)
  return found
}

/** Stores a new test; `undefined` if the quarter already has one. */
export async function insertTest(
  tx: Transaction,
  test: typeof knowledgeTest.$inferInsert,
): Promise<StoredTest | undefined> {
  const [made] = await tx.insert(knowledgeTest).values(test).onConflictDoNothing().returning()
  return made
}

/** Marks a test as closed. */
export async function saveClosed(tx: Transaction, id: string, by: string, at: string): Promise<StoredTest> {
  const [saved] = await tx
    .update(knowledgeTest)
    .set({ state: 'closed', closedBy: by, closedAt: at })
    .where(eq(knowledgeTest.id, id))
    .returning()
  return saved!
}

/** Lists the papers of tests, by unit and seat. */
export async function listPapers(
  db: Reader,
  tests: readonly string[],
  unit?: string,
): Promise<readonly StoredPaper[]> {
  if (tests.length === 0) return []
  return db
    .select()
    .from(knowledgePaper)
    .where(
      and(
        inArray(knowledgePaper.test, [...tests]),
        unit === undefined ? undefined : eq(knowledgePaper.unit, unit),
      ),
    )
    .orderBy(sql`${knowledgePaper.unit} collate "C"`, asc(knowledgePaper.seat))
}

/** Stores new papers. */
export async function insertPapers(
  tx: Transaction,
  papers: readonly (typeof knowledgePaper.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < papers.length; at += 500)
    await tx.insert(knowledgePaper).values(papers.slice(at, at + 500))
}

/** Finds a paper and locks it until the transaction ends. */
export async function lockPaper(tx: Transaction, test: string, id: string): Promise<StoredPaper | undefined> {
  const [found] = await tx
    .select()
    .from(knowledgePaper)
    .where(and(eq(knowledgePaper.test, test), eq(knowledgePaper.id, id)))
    .for('update')
  return found
}

/** Finds the paper that a slip belongs to, with its test; `forUpdate` locks the paper. */
export async function findSlip(
  db: Reader,
  code: string,
  forUpdate = false,
): Promise<{ readonly paper: StoredPaper; readonly test: StoredTest } | undefined> {
  const query = db
    .select({ paper: knowledgePaper, test: knowledgeTest })
    .from(knowledgePaper)
    .innerJoin(knowledgeTest, eq(knowledgeTest.id, knowledgePaper.test))
    .where(eq(knowledgePaper.code, code))
  const [found] = await (forUpdate ? query.for('update', { of: knowledgePaper }) : query)
  return found
}

/** Changes a paper. */
export async function changePaper(
  tx: Transaction,
  id: string,
  to: Partial<StoredPaper>,
): Promise<StoredPaper> {
  const [saved] = await tx.update(knowledgePaper).set(to).where(eq(knowledgePaper.id, id)).returning()
  return saved!
}

/** Saves the grades of several papers in one step. */
export async function saveGrades(
  tx: Transaction,
  grades: readonly {
    readonly id: string
    readonly right: number
    readonly out: number
    readonly passed: boolean
    readonly submittedAt: string
  }[],
): Promise<void> {
  await tx.execute(sql`update knowledge_paper set state = 'submitted', right_count = g."right", out_count = g.out, passed = g.passed, submitted_at = g."submittedAt"
    from jsonb_to_recordset(${JSON.stringify(grades)}::jsonb) as g(id uuid, "right" int, out int, passed boolean, "submittedAt" timestamptz)
    where knowledge_paper.id = g.id`)
}

/** Voids the papers of a test that were never started. */
export async function voidUntaken(tx: Transaction, test: string, reason: string): Promise<void> {
  await tx
    .update(knowledgePaper)
    .set({ state: 'void', reason })
    .where(and(eq(knowledgePaper.test, test), eq(knowledgePaper.state, 'made')))
}

/** Lists the papers with this question that can be regraded: handed in, and of years that are not sealed. */
export async function listRegradable(
  db: Reader,
  question: string,
): Promise<readonly { readonly paper: StoredPaper; readonly test: StoredTest }[]> {
  return db
    .select({ paper: knowledgePaper, test: knowledgeTest })
    .from(knowledgePaper)
    .innerJoin(knowledgeTest, eq(knowledgeTest.id, knowledgePaper.test))
    .innerJoin(cycle, eq(cycle.year, knowledgeTest.year))
    .where(
      and(
        eq(cycle.sealed, false),
        eq(knowledgePaper.state, 'submitted'),
        sql`${knowledgePaper.questions} @> ${JSON.stringify([question])}::jsonb`,
      ),
    )
    .orderBy(
      asc(knowledgeTest.year),
      asc(knowledgeTest.quarter),
      sql`${knowledgePaper.unit} collate "C"`,
      asc(knowledgePaper.seat),
    )
}

/** Finds the knowledge test facts in force for a quarter, by unit: their numbers in the fact table. */
export async function findTestFacts(
  tx: Transaction,
  year: number,
  quarter: number,
  units: readonly string[],
): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ place: number }>(sql`
    select place::float8 as place from fact where year = ${year} and kind = 'knowledgeTests' and withdrawn_at is null
      and (body ->> 'quarter')::int = ${quarter} and ${isOneOf(sql`unit`, units)}`)
  return rows.map(({ place }) => place)
}

import { asc, eq, inArray, sql } from 'drizzle-orm'
import { comparable } from '../../../domain/kernel/comparable.ts'
import type { Question } from '../../../domain/campaign/exam/question.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { question, questionPast } from './knowledge.tables.ts'

/** A stored question. */
export type StoredQuestion = typeof question.$inferSelect

type Reader = Database | Transaction

/** Lists the question bank by topic and stem, including retired questions. */
export async function listBank(db: Reader): Promise<readonly StoredQuestion[]> {
  return db.select().from(question).orderBy(asc(question.topic), asc(question.kind), asc(question.stem))
}

/** Counts how many papers use each question. */
export async function countUses(db: Reader): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ question: string; uses: number }>(sql`
    select used.question, count(*)::int as uses from knowledge_paper, jsonb_array_elements_text(questions) as used(question)
    where state <> 'void' group by used.question`)
  return new Map(rows.map(({ question: id, uses }) => [id, uses]))
}

/** Finds questions by id. */
export async function findQuestions(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Question>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(question)
    .where(inArray(question.id, [...new Set(ids)]))
  return new Map(rows.map(row => [row.id, row]))
}

/** Finds a question and locks it until the transaction ends. */
export async function lockQuestion(tx: Transaction, id: string): Promise<StoredQuestion | undefined> {
  const [found] = await tx.select().from(question).where(eq(question.id, id)).for('update')
  return found
}

/** Adds questions; skips those whose stem is already in use, also with other spaces or widths, and returns the rest. */
export async function insertQuestions(
  tx: Transaction,
  questions: readonly (typeof question.$inferInsert)[],
): Promise<readonly string[]> {
  const used = await stemsInUse(tx)
  const fresh = questions.filter(({ id, stem }) => {
    const key = comparable(stem)
    if (used.has(key)) return false
    used.set(key, [id])
    return true
  })
  const made: string[] = []
  for (let at = 0; at < fresh.length; at += 500) {
    const rows = await tx
      .insert(question)
      .values(fresh.slice(at, at + 500))
      .onConflictDoNothing()
      .returning({ id: question.id })
    made.push(...rows.map(({ id }) => id))
  }
  return made
}

/** Checks whether another question in use has this stem, also with other spaces or widths. */
export async function isStemUsed(tx: Transaction, stem: string, but: string): Promise<boolean> {
  return ((await stemsInUse(tx)).get(comparable(stem)) ?? []).some(id => id !== but)
}

/** Reads the questions in use by their stems, as texts are compared. */
async function stemsInUse(tx: Transaction): Promise<Map<string, readonly string[]>> {
  const rows = await tx
    .select({ id: question.id, stem: question.stem })
    .from(question)
    .where(eq(question.retired, false))
  const used = new Map<string, readonly string[]>()
  for (const { id, stem } of rows) used.set(comparable(stem), [...(used.get(comparable(stem)) ?? []), id])
  return used
}

/** Changes a question and keeps its former version with the reason. */
export async function changeQuestion(
  tx: Transaction,
  { revision, ...before }: StoredQuestion,
  to: Partial<Pick<StoredQuestion, 'kind' | 'topic' | 'stem' | 'options' | 'answer' | 'retired' | 'voided'>>,
  { by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<StoredQuestion> {
  await tx
    .insert(questionPast)
    .values({ question: before.id, revision, body: before, reason, changedBy: by, changedAt: at })
  const [changed] = await tx
    .update(question)
    .set({ ...to, revision: revision + 1, changedBy: by, changedAt: at })
    .where(eq(question.id, before.id))
    .returning()
  return changed!
}

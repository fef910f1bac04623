import { toInstant } from '../../platform/database/toInstant.ts'
import { countUses, listBank, type StoredQuestion } from './bank.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Presents the question bank; each question shows how many papers use it. */
export async function viewBank({
  context,
}: Served<'GET /api/questions'>): Promise<{ readonly questions: ReturnType<typeof presentQuestion>[] }> {
  const db = context.db
  const uses = await countUses(db)
  return {
    questions: (await listBank(db)).map(question => presentQuestion(question, uses.get(question.id) ?? 0)),
  }
}

/** Presents a question. */
export function presentQuestion(
  { changedAt, options, answer, voided, ...question }: StoredQuestion,
  papers: number,
) {
  return {
    ...question,
    voided: voided ?? undefined,
    options: [...options],
    answer: [...answer],
    changedAt: toInstant(changedAt),
    papers,
  }
}

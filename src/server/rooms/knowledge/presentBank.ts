import { toInstant } from '../../platform/database/toInstant.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { countUses, listBank, type StoredQuestion } from './bank.store.ts'

/** 题库的说法, each question with how often it stands on a paper. */
export async function viewBank(
  db: Database | Transaction,
): Promise<{ readonly questions: ReturnType<typeof presentQuestion>[] }> {
  const uses = await countUses(db)
  return {
    questions: (await listBank(db)).map(question => presentQuestion(question, uses.get(question.id) ?? 0)),
  }
}

/** 一道题的说法. */
export function presentQuestion({ changedAt, options, answer, ...question }: StoredQuestion, papers: number) {
  return { ...question, options: [...options], answer: [...answer], changedAt: toInstant(changedAt), papers }
}

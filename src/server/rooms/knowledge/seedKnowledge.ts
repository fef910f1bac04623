import { demoQuestions } from '../../../demo/demoQuestions.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { insertQuestions } from './bank.store.ts'
import { addPapers } from './holdExam.ts'
import { insertTest } from './paper.store.ts'

const COUNTS = { single: 6, multiple: 2, judge: 2 }
const SEATS = 5

/** Loads the demo question bank and a test of the fourth quarter that is in progress at a few units; leaves the facts of the year unchanged. */
export async function seedKnowledge(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  year: number,
  units: readonly string[],
): Promise<void> {
  const at = context.now().toISOString()
  const questions = demoQuestions.map(body => ({
    id: context.newId(),
    ...body,
    changedBy: actor.name,
    changedAt: at,
  }))
  await insertQuestions(tx, questions)
  const test = await insertTest(tx, {
    id: context.newId(),
    year,
    quarter: 4,
    name: `${year}年第四季度基本知识测试`,
    minutes: 10,
    passPercent: 60,
    graceMinutes: 10,
    counts: COUNTS,
    state: 'open',
    openedBy: actor.name,
    openedAt: at,
  })
  const made = await addPapers(
    context,
    tx,
    test!,
    units.map(unit => ({ unit, people: [], seats: SEATS })),
  )
  if (isRefusal(made)) throw new Error(`the demo test was refused: ${made.code}`)
}

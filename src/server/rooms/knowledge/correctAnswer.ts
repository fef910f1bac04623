import type { Quarter } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { checkQuestion, printAnswer } from '../../../domain/campaign/exam/question.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { changeQuestion, findQuestions } from './bank.store.ts'
import { loadQuestion } from './editBank.ts'
import { listPapers, listRegradable, saveGrades, type StoredPaper, type StoredTest } from './paper.store.ts'
import { gradeOf } from './standing.ts'
import { writeTestFacts } from './writeTestFacts.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

interface Moved {
  readonly paper: StoredPaper
  readonly test: StoredTest
  readonly right: number
  readonly passed: boolean
}

/** Previews the correction of an answer: which papers and units would change. Saves nothing. Papers of sealed years do not change. */
export async function tryAnswer({
  context: { db },
  params: { question },
  body: { answer },
}: Served<'POST /api/questions/:question/answer-trial'>) {
  const found = (await findQuestions(db, [question])).get(question)
  if (found === undefined) return refuse('notFound', { what: '这道题' })
  return describeMoved(db, await regrade(db, question, sorted(answer)))
}

/** Corrects the answer of a question, with a reason: regrades its papers and updates the facts of tests that have ended. */
export async function correctAnswer({
  context,
  actor,
  change,
  params: { question: id },
  body: { answer: given, revision, reason },
}: Served<'POST /api/questions/:question/answer'>): Promise<
  Awaited<ReturnType<typeof describeMoved>> | Refusal
> {
  const answer = sorted(given)
  return change(async tx => {
    const before = await loadQuestion(tx, id, revision)
    if (isRefusal(before)) return before
    const faulty = checkQuestion({ ...before, answer })
    if (faulty !== undefined) return faulty
    if (before.answer.join() === answer.join()) return refuse('keyUnchanged', {})
    const graded = await regrade(tx, id, answer)
    const told = await describeMoved(tx, graded)
    const now = context.now()
    await changeQuestion(tx, before, { answer }, { by: actor.name, at: now.toISOString(), reason })
    await saveGrades(
      tx,
      graded.map(({ paper, right, passed }) => ({
        id: paper.id,
        right,
        passed,
        submittedAt: paper.submittedAt!,
      })),
    )
    for (const [test, moved] of Map.groupBy(graded, one => one.test.id)) {
      const stored = moved[0]!.test
      const units = new Set(moved.filter(one => one.passed !== one.paper.passed).map(one => one.paper.unit))
      if (stored.state !== 'closed' || units.size === 0 || stored.id !== test) continue
      const revised = await bumpCycle(tx, stored.year)
      if (isRefusal(revised)) return revised
      await writeTestFacts(tx, stored, [...units], { author: actor.name, now, revision: revised })
    }
    const values = {
      stem: before.stem,
      from: printAnswer(before, before.answer),
      to: printAnswer(before, answer),
      papers: graded.length,
      reason,
    }
    return { answer: told, events: [{ kind: 'answerCorrected', values }] }
  })
}

async function regrade(
  db: Database | Transaction,
  question: string,
  answer: readonly number[],
): Promise<readonly Moved[]> {
  const papers = await listRegradable(db, question)
  const bank = new Map(
    await findQuestions(
      db,
      papers.flatMap(({ paper }) => paper.questions),
    ),
  )
  const before = bank.get(question)
  if (before !== undefined) bank.set(question, { ...before, answer })
  return papers.map(({ paper, test }) => ({ paper, test, ...gradeOf(paper, test, bank, paper.answers) }))
}

async function describeMoved(db: Database | Transaction, graded: readonly Moved[]) {
  const years = [...new Set(graded.map(({ test }) => test.year))]
  const names = new Map<string, string>()
  for (const year of years)
    for (const unit of (await readRoster(db, year)).units) names.set(unit.id, unit.name)
  const changed = graded.filter(
    ({ paper, right, passed }) => paper.right !== right || paper.passed !== passed,
  )
  const units = []
  for (const [key, moved] of Map.groupBy(changed, ({ paper, test }) => `${test.id} ${paper.unit}`)) {
    const { test, paper } = moved[0]!
    const before = (await listPapers(db, [test.id], paper.unit)).filter(one => one.passed === false).length
    const after =
      before +
      moved.filter(one => !one.passed && one.paper.passed).length -
      moved.filter(one => one.passed && !one.paper.passed).length
    if (key !== '' && after !== before)
      units.push({
        unit: paper.unit,
        unitName: names.get(paper.unit) ?? paper.unit,
        quarter: test.quarter as Quarter,
        before,
        after,
      })
  }
  return {
    papers: graded.length,
    changed: changed.map(({ paper, test, right, passed }) => ({
      test: test.name,
      unit: paper.unit,
      unitName: names.get(paper.unit) ?? paper.unit,
      seat: paper.seat,
      before: paper.right!,
      after: right,
      of: paper.questions.length,
      passedBefore: paper.passed!,
      passedAfter: passed,
    })),
    units,
  }
}

function sorted(answer: readonly number[]): readonly number[] {
  return answer.toSorted((one, other) => one - other)
}

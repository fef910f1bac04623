import type { Route } from '../../../contract/http/route.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import {
  checkQuestion,
  printAnswer,
  type Question,
  voidedNames,
} from '../../../domain/campaign/exam/question.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { changeQuestion, findQuestions, type StoredQuestion } from './bank.store.ts'
import { loadQuestion } from './editBank.ts'
import { listPapers, listRegradable, saveGrades, type StoredPaper, type StoredTest } from './paper.store.ts'
import { gradeOf } from './standing.ts'
import { writeTestFacts } from './writeTestFacts.ts'
import type { RouteRequest, Served } from '../../platform/http/serveRoutes.ts'

interface Moved {
  readonly paper: StoredPaper
  readonly test: StoredTest
  readonly right: number
  readonly out: number
  readonly passed: boolean
}

/** What is changed of a question that has been asked. */
type Regrade = Pick<Question, 'answer'> | Required<Pick<Question, 'voided'>>

type Told = Awaited<ReturnType<typeof describeMoved>>

/** Previews the correction of an answer: which papers and units would change. Saves nothing. Papers of sealed years do not change. */
export function tryAnswer({
  context: { db },
  params: { question },
  body: { answer },
}: Served<'POST /api/questions/:question/answer-trial'>) {
  return tryRegrade(db, question, { answer: sorted(answer) })
}

/** Previews voiding a question for everybody, or counting it again. Saves nothing. */
export function tryVoid({
  context: { db },
  params: { question },
  body: { how },
}: Served<'POST /api/questions/:question/void-trial'>) {
  return tryRegrade(db, question, { voided: how === 'no' ? null : how })
}

async function tryRegrade(db: Database, question: string, to: Regrade): Promise<Told | Refusal> {
  const found = (await findQuestions(db, [question])).get(question)
  if (found === undefined) return refuse('notFound', { what: '这道题' })
  return describeMoved(db, await regrade(db, question, to))
}

/** Corrects the answer of a question, with a reason: regrades its papers and updates the facts of tests that have ended. */
export function correctAnswer(request: Served<'POST /api/questions/:question/answer'>) {
  const { answer: given, revision, reason } = request.body
  const answer = sorted(given)
  return saveRegrade(request, revision, reason, before => {
    const faulty = checkQuestion({ ...before, answer })
    if (faulty !== undefined) return faulty
    if (before.answer.join() === answer.join()) return refuse('keyUnchanged', {})
    const [from, to] = [printAnswer(before, before.answer), printAnswer(before, answer)]
    return { to: { answer }, event: { kind: 'answerCorrected', values: { from, to } } }
  })
}

/** Voids a faulty question for everybody, with a reason: it counts as right, or not at all, and is not asked again. `no` counts it again. */
export function voidQuestion(request: Served<'POST /api/questions/:question/void'>) {
  const { how, revision, reason } = request.body
  const voided = how === 'no' ? null : how
  return saveRegrade(request, revision, reason, before => {
    if (before.voided === voided) return refuse('voidUnchanged', {})
    const told = voided === null ? '恢复计分' : `作废，${voidedNames[voided]}`
    return {
      to: voided === null ? { voided } : { voided, retired: true },
      event: { kind: 'questionVoided', values: { told } },
    }
  })
}

type Asked = Pick<RouteRequest<Route>, 'context' | 'actor' | 'change'> & {
  readonly params: { readonly question: string }
}

interface Decided {
  readonly to: Regrade & { readonly retired?: true }
  readonly event:
    | { readonly kind: 'answerCorrected'; readonly values: { readonly from: string; readonly to: string } }
    | { readonly kind: 'questionVoided'; readonly values: { readonly told: string } }
}

async function saveRegrade(
  { context, actor, change, params: { question: id } }: Asked,
  revision: number,
  reason: string,
  decide: (before: StoredQuestion) => Decided | Refusal,
): Promise<Told | Refusal> {
  return change<Told>(async tx => {
    const before = await loadQuestion(tx, id, revision)
    if (isRefusal(before)) return before
    const decided = decide(before)
    if (isRefusal(decided)) return decided
    const graded = await regrade(tx, id, decided.to)
    const told = await describeMoved(tx, graded)
    const now = context.now()
    await changeQuestion(tx, before, decided.to, { by: actor.name, at: now.toISOString(), reason })
    await saveGrades(
      tx,
      graded.map(({ paper, right, out, passed }) => ({
        id: paper.id,
        right,
        out,
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
    const values = { stem: before.stem, papers: graded.length, reason }
    const event =
      decided.event.kind === 'answerCorrected'
        ? { kind: decided.event.kind, values: { ...values, ...decided.event.values } }
        : { kind: decided.event.kind, values: { ...values, ...decided.event.values } }
    return { answer: told, events: [event] }
  })
}

async function regrade(db: Database | Transaction, question: string, to: Regrade): Promise<readonly Moved[]> {
  const papers = await listRegradable(db, question)
  const bank = new Map(
    await findQuestions(
      db,
      papers.flatMap(({ paper }) => paper.questions),
    ),
  )
  const before = bank.get(question)
  if (before !== undefined) bank.set(question, { ...before, ...to })
  return papers.map(({ paper, test }) => ({ paper, test, ...gradeOf(paper, test, bank, paper.answers) }))
}

async function describeMoved(db: Database | Transaction, graded: readonly Moved[]) {
  const years = [...new Set(graded.map(({ test }) => test.year))]
  const names = new Map<string, string>()
  for (const year of years)
    for (const unit of (await readRoster(db, year)).units) names.set(unit.id, unit.name)
  const changed = graded.filter(
    ({ paper, right, out, passed }) => paper.right !== right || paper.out !== out || paper.passed !== passed,
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
    changed: changed.map(({ paper, test, right, out, passed }) => ({
      test: test.name,
      unit: paper.unit,
      unitName: names.get(paper.unit) ?? paper.unit,
      seat: paper.seat,
      before: paper.right!,
      after: right,
      of: paper.questions.length - out,
      passedBefore: paper.passed!,
      passedAfter: passed,
    })),
    units,
  }
}

function sorted(answer: readonly number[]): readonly number[] {
  return answer.toSorted((one, other) => one - other)
}

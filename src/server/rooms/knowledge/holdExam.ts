import { createHash } from 'node:crypto'
import { countQuestions, drawPaper } from '../../../domain/campaign/exam/drawPaper.ts'
import type { Question } from '../../../domain/campaign/exam/question.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { listDrawnOfQuarter } from '../draw/drawn.store.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { findQuestions, listBank } from './bank.store.ts'
import {
  changePaper,
  findTest,
  insertPapers,
  insertTest,
  listPapers,
  listTestsOf,
  lockPaper,
  saveClosed,
  saveGrades,
  type StoredTest,
  voidUntaken,
} from './paper.store.ts'
import { shortCode } from '../../platform/shortCode.ts'
import { standingOf } from './standing.ts'
import { notThere, presentPaper, presentTest } from './viewTests.ts'
import { writeTestFacts } from './writeTestFacts.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Test = ReturnType<typeof presentTest>

/** Opens a knowledge test (基本知识测试); one per quarter. `testEmpty`, `questionsTooFew`, `quarterTested`. */
export async function openTest({
  context,
  actor,
  change,
  params: { year },
  body: plan,
}: Served<'POST /api/years/:year/tests'>): Promise<Test | Refusal> {
  if (countQuestions(plan.counts) === 0) return refuse('testEmpty', {})
  return change<Test>(async tx => {
    const locked = await bumpCycle(tx, year)
    if (isRefusal(locked)) return locked
    const usable = (await listBank(tx)).filter(question => !question.retired)
    const paper = drawPaper(usable, plan.counts, id => id)
    if (isRefusal(paper)) return paper
    const stored = {
      id: context.newId(),
      year,
      ...plan,
      state: 'open',
      openedBy: actor.name,
      openedAt: context.now().toISOString(),
    } as const
    const made = await insertTest(tx, stored)
    if (made === undefined) {
      const there = (await listTestsOf(tx, year)).find(test => test.quarter === plan.quarter)
      return refuse('quarterTested', { quarter: plan.quarter, name: there?.name ?? '' })
    }
    const values = {
      name: plan.name,
      quarter: plan.quarter,
      questions: countQuestions(plan.counts),
      minutes: plan.minutes,
    }
    return { answer: presentTest(made, [], []), events: [{ kind: 'testOpened', year, values }] }
  })
}

/** The papers requested for a unit: the people named, and how many papers without a name. */
interface PapersWanted {
  readonly unit: string
  readonly people: readonly string[]
  readonly seats: number
}

const MOST_SEATS = 30

/** Makes papers: each person gets different questions, drawn by a hash of the paper number, so that anybody can repeat the draw. (四（二）) */
export async function makePapers({
  context,
  change,
  params: { year, test: id },
  body: { units: wanted },
}: Served<'POST /api/years/:year/tests/:test/papers'>): Promise<{ readonly made: number } | Refusal> {
  return change(async tx => {
    const test = await openOne(tx, year, id)
    if (isRefusal(test)) return test
    const made = await addPapers(context, tx, test, wanted)
    if (isRefusal(made)) return made
    return {
      answer: { made },
      events: [{ kind: 'papersMade', year, values: { name: test.name, papers: made } }],
    }
  })
}

/** Makes papers for the members drawn in the quarter of the test, for units that have no papers yet. `nobodyDrawn`. (四（二）) */
export async function papersOfDraw({
  context,
  change,
  params: { year, test: id },
}: Served<'POST /api/years/:year/tests/:test/papers-of-draw'>): Promise<
  { readonly made: number; readonly units: number } | Refusal
> {
  return change(async tx => {
    const test = await openOne(tx, year, id)
    if (isRefusal(test)) return test
    const served = new Set((await listPapers(tx, [id])).map(paper => paper.unit))
    const drawn = [...(await listDrawnOfQuarter(tx, year, test.quarter, 'member'))].filter(
      ([unit]) => !served.has(unit),
    )
    if (drawn.length === 0) return refuse('nobodyDrawn', { quarter: test.quarter })
    const wanted = drawn.map(([unit, lines]) => ({ unit, people: lines.map(line => line.name), seats: 0 }))
    const made = await addPapers(context, tx, test, wanted)
    if (isRefusal(made)) return made
    return {
      answer: { made, units: drawn.length },
      events: [{ kind: 'papersMade', year, values: { name: test.name, papers: made } }],
    }
  })
}

/** Adds papers to a test; the questions of each are drawn from the bank by its own number. `noSuchUnit`, `seatsTooMany`, `questionsTooFew`. */
export async function addPapers(
  context: AppContext,
  tx: Transaction,
  test: StoredTest,
  wanted: readonly PapersWanted[],
): Promise<number | Refusal> {
  const known = new Set((await readRoster(tx, test.year)).units.map(unit => unit.id))
  const usable = (await listBank(tx)).filter(question => !question.retired)
  const seats = new Map<string, number>()
  for (const paper of await listPapers(tx, [test.id]))
    seats.set(paper.unit, Math.max(seats.get(paper.unit) ?? 0, paper.seat))
  const papers = []
  for (const { unit, people, seats: more } of wanted) {
    if (!known.has(unit)) return refuse('noSuchUnit', { unit })
    const count = people.length + more
    if (count > MOST_SEATS) return refuse('seatsTooMany', { wanted: count, most: MOST_SEATS })
    for (let at = 0; at < count; at++) {
      const paper = onePaper(context, test, usable)
      if (isRefusal(paper)) return paper
      const seat = (seats.get(unit) ?? 0) + 1
      seats.set(unit, seat)
      papers.push({ ...paper, unit, seat, person: people[at] ?? null })
    }
  }
  await insertPapers(tx, papers)
  return papers.length
}

function onePaper(context: AppContext, test: StoredTest, usable: readonly Question[]) {
  const id = context.newId()
  const questions = drawPaper(usable, test.counts, question =>
    createHash('sha256').update(`${id} ${question}`).digest('hex'),
  )
  if (isRefusal(questions)) return questions
  return {
    id,
    test: test.id,
    code: shortCode(context.newId()),
    questions: questions.map(question => question.id),
    state: 'made' as const,
  }
}

/** Voids a paper. */
export async function voidPaper({
  actor,
  change,
  params: { year, test: id, paper: paperId },
  body: { reason },
}: Served<'POST /api/years/:year/tests/:test/papers/:paper/void'>): Promise<
  ReturnType<typeof presentPaper> | Refusal
> {
  return change(async tx => {
    const test = await openOne(tx, year, id)
    if (isRefusal(test)) return test
    const paper = await lockPaper(tx, id, paperId)
    if (paper === undefined) return refuse('notFound', { what: '这份卷' })
    const saved = await changePaper(tx, paperId, {
      state: 'void',
      reason,
      submittedAt: null,
      right: null,
      passed: null,
    })
    const values = { name: test.name, seat: paper.seat, reason }
    return {
      answer: presentPaper(saved, { state: 'void' }, paper.unit, actor),
      events: [{ kind: 'paperVoided', year, unit: paper.unit, values }],
    }
  })
}

const ABSENT = '未参加'

/** Closes a test: grades papers whose time is up, voids those never started, and records the results as facts of the year. `testUnfinished`. */
export async function closeTest({
  context,
  actor,
  change,
  params: { year, test: id },
}: Served<'POST /api/years/:year/tests/:test/close'>): Promise<Test | Refusal> {
  return change<Test>(async tx => {
    const revision = await bumpCycle(tx, year)
    if (isRefusal(revision)) return revision
    const test = await openOne(tx, year, id)
    if (isRefusal(test)) return test
    const papers = await listPapers(tx, [id])
    const bank = await findQuestions(
      tx,
      papers.flatMap(paper => paper.questions),
    )
    const now = context.now()
    const standings = papers.map(paper => standingOf(paper, test, bank, now))
    // A sheet that one person has keyed was taken: it waits for the second.
    const running = papers.filter(
      (paper, at) => standings[at]!.state === 'started' || (paper.state === 'made' && paper.keyed !== null),
    ).length
    if (running > 0) return refuse('testUnfinished', { papers: running })
    const overdue = papers.flatMap((paper, at) =>
      paper.state === 'started' ? [{ paper, standing: standings[at]! }] : [],
    )
    const submittedAt = now.toISOString()
    await saveGrades(
      tx,
      overdue.map(({ paper, standing }) => ({
        id: paper.id,
        right: standing.right!,
        out: standing.out!,
        passed: standing.passed!,
        submittedAt,
      })),
    )
    await voidUntaken(tx, id, ABSENT)
    const facts = await writeTestFacts(tx, test, undefined, { author: actor.name, now, revision })
    const closed = await saveClosed(tx, id, actor.name, submittedAt)
    const [sat, failed] = [
      facts.reduce((sum, fact) => sum + fact.sat, 0),
      facts.reduce((sum, fact) => sum + fact.failed, 0),
    ]
    const after = await listPapers(tx, [id])
    const answer = presentTest(
      closed,
      after,
      after.map(paper => standingOf(paper, closed, bank, now)),
    )
    return {
      answer,
      events: [{ kind: 'testEnded', year, values: { name: test.name, units: facts.length, sat, failed } }],
    }
  })
}

/** Opens a test that has not been closed. `notFound`, `testClosed`. */
export async function openOne(tx: Transaction, year: number, id: string): Promise<StoredTest | Refusal> {
  const test = await findTest(tx, year, id, true)
  if (test === undefined) return notThere()
  return test.state === 'closed' ? refuse('testClosed', { name: test.name, by: test.closedBy ?? '' }) : test
}

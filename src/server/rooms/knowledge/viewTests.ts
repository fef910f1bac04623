import { itemStatistics } from '../../../domain/campaign/exam/itemStatistics.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { questionKinds } from '../../../domain/campaign/exam/question.ts'
import { type Actor, isSamePerson } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { findQuestions, listBank } from './bank.store.ts'
import { findTest, listPapers, listTestsOf, type StoredPaper, type StoredTest } from './paper.store.ts'
import { type Standing, standingOf } from './standing.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { unitNames } from '../../office/roster/unit.store.ts'

/** Lists the tests of a year, with counts over the units within reach and the number of questions available in the bank. */
export async function viewTests({
  context: { db, now },
  reach,
  params: { year },
}: Served<'GET /api/years/:year/tests'>) {
  const tests = await listTestsOf(db, year)
  const papers = (
    await listPapers(
      db,
      tests.map(test => test.id),
    )
  ).filter(paper => reach.has(paper.unit))
  const bank = await findQuestions(
    db,
    papers.flatMap(paper => paper.questions),
  )
  const usable = (await listBank(db)).filter(question => !question.retired)
  const count = (kind: keyof typeof questionKinds) => usable.filter(question => question.kind === kind).length
  return {
    tests: tests.map(test => {
      const own = papers.filter(paper => paper.test === test.id)
      return presentTest(
        test,
        own,
        own.map(paper => standingOf(paper, test, bank, now())),
      )
    }),
    bank: { single: count('single'), multiple: count('multiple'), judge: count('judge') },
  }
}

/** Shows a test: the papers within reach with their results, and how each question was answered. */
export async function viewTest({
  context: { db, now },
  actor,
  reach,
  params: { year, test: id },
}: Served<'GET /api/years/:year/tests/:test'>) {
  const test = await findTest(db, year, id)
  if (test === undefined) return notThere()
  const all = await listPapers(db, [test.id])
  const bank = await findQuestions(
    db,
    all.flatMap(paper => paper.questions),
  )
  const standings = all.map(paper => standingOf(paper, test, bank, now()))
  const names = await unitNames(db, year)
  const mayHold = !isRefusal(judgeAccess(actor, 'holdExams'))
  const seen = all.flatMap((paper, at) =>
    reach.has(paper.unit) ? [{ paper, standing: standings[at]! }] : [],
  )
  const handedIn = all.filter((_, at) => standings[at]!.state === 'submitted')
  // Who sits the test sees no question of it, and statistics only when it is over.
  const items =
    reach.all && (mayHold || test.state === 'closed') ? itemStatistics([...bank.values()], handedIn) : []
  return {
    test: presentTest(
      test,
      seen.map(one => one.paper),
      seen.map(one => one.standing),
    ),
    papers: seen.map(({ paper, standing }) =>
      presentPaper(paper, standing, names.get(paper.unit) ?? paper.unit, mayHold ? actor : undefined),
    ),
    items: items.map(item => {
      const { kind, stem, options, answer, voided } = bank.get(item.question)!
      return {
        ...item,
        kind,
        stem,
        voided: voided ?? undefined,
        options: [...options],
        answer: [...answer],
        chosen: [...item.chosen],
      }
    }),
  }
}

/** Returns the questions of a unit's printed papers. */
export async function viewSheets({
  context: { db },
  params: { year, test: id },
  query: { unit },
}: Served<'GET /api/years/:year/tests/:test/sheets'>) {
  const test = await findTest(db, year, id)
  if (test === undefined) return notThere()
  const papers = (await listPapers(db, [test.id], unit)).filter(paper => paper.state === 'made')
  const bank = await findQuestions(
    db,
    papers.flatMap(paper => paper.questions),
  )
  return {
    papers: papers.map(({ id: paper, seat, person, code, questions }) => ({
      id: paper,
      seat,
      person: person ?? undefined,
      code,
      questions: questions.flatMap(question => {
        const found = bank.get(question)
        if (found === undefined) return []
        return [
          {
            id: found.id,
            kind: found.kind,
            kindName: questionKinds[found.kind],
            stem: found.stem,
            options: [...found.options],
          },
        ]
      }),
    })),
  }
}

/** Presents a test. */
export function presentTest(
  test: StoredTest,
  papers: readonly StoredPaper[],
  standings: readonly Standing[],
) {
  const { closedBy, closedAt, openedAt, quarter, ...rest } = test
  const counted = papers.filter(paper => paper.state !== 'void')
  return {
    ...rest,
    quarter: quarter as Quarter,
    openedAt: toInstant(openedAt),
    ...(closedBy !== null && closedAt !== null && { closedBy, closedAt: toInstant(closedAt) }),
    units: new Set(counted.map(paper => paper.unit)).size,
    papers: counted.length,
    submitted: standings.filter(one => one.state === 'submitted').length,
    failed: standings.filter(one => one.passed === false).length,
  }
}

/** Presents a paper; the code of its slip, and whether the reader keyed it first, only for those who run the test. */
export function presentPaper(
  paper: StoredPaper,
  { state, right, out = 0, passed }: Standing,
  unitName: string,
  runs: Actor | undefined,
) {
  const { id, unit, seat, person, code, medium, keyedBy, keyedAccount, late, questions, reason } = paper
  return {
    id,
    unit,
    unitName,
    seat,
    person: person ?? undefined,
    ...(runs && {
      code,
      keyedByYou: keyedBy !== null && isSamePerson(runs, { account: keyedAccount, name: keyedBy }),
    }),
    state,
    medium: medium ?? undefined,
    keyedBy: keyedBy ?? undefined,
    late,
    right,
    of: questions.length - out,
    passed,
    reason: reason ?? undefined,
  }
}

/** Refuses because the test does not exist. */
export function notThere(): Refusal {
  return refuse('notFound', { what: '这次测试' })
}

import { compareKeyings } from '../../../domain/campaign/exam/compareKeyings.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { isSamePerson } from '../../platform/access/actor.ts'
import { findQuestions } from './bank.store.ts'
import { openOne } from './holdExam.ts'
import { changePaper, lockPaper } from './paper.store.ts'
import { gradeOf } from './standing.ts'
import { presentPaper } from './viewTests.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/**
 * Keys in a paper answered in print. The first keying is kept, and its author may replace it; the second,
 * by another person, makes it count if both agree. `keyingDiffers` names the questions, and the first stays.
 */
export async function keyPaper({
  context,
  actor,
  change,
  params: { year, test: id, paper: paperId },
  body: { answers },
}: Served<'POST /api/years/:year/tests/:test/papers/:paper/keyed'>): Promise<
  ReturnType<typeof presentPaper> | Refusal
> {
  return change(async tx => {
    const test = await openOne(tx, year, id)
    if (isRefusal(test)) return test
    const paper = await lockPaper(tx, id, paperId)
    if (paper === undefined || paper.state === 'void') return refuse('notFound', { what: '这份卷' })
    if (paper.medium === 'phone' || paper.state === 'started')
      return refuse('paperOnPhone', { seat: paper.seat })
    if (paper.state === 'submitted') return refuse('paperEnded', {})
    const own = Object.fromEntries(
      Object.entries(answers).filter(([question]) => paper.questions.includes(question)),
    )
    const told = { name: test.name, seat: paper.seat }
    if (paper.keyed === null || isSamePerson(actor, { account: paper.keyedAccount, name: paper.keyedBy })) {
      const again = paper.keyed !== null
      const saved = await changePaper(tx, paperId, {
        keyed: own,
        keyedBy: actor.name,
        keyedAccount: actor.id,
        medium: 'paper',
      })
      const event = {
        kind: 'paperKeyed',
        year,
        unit: paper.unit,
        values: { ...told, time: 1, again },
      } as const
      return { answer: presentPaper(saved, { state: 'made' }, paper.unit, actor), events: [event] }
    }
    const differs = compareKeyings(paper.questions, paper.keyed, own)
    if (differs.length > 0)
      return refuse('keyingDiffers', { questions: differs.join('、'), by: paper.keyedBy! })
    const bank = await findQuestions(tx, paper.questions)
    const grade = gradeOf(paper, test, bank, own)
    const saved = await changePaper(tx, paperId, {
      state: 'submitted',
      answers: own,
      submittedAt: context.now().toISOString(),
      ...grade,
    })
    const values = {
      ...told,
      how: '由两人录入一致',
      right: grade.right,
      of: paper.questions.length - grade.out,
    }
    const answer = presentPaper(saved, { state: 'submitted', ...grade }, paper.unit, actor)
    return { answer, events: [{ kind: 'paperSubmitted', year, unit: paper.unit, values }] }
  })
}

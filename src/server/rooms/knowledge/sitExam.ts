import type { PaperAnswers } from '../../../domain/campaign/exam/gradePaper.ts'
import { questionKinds } from '../../../domain/campaign/exam/question.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { readSetting } from '../../office/installation/installation.store.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { askYears } from '../../year/askYears.store.ts'
import { findQuestions } from './bank.store.ts'
import { changePaper, findSlip, type StoredPaper, type StoredTest } from './paper.store.ts'
import { readShortCode } from '../../platform/shortCode.ts'
import { gradeOf, standingOf } from './standing.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Shows the paper of a slip to its holder: the questions while it runs on this phone, the number of right answers afterwards. `slipUnknown`. */
export async function viewSitting({
  context,
  params: { code },
  query: { device },
}: Served<'GET /api/sittings/:code'>) {
  const found = await findSlip(context.db, readShortCode(code))
  return found === undefined
    ? refuse('slipUnknown', {})
    : presentSitting(context, context.db, found.paper, found.test, device)
}

/** Starts a paper and its clock; starting it again changes nothing but the phone that holds it: the last one counts. */
export async function startSitting({
  context,
  change,
  params: { code },
  body: { device },
}: Served<'POST /api/sittings/:code/start'>) {
  const before = await findSlip(context.db, readShortCode(code))
  if (before?.paper.state === 'started' && before.test.state === 'open' && isHeld(before.paper, device))
    return presentSitting(context, context.db, before.paper, before.test, device)
  return change<Sitting>(async tx => {
    const found = await findSlip(tx, readShortCode(code), true)
    if (found === undefined || found.paper.state === 'void') return refuse('slipUnknown', {})
    const { paper, test } = found
    if (test.state === 'closed' || paper.state === 'submitted' || paper.medium === 'paper')
      return refuse('paperEnded', {})
    const isMoved = paper.state === 'started'
    const started = await changePaper(tx, paper.id, {
      holder: device ?? null,
      ...(!isMoved && { state: 'started', medium: 'phone', startedAt: context.now().toISOString() }),
    })
    const event = {
      kind: isMoved ? 'paperMoved' : 'paperStarted',
      year: test.year,
      unit: paper.unit,
      values: { name: test.name, seat: paper.seat },
    } as const
    return { answer: await presentSitting(context, tx, started, test, device), events: [event] }
  })
}

/** Saves answers; an older save never overwrites a newer one. `submit` hands the paper in. */
export async function saveSitting({
  context,
  change,
  params: { code },
  body: { answers, saved, submit, device },
}: Served<'POST /api/sittings/:code/answers'>): Promise<Sitting | Refusal> {
  if (!submit) return context.db.transaction(tx => keepAnswers(context, tx, code, { answers, saved, device }))
  return change<Sitting>(async tx => {
    const found = await loadRunning(context, tx, code, device)
    if ('code' in found) return found
    const { paper, test, bank, late } = found
    const final = saved >= paper.saved ? ownAnswers(paper, answers) : paper.answers
    const grade = gradeOf(paper, test, bank, final)
    const done = {
      answers: final,
      saved: Math.max(saved, paper.saved),
      state: 'submitted',
      submittedAt: context.now().toISOString(),
      late,
      ...grade,
    } as const
    const after = await changePaper(tx, paper.id, done)
    const values = {
      name: test.name,
      seat: paper.seat,
      how: late ? '在时限后的宽限内补交' : '交卷',
      right: grade.right,
      of: paper.questions.length - grade.out,
    }
    const answer = await presentSitting(context, tx, after, test, device)
    return { answer, events: [{ kind: 'paperSubmitted', year: test.year, unit: paper.unit, values }] }
  })
}

type Sitting = Awaited<ReturnType<typeof presentSitting>>

async function keepAnswers(
  context: AppContext,
  tx: Transaction,
  code: string,
  {
    answers,
    saved,
    device,
  }: { readonly answers: PaperAnswers; readonly saved: number; readonly device?: string },
): Promise<Sitting | Refusal> {
  const found = await loadRunning(context, tx, code, device)
  if ('code' in found) return found
  const { paper, test, late } = found
  const after =
    saved > paper.saved
      ? await changePaper(tx, paper.id, { answers: ownAnswers(paper, answers), saved, late })
      : paper
  return presentSitting(context, tx, after, test, device)
}

/** Checks whether this phone holds the paper: the one that opened it last. */
function isHeld({ holder }: StoredPaper, device: string | undefined): boolean {
  return (holder ?? undefined) === device
}

async function loadRunning(context: AppContext, tx: Transaction, code: string, device: string | undefined) {
  const found = await findSlip(tx, readShortCode(code), true)
  if (found === undefined || found.paper.state === 'void') return refuse('slipUnknown', {})
  const bank = await findQuestions(tx, found.paper.questions)
  const { state, isLate = false } = standingOf(found.paper, found.test, bank, context.now())
  if (state === 'made') return refuse('paperNotStarted', {})
  if (state === 'submitted' || found.test.state === 'closed') return refuse('paperEnded', {})
  return isHeld(found.paper, device) ? { ...found, bank, late: isLate } : refuse('slipElsewhere', {})
}

function ownAnswers({ questions }: StoredPaper, answers: PaperAnswers): PaperAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([question]) => questions.includes(question)))
}

async function presentSitting(
  context: AppContext,
  db: Database | Transaction,
  paper: StoredPaper,
  test: StoredTest,
  device: string | undefined,
) {
  const bank = await findQuestions(db, paper.questions)
  const { state, left, right } = standingOf(paper, test, bank, context.now())
  const institution = (await readSetting(db, 'institution'))?.value
  const started = state === 'started' && test.state === 'open'
  const running = started && isHeld(paper, device)
  const questions = paper.questions.flatMap(id => bank.get(id) ?? [])
  return {
    test: test.name,
    institution: typeof institution === 'string' ? institution : '',
    unitName: (await askYears(db).nameOf(test.year, paper.unit)) ?? paper.unit,
    seat: paper.seat,
    person: paper.person ?? undefined,
    minutes: test.minutes,
    grace: test.graceMinutes,
    elsewhere: started && !running,
    count: paper.questions.length,
    state: test.state === 'closed' && state !== 'submitted' ? ('closed' as const) : state,
    ...(running && { left: left! }),
    saved: paper.saved,
    ...(running && {
      answers: Object.fromEntries(Object.entries(paper.answers).map(([id, chosen]) => [id, [...chosen]])),
      questions: questions.map(({ id, kind, stem, options }) => ({
        id,
        kind,
        kindName: questionKinds[kind],
        stem,
        options: [...options],
      })),
    }),
    right,
  }
}

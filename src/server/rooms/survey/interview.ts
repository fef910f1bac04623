import { bandOf } from '../../../domain/campaign/survey/callingHours.ts'
import { type Disposition, retried } from '../../../domain/campaign/survey/disposition.ts'
import {
  type Answers,
  keptAnswers,
  NO_REPLY,
  outcomeOf,
  type Questionnaire,
} from '../../../domain/campaign/survey/questionnaire.ts'
import { daysBetween, isDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { type CaseRow, findCase, findKey, lockCase, shareCalls, takeDesk } from './cases.store.ts'
import { type Draft, heldUntilOf, isForsaken, keepDraft, openDraft, readDraft } from './draft.ts'
import {
  type CaseChange,
  countWhole,
  hasEnded,
  keepEnded,
  listUnderWay,
  type UnderWay,
} from './endedCalls.ts'
import { enterDueCalls } from './enterCalls.ts'
import { findNext, type Waiting } from './nextCase.store.ts'
import { bandNow, officeTime } from './officeHours.ts'
import { findSealed } from './sealed.store.ts'
import { scoredQuestion } from './loadSurvey.ts'
import { checkLength, openSheet, sealSheet } from './sealedSheet.ts'
import { type Desk, presentDesk } from './presentDesk.ts'
import { stampOf } from './changeSurvey.ts'
import { findCalled, findSurvey, findUnit, listCalled, type SurveyRow, updateSurvey } from './survey.store.ts'

/** Shows the case on an interviewer's desk. */
export async function viewDesk({ context, actor }: Served<'GET /api/interview'>): Promise<Desk | Refusal> {
  const underWay = await listAllUnderWay(context, await listCalled(context.db))
  const held = await findHeld(context.db, underWay, actor)
  const desk = await presentDesk(context, actor, held, undefined)
  return isRefusal(desk) ? desk : { ...desk, calling: await firstEnding(context) }
}

/** Finds the survey whose calls end first. */
async function firstEnding({ db, today }: AppContext): Promise<Desk['calling']> {
  const called = (await listCalled(db)).map(({ commission: { title, ends } }) => ({ title, ends }))
  const [first] = called.toSorted((one, other) => (one.ends < other.ends ? -1 : 1))
  return first && { ...first, days: daysBetween(today(), first.ends) }
}

/** Takes the next case by rule onto the desk (下一个个案); one that is there stays. */
export async function takeNextCase({
  context,
  actor,
}: Served<'POST /api/interview/next'>): Promise<Desk | Refusal> {
  await enterDueCalls(context)
  let idle = '现在没有要访问的调查'
  const taken = await context.db.transaction(async tx => {
    await takeDesk(tx, actor.id)
    const called = await listCalled(tx)
    for (const { id } of called) await shareCalls(tx, id)
    const underWay = await listAllUnderWay(context, called)
    const held = await findHeld(tx, underWay, actor)
    if (held !== undefined) return held
    for (const row of called) {
      const why = whyNotNow(context, row)
      if (why !== undefined) {
        idle = why
        continue
      }
      const under = underWay.get(row.id)!
      const found = await takeFrom(tx, context, actor, row, under)
      if (found.row !== undefined) return found.row
      const { waiting, appointments } = addEnded(found.left, under)
      idle =
        waiting + appointments > 0
          ? `还有${waiting + appointments}个号码要在别的时段再拨，其中预约${appointments}个`
          : '号码已经拨完'
    }
    return undefined
  })
  if (taken !== undefined) await beginCalls(context, actor, taken)
  return presentDesk(context, actor, taken, idle)
}

/** Saves the answers of an interview under way, sealed; also the sign that the case is still on this desk. `caseElsewhere`, `answersTooLong`. */
export async function saveInterview({
  context,
  actor,
  params,
  body,
}: Served<'PUT /api/interview/:case'>): Promise<Answered<'PUT /api/interview/:case'> | Refusal> {
  const long = checkLength(body.answers)
  if (long !== undefined) return long
  return context.db.transaction(async tx => {
    const on = await findOnDesk(tx, context, actor, params.case)
    if (isRefusal(on)) return on
    const heldUntil = heldUntilOf(context)
    const sheet = sealSheet(on.key, on.survey, { answers: body.answers, startedAt: on.startedAt })
    await keepDraft(context, on.survey, { ...on.draft, heldUntil, sheet })
    return { heldUntil }
  })
}

/** Ends a call with its result; an interview is sealed whole. `caseElsewhere`, `noInterviewAnswers`, `answerUnknown`, `appointmentWrong`. */
export async function endCall({
  context,
  actor,
  params,
  body,
}: Served<'POST /api/interview/:case/end'>): Promise<Desk | Refusal> {
  const done = await context.db.transaction(async tx => {
    const on = await findOnDesk(tx, context, actor, params.case)
    if (isRefusal(on)) return on
    const [of, row] = [await findCalled(tx, on.survey), await findCase(tx, on.survey, params.case)]
    // A request before this one, or before the server was killed, may have ended it.
    const isOpen = row !== undefined && isCallable(row) && !(await hasEnded(context, on.survey, row.id))
    if (of === undefined || !isOpen) return refuse('caseElsewhere', {})
    const answers = keptAnswers(of.questionnaire, body.answers)
    const wrong = checkAnswers(of.questionnaire, answers) ?? checkLength(answers)
    if (wrong !== undefined) return wrong
    const outcome = body.disposition === 'interview' ? outcomeOf(of.questionnaire, answers) : undefined
    if (outcome === 'breakOff' || (outcome !== undefined && answers[scoredQuestion(of)] === undefined))
      return refuse('noInterviewAnswers', {})
    const becomes = afterCall(context, of, row, body.disposition, body.appointment)
    if (isRefusal(becomes)) return becomes
    const isPart = retried.includes(body.disposition) && Object.keys(answers).length > 0
    const keeps = outcome !== undefined ? 'whole' : isPart ? 'part' : 'none'
    const seconds = Math.round((context.now().getTime() - Date.parse(on.startedAt)) / 1000)
    const content = {
      answers: keeps === 'none' ? {} : answers,
      startedAt: on.startedAt,
      interviewer: actor.id,
      ...(outcome && { seconds, outcome }),
    }
    const sheet = sealSheet(on.key, row.survey, content)
    const { band, on: day } = bandNow(context, of)
    const was = wasOf(row)
    await keepEnded(context, row.survey, {
      case: row.id,
      key: on.keyName,
      was,
      becomes,
      on: day,
      band,
      keeps,
      sheet,
    })
    await context.drafts.drop(row.survey, row.id)
    return undefined
  })
  return isRefusal(done) ? done : presentDesk(context, actor, undefined, undefined)
}

/** Finds the call that somebody has on the desk, and keeps others from its case until the transaction ends. `caseElsewhere`, `surveyKeyLost`. */
async function findOnDesk(tx: Transaction, context: AppContext, actor: Actor, id: string) {
  const found = await findKey(tx, id)
  if (found === undefined) return refuse('caseElsewhere', {})
  await lockCase(tx, id)
  const draft = await readDraft(context, found.survey, id)
  if (draft?.holder !== actor.id) return refuse('caseElsewhere', {})
  const key = await context.keys.read(found.survey, found.key)
  if (key === undefined) return refuse('surveyKeyLost', {})
  const startedAt = openDraft(context, key, found.survey, draft)?.startedAt ?? context.now().toISOString()
  return { survey: found.survey, keyName: found.key, key, draft, startedAt }
}

/** Finds the case that somebody has on the desk. */
async function findHeld(
  db: AppContext['db'] | Transaction,
  underWay: ReadonlyMap<string, UnderWay>,
  { id: holder }: Actor,
): Promise<CaseRow | undefined> {
  for (const [survey, { desks }] of underWay) {
    const own = desks.find(one => one.holder === holder)
    const row = own && (await findCase(db, survey, own.case))
    if (row !== undefined && isCallable(row)) return row
  }
  return undefined
}

async function listAllUnderWay(
  context: AppContext,
  called: readonly SurveyRow[],
): Promise<ReadonlyMap<string, UnderWay>> {
  const listed = called.map(async ({ id }) => [id, await listUnderWay(context, id)] as const)
  return new Map(await Promise.all(listed))
}

const isCallable = ({ state }: CaseRow) => state === 'waiting' || state === 'appointment'

const wasOf = ({ unit, group, state, attempts, disposition }: CaseRow): Draft['was'] => ({
  unit,
  group,
  state,
  attempts,
  disposition,
})

/** Returns what a call makes of its case: answered, to be tried again at another hour, or at its end. `appointmentWrong`. */
function afterCall(
  context: AppContext,
  { commission }: SurveyRow,
  row: CaseRow,
  disposition: Disposition,
  appointment: string | undefined,
): CaseChange | Refusal {
  const attempts = row.attempts + 1
  const lastTried = bandNow(context, { commission }).key
  const base = { attempts, lastTried, disposition, dueAt: null }
  if (disposition === 'interview') return { ...base, state: 'answered' }
  if (disposition === 'appointment') {
    const [day = '', time = ''] = (appointment ?? '').split('T')
    const isFine =
      isDay(day) &&
      (appointment ?? '') > officeTime(context) &&
      day <= commission.ends &&
      bandOf(commission.hours, time) !== undefined
    return isFine ? { ...base, state: 'appointment', dueAt: appointment! } : refuse('appointmentWrong', {})
  }
  const isAgain = retried.includes(disposition) && attempts < commission.mostAttempts
  return { ...base, state: isAgain ? 'waiting' : 'ended' }
}

/** Checks that every answer is one that its question has. `answerUnknown`. */
function checkAnswers({ questions }: Questionnaire, answers: Answers): Refusal | undefined {
  const wrong = questions.find(question => {
    const answer = answers[question.id]
    if (answer === undefined || answer === NO_REPLY || question.kind === 'open') return false
    return !question.options.some(({ id }) => id === answer)
  })
  return wrong && refuse('answerUnknown', { question: wrong.text })
}

async function takeFrom(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  row: SurveyRow,
  { desks, ended }: UnderWay,
): ReturnType<typeof findNext> {
  const found = await findNext(tx, {
    survey: row.id,
    at: officeTime(context),
    band: bandNow(context, row).key,
    wanted: row.commission.sizes,
    busy: [...desks, ...ended].map(one => one.case),
    whole: countWhole(ended),
    async isFree(id) {
      const draft = await readDraft(context, row.id, id)
      const isHeld = draft !== undefined && !isForsaken(context, draft)
      return !isHeld && !(await hasEnded(context, row.id, id))
    },
  })
  if (found.row !== undefined) await beginDraft(tx, context, actor, found.row)
  return found
}

/** Puts a case on a desk with what was answered so far: before another desk fell silent, or in a call before. */
async function beginDraft(tx: Transaction, context: AppContext, actor: Actor, row: CaseRow): Promise<void> {
  const unit = await findUnit(tx, row.survey, row.unit)
  const key = unit && (await context.keys.read(row.survey, unit.key))
  const left = await readDraft(context, row.survey, row.id)
  const before = key && left === undefined ? await findSealed(tx, row.id) : undefined
  const content =
    key &&
    (before === undefined ? openDraft(context, key, row.survey, left) : openSheet(key, row.survey, before))
  const startedAt = context.now().toISOString()
  await keepDraft(context, row.survey, {
    case: row.id,
    holder: actor.id,
    heldUntil: heldUntilOf(context),
    was: wasOf(row),
    sheet: key
      ? sealSheet(key, row.survey, { answers: content?.answers ?? {}, startedAt })
      : new Uint8Array(1),
  })
}

/** Adds the calls that have ended to what is left: as they will be entered. */
function addEnded({ waiting, appointments }: Waiting, { ended }: UnderWay): Waiting {
  const count = (state: CaseRow['state']) => ended.filter(({ becomes }) => becomes.state === state).length
  return { waiting: waiting + count('waiting'), appointments: appointments + count('appointment') }
}

/** Moves a survey on with its first call, which pins the questionnaire. */
async function beginCalls(context: AppContext, actor: Actor, row: CaseRow): Promise<void> {
  const { db } = context
  const of = await findCalled(db, row.survey)
  if (of?.stage === 'drawn')
    await createChange(
      context,
      actor,
    )(async tx => {
      const locked = await findSurvey(tx, of.year, of.id, true)
      if (locked?.stage !== 'drawn') return refuse('caseElsewhere', {})
      await updateSurvey(tx, of.id, { stage: 'calling', ...stampOf(context, actor) })
      const values = { title: of.commission.title, version: of.version }
      return { answer: null, events: [{ kind: 'callsBegun', year: of.year, values }] }
    })
}

function whyNotNow(context: AppContext, { commission }: SurveyRow): string | undefined {
  const today = context.today()
  if (today < commission.begins) return `“${commission.title}”还没有到访问开始的日期`
  if (today > commission.ends) return `“${commission.title}”已过访问截止的日期`
  const time = officeTime(context).slice(11)
  if (bandOf(commission.hours, time) !== undefined) return undefined
  const hours = commission.hours.map(({ from, to }) => `${from}至${to}`).join('、')
  return `现在不是拨打时段；可拨打的时段是${hours}`
}

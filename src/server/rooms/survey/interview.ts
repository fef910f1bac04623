import { bandOf } from '../../../domain/campaign/survey/callingHours.ts'
import { type Disposition, retried } from '../../../domain/campaign/survey/disposition.ts'
import {
  type Answers,
  keptAnswers,
  NO_REPLY,
  outcomeOf,
  type Questionnaire,
} from '../../../domain/campaign/survey/questionnaire.ts'
import { daysBetween } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import {
  type CaseRow,
  countWaiting,
  findCase,
  findHeld,
  findOnDesk,
  insertAttempt,
  takeDesk,
  takeNext,
  updateCase,
} from './cases.store.ts'
import { giveBackForsaken, heldUntilOf, keepDraft, openDraft } from './draft.ts'
import { dropSealed, findSealed, putSealed } from './sealed.store.ts'
import { scoredQuestion } from './loadSurvey.ts'
import { checkLength, openSheet, sealSheet } from './sealedSheet.ts'
import { type Desk, presentDesk } from './presentDesk.ts'
import { stampOf } from './changeSurvey.ts'
import { findCalled, findSurvey, findUnit, listCalled, type SurveyRow, updateSurvey } from './survey.store.ts'

/** Shows the case on an interviewer's desk. */
export async function viewDesk({ context, actor }: Served<'GET /api/interview'>): Promise<Desk | Refusal> {
  await giveBackForsaken(context, context.db)
  const held = await findHeld(context.db, actor.id)
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
  let idle = '现在没有要访问的调查'
  const taken = await context.db.transaction(async tx => {
    await takeDesk(tx, actor.id)
    await giveBackForsaken(context, tx)
    const held = await findHeld(tx, actor.id)
    if (held !== undefined) return held
    for (const row of await listCalled(tx)) {
      const why = whyNotNow(context, row)
      if (why !== undefined) {
        idle = why
        continue
      }
      const id = await takeFrom(tx, context, actor, row)
      if (id !== undefined) return findCase(tx, row.id, id)
      const { waiting, appointments } = await countWaiting(tx, row.id)
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
  const held = await findOnDesk(context.db, params.case, actor.id)
  if (held === undefined) return refuse('caseElsewhere', {})
  const key = await context.keys.read(held.survey, held.key)
  if (key === undefined) return refuse('surveyKeyLost', {})
  const startedAt = await startOf(context, key, held.survey, params.case)
  const heldUntil = heldUntilOf(context)
  const sheet = sealSheet(key, held.survey, { answers: body.answers, startedAt })
  await keepDraft(context, held.survey, params.case, { heldUntil, sheet })
  return { heldUntil }
}

/** Ends a call with its result; an interview is sealed whole. `caseElsewhere`, `noInterviewAnswers`, `answerUnknown`, `appointmentWrong`. */
export async function endCall({
  context,
  actor,
  params,
  body,
}: Served<'POST /api/interview/:case/end'>): Promise<Desk | Refusal> {
  const done = await context.db.transaction(async tx => {
    const held = await findOnDesk(tx, params.case, actor.id)
    const row = held && (await findCase(tx, held.survey, params.case))
    const of = row && (await findCalled(tx, row.survey))
    // Another request may have ended it while this one waited for its row.
    if (held === undefined || row?.holder !== actor.id || of === undefined) return refuse('caseElsewhere', {})
    const key = await context.keys.read(held.survey, held.key)
    if (key === undefined) return refuse('surveyKeyLost', {})
    const answers = keptAnswers(of.questionnaire, body.answers)
    const wrong = checkAnswers(of.questionnaire, answers) ?? checkLength(answers)
    if (wrong !== undefined) return wrong
    const startedAt = await startOf(context, key, row.survey, row.id)
    const sheetOf = (more: object) => ({
      case: row.id,
      survey: row.survey,
      unit: row.unit,
      group: row.group,
      sheet: sealSheet(key, row.survey, { answers, startedAt, ...more }),
    })
    if (body.disposition === 'interview') {
      const outcome = outcomeOf(of.questionnaire, answers)
      if (outcome === 'breakOff' || answers[scoredQuestion(of)] === undefined)
        return refuse('noInterviewAnswers', {})
      const seconds = Math.round((context.now().getTime() - Date.parse(startedAt)) / 1000)
      await putSealed(tx, { ...sheetOf({ seconds, interviewer: actor.id, outcome }), final: true })
    } else if (retried.includes(body.disposition) && Object.keys(answers).length > 0)
      await putSealed(tx, { ...sheetOf({}), final: false })
    else await dropSealed(tx, row.id)
    const after = afterCall(context, of, row, body.disposition, body.appointment)
    if (isRefusal(after)) return after
    await updateCase(tx, row.id, after)
    const { on, band } = bandNow(context, of)
    await insertAttempt(tx, {
      id: context.newId(),
      survey: row.survey,
      case: row.id,
      on,
      band,
      interviewer: actor.id,
      disposition: body.disposition,
    })
    return { survey: row.survey }
  })
  if (isRefusal(done)) return done
  await context.drafts.drop(done.survey, params.case)
  return presentDesk(context, actor, undefined, undefined)
}

/** Returns what a call makes of its case: answered, to be tried again at another hour, or at its end. `appointmentWrong`. */
function afterCall(
  context: AppContext,
  { commission }: SurveyRow,
  row: CaseRow,
  disposition: Disposition,
  appointment: string | undefined,
): Partial<CaseRow> | Refusal {
  const attempts = row.attempts + 1
  const lastTried = bandNow(context, { commission }).key
  const base = { holder: null, heldUntil: null, attempts, lastTried, disposition, dueAt: null }
  if (disposition === 'interview') return { ...base, state: 'answered' }
  if (disposition === 'appointment') {
    const [day = '', time = ''] = (appointment ?? '').split('T')
    const isFine =
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
): Promise<string | undefined> {
  return takeNext(tx, {
    survey: row.id,
    holder: actor.id,
    heldUntil: heldUntilOf(context),
    at: officeTime(context),
    band: bandNow(context, row).key,
    wanted: row.commission.sizes,
  })
}

/** Moves a survey on with its first call, which pins the questionnaire, and begins the draft of this one. */
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
  const unit = await findUnit(db, row.survey, row.unit)
  const key = unit && (await context.keys.read(row.survey, unit.key))
  if (key === undefined) return
  const draft = await openDraft(context, key, row.survey, row.id)
  if (draft !== undefined && draft.heldUntil > context.now().toISOString()) return
  const before = draft === undefined ? await findSealed(db, row.id) : undefined
  const content = before === undefined ? draft?.content : openSheet(key, row.survey, before)
  const answers = content?.answers ?? {}
  const sheet = sealSheet(key, row.survey, { answers, startedAt: context.now().toISOString() })
  await keepDraft(context, row.survey, row.id, { heldUntil: heldUntilOf(context), sheet })
}

/** When the call under way began. */
async function startOf(context: AppContext, key: Uint8Array, survey: string, id: string): Promise<string> {
  return (await openDraft(context, key, survey, id))?.content.startedAt ?? context.now().toISOString()
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

/** Returns the day and band of hours it is now; its key sorts with time. */
function bandNow(context: AppContext, { commission }: Pick<SurveyRow, 'commission'>) {
  const at = officeTime(context)
  const [on, band] = [at.slice(0, 10), bandOf(commission.hours, at.slice(11)) ?? -1]
  return { on, band, key: `${on}/${band}` }
}

/** Returns the office's day and time, e.g. `2018-11-20T19:30`. */
export function officeTime({ now, today }: Pick<AppContext, 'now' | 'today'>): string {
  const at = now()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${today()}T${two(at.getHours())}:${two(at.getMinutes())}`
}

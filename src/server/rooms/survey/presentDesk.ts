import type { z } from 'zod'
import type { deskAnswer, interviewPart } from '../../../contract/survey/interviewRoutes.ts'
import { maskNumber } from '../../../domain/campaign/survey/phoneNumber.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type CaseRow, countDay } from './cases.store.ts'
import { heldUntilOf, openDraft, readDraft } from './draft.ts'
import { listEnded } from './endedCalls.ts'
import { NUMBERS_KEY } from './keepFrame.ts'
import { groupNameOf, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { officeTime } from './officeHours.ts'
import { openNumber } from './openNumber.ts'
import { findCalled, findUnit, listCalled } from './survey.store.ts'

/** A desk as its interviewer sees it. */
export type Desk = z.output<typeof deskAnswer>

/** Shows a desk (访问台): the case on it, or why there is none, and what the interviewer did today. `caseElsewhere`, `surveyKeyLost`. */
export async function presentDesk(
  context: AppContext,
  actor: Actor,
  row: CaseRow | undefined,
  idle: string | undefined,
): Promise<Desk | Refusal> {
  const day = await countToday(context, actor)
  const interview = row && (await presentInterview(context, row))
  if (isRefusal(interview)) return interview
  return { interview, idle: interview === undefined ? idle : undefined, ...day }
}

/** Counts an interviewer's calls and interviews of today, those not entered yet too. */
async function countToday(context: AppContext, { id }: Actor) {
  const day = { ...(await countDay(context.db, id, context.today())) }
  for (const { id: survey } of await listCalled(context.db))
    for (const { on, content, keeps } of await listEnded(context, survey)) {
      if (on !== context.today() || content?.interviewer !== id) continue
      day.calls++
      if (keeps === 'whole') day.interviews++
    }
  return day
}

async function presentInterview(
  context: AppContext,
  row: CaseRow,
): Promise<z.output<typeof interviewPart> | Refusal> {
  const { db, keys } = context
  const of = await findCalled(db, row.survey)
  const loaded = of && (await loadSurvey(db, { year: of.year, survey: of.id }))
  if (loaded === undefined) return refuse('caseElsewhere', {})
  if (isRefusal(loaded)) return loaded
  const numbersKey = await keys.read(row.survey, NUMBERS_KEY)
  const unit = await findUnit(db, row.survey, row.unit)
  const key = unit && (await keys.read(row.survey, unit.key))
  if (numbersKey === undefined || key === undefined || row.sealedNumber === null)
    return refuse('surveyKeyLost', {})
  const { number, person } = openNumber(numbersKey, row.survey, row.sealedNumber)
  const draft = await readDraft(context, row.survey, row.id)
  const { commission, questionnaire } = loaded.row
  return {
    case: row.id,
    title: commission.title,
    unitName: unitNameOf(loaded, row.unit),
    groupName: groupNameOf(loaded.surveyed, row.group),
    person: person === '' ? undefined : person,
    number: maskNumber(number),
    dial: number,
    attempt: row.attempts + 1,
    appointment: row.dueAt ?? undefined,
    turn: row.lot ?? 0,
    complaint: commission.complaint,
    now: officeTime(context),
    ends: commission.ends,
    hours: [...commission.hours],
    questionnaire: questionnaire as z.output<typeof interviewPart>['questionnaire'],
    answers: { ...openDraft(context, key, row.survey, draft)?.answers },
    heldUntil: draft?.heldUntil ?? heldUntilOf(context),
  }
}

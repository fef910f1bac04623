import { authorityNames, proposalOutcomeNames } from '../../../contract/consequences/consequencesFields.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import {
  type FollowUpCommand,
  type FollowUpState,
  whyNotFollowUp,
} from '../../../domain/campaign/followUp/decideFollowUp.ts'
import { dayIn, printDay } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { readCycle, sealInForce } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import { lockFollowUp, type NewFollowUp, putFollowUp, type StoredFollowUp } from './followUps.store.ts'
import { type FollowUpPart, presentFollowUp } from './presentFollowUp.ts'
import { followsUp, type MetConsequence, metOf } from './metConsequence.ts'
import { whyNotServe } from './whyNotServe.ts'

const AT = '/api/years/:year/units/:unit/consequences/:rule'

/** Arranges the talk by the leader in charge. `followUpNotDue`, `followUpOther`, `followUpLocked`, `followUpDayBefore`, `noticeNotYet`, `staleRevision`. (五（四）) */
export function arrangeTalk(request: Served<`PUT ${typeof AT}/talk`>): Promise<FollowUpPart | Refusal> {
  const { who, day, place } = request.body
  return step(request, { do: 'arrange', on: day }, ({ name }) => ({
    values: { kind: 'talk', who, day, place },
    event: { kind: 'talkArranged', values: { name, leader: who, on: printDay(day) } },
  }))
}

/** Records the talk, and later the signatures under it. `followUpLocked`, `followUpDayBefore`, `servedInFuture`, `staleRevision`. */
export function recordTalk(
  request: Served<`POST ${typeof AT}/talk/record`>,
): Promise<FollowUpPart | Refusal> {
  const { heldOn, present, record, signedOn } = request.body
  return step(request, { do: 'record', on: heldOn, signedOn }, ({ name }) => ({
    values: { heldOn, present, record, signedOn: signedOn ?? null },
    event: {
      kind: 'talkRecorded',
      values: { name, on: printDay(heldOn), signed: signedOn !== undefined },
    },
  }))
}

/** Adds a step that was promised in the talk. `followUpLocked`, `followUpDayBefore`, `staleRevision`. */
export function promiseStep(
  request: Served<`POST ${typeof AT}/talk/steps`>,
): Promise<FollowUpPart | Refusal> {
  const { text, due } = request.body
  return step(request, { do: 'promise', due }, ({ name }, before) => ({
    values: { steps: [...before!.steps, { id: request.context.newId(), text, due }] },
    event: { kind: 'stepPromised', values: { name, step: text, due: printDay(due) } },
  }))
}

/** Settles a promised step: by the unit, or by the committee for it. `followUpStepDone`, `followUpLocked`, `staleRevision`. */
export function settleStep(
  request: Served<`POST ${typeof AT}/talk/steps/:step/settle`>,
): Promise<FollowUpPart | Refusal> {
  const {
    actor,
    params: { step: id },
    body: { result, doneOn },
  } = request
  return step(request, { do: 'settle', step: id, on: doneOn }, ({ name }, before) => ({
    values: {
      steps: before!.steps.map(one => (one.id === id ? { ...one, result, doneOn, by: actor.name } : one)),
    },
    event: {
      kind: 'stepSettled',
      values: { name, step: before!.steps.find(one => one.id === id)!.text, result },
    },
  }))
}

/** Proposes a reassignment to whom the cadre-management authority names. `followUpNotDue`, `followUpOther`, `followUpLocked`, `noticeNotYet`, `staleRevision`. (五（四）) */
export function proposeReassignment(
  request: Served<`PUT ${typeof AT}/proposal`>,
): Promise<FollowUpPart | Refusal> {
  const { authority, who, day, record } = request.body
  return step(request, { do: 'propose', on: day }, ({ name }) => ({
    values: { kind: 'proposal', authority, who, day, record },
    event: {
      kind: 'reassignmentProposed',
      values: { name, to: `${who}（${authorityNames[authority]}）`, on: printDay(day) },
    },
  }))
}

/** Records what became of a proposal. `followUpLocked`, `followUpDayBefore`, `servedInFuture`, `staleRevision`. */
export function answerProposal(
  request: Served<`POST ${typeof AT}/proposal/outcome`>,
): Promise<FollowUpPart | Refusal> {
  const { outcome, outcomeOn, answer } = request.body
  return step(request, { do: 'answer', on: outcomeOn }, ({ name }) => ({
    values: { outcome, outcomeOn, answer },
    event: {
      kind: 'proposalAnswered',
      values: { name, outcome: proposalOutcomeNames[outcome], on: printDay(outcomeOn) },
    },
  }))
}

interface StepRequest {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number; readonly unit: string; readonly rule: string }
  readonly body: { readonly revision: number }
}

interface Step {
  readonly values: Partial<NewFollowUp>
  readonly event: Pick<TrailEvent, 'kind' | 'values'>
}

/** What a first step begins. */
const BEGINS: Readonly<Partial<Record<FollowUpCommand['do'], 'talk' | 'proposal'>>> = {
  arrange: 'talk',
  propose: 'proposal',
}

/** Takes one step in one change: on a consequence of the seal in force that a talk or proposal follows, at the revision that the reader saw. */
async function step(
  { context, actor, change, params, body: { revision } }: StepRequest,
  command: FollowUpCommand,
  take: (met: MetConsequence, before: StoredFollowUp | undefined) => Step,
): Promise<FollowUpPart | Refusal> {
  const { year, unit, rule } = params
  const scored = await outcomesOf(context.db).inForce(year)
  return change<FollowUpPart>(async tx => {
    const stored = await readCycle(tx, year, { forUpdate: true })
    const why = stored === undefined ? '没有这个年度' : whyNotServe(stored)
    if (why !== undefined) return refuse('noticeNotYet', { why })
    const seal = sealInForce(stored!.seals)!.number
    const met = scored?.seal === seal ? metOf(scored, unit, rule) : undefined
    if (met === undefined || !followsUp(met.follows))
      return refuse('followUpNotDue', { name: met?.name ?? rule })
    const begins = BEGINS[command.do]
    if (begins !== undefined && !met.follows.includes(begins))
      return refuse('followUpOther', { name: met.name, kind: begins === 'talk' ? 'proposal' : 'talk' })
    const before = await lockFollowUp(tx, { year, unit, rule })
    if ((before?.revision ?? 0) !== revision) return stale(met, before)
    const days = { today: context.today(), opened: dayIn(year, '01-01') }
    const no = whyNotFollowUp(before && stateOf(before), command, days)
    if (no !== undefined) return no
    const { values, event } = take(met, before)
    const row = { ...before, ...values, year, unit, rule, seal, revision }
    const stamp = { changedBy: actor.name, changedAt: context.now().toISOString() }
    const saved = await putFollowUp(tx, { ...(row as NewFollowUp), ...stamp })
    if (saved === undefined) return stale(met, before)
    return {
      answer: presentFollowUp(saved, context.today()),
      events: [{ ...event, year, unit } as TrailEvent],
    }
  })
}

function stale({ name }: MetConsequence, before: StoredFollowUp | undefined): Refusal {
  return staleRevision(`“${name}”的落实情况`, before?.changedBy, before?.changedAt)
}

/** Converts a stored talk or proposal to the domain's shape. */
export function stateOf({ kind, day, heldOn, signedOn, steps, outcomeOn }: StoredFollowUp): FollowUpState {
  return {
    kind,
    day,
    heldOn: heldOn ?? undefined,
    signedOn: signedOn ?? undefined,
    steps,
    outcomeOn: outcomeOn ?? undefined,
  }
}

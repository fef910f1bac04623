import type { ProblemStep } from '../../../contract/rectify/rectifyFields.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { decideProblem } from '../../../domain/campaign/rectify/decideProblem.ts'
import type { ProblemCommand, ProblemEvent } from '../../../domain/campaign/rectify/problemState.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { followProblem } from '../ledger/remedies.store.ts'
import { type ProblemAnswer, presentProblem } from './presentProblem.ts'
import {
  actsOf,
  loadRectify,
  type ProblemAct,
  type RectifyContext,
  signersOf,
  stateOf,
} from './rectifyContext.ts'
import {
  changeProblems,
  insertSteps,
  lockProblem,
  type NewStep,
  type ProblemChange,
  type StoredProblem,
} from './rectify.store.ts'

/** A request that takes one step with one problem. */
interface StepRequest {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number; readonly unit: string; readonly problem: string }
  readonly body: { readonly revision: number }
}

/** A problem loaded for a change. */
interface LoadedProblem {
  readonly ground: RectifyContext
  readonly row: StoredProblem
}

/** What a step changes and keeps. */
interface Taken {
  readonly values?: ProblemChange
  /** What was found when it was confirmed, which next year's look-back takes over. */
  readonly result?: string | undefined
  readonly step?: Pick<NewStep, 'kind' | 'text'> & Partial<Pick<NewStep, 'body' | 'until' | 'entries'>>
  readonly event: TrailEvent
}

/** Takes one step with one problem in one change: loads and locks it, decides, writes the change, its step and its trail line, and presents it. `act` is what the reader must be offered; nobody decides about their own unit. `problemOwnUnit`, `staleRevision`, and those of the decision. */
export async function stepProblem(
  { context, actor, change, params, body: { revision } }: StepRequest,
  act: ProblemAct,
  command: ProblemCommand | ((loaded: LoadedProblem) => ProblemCommand | Refusal),
  take: (
    loaded: LoadedProblem,
    event: ProblemEvent,
    tx: Transaction,
    stepId: string,
  ) => Promise<Taken | Refusal> | Taken | Refusal,
): Promise<ProblemAnswer | Refusal> {
  const { year, unit, problem } = params
  return change<ProblemAnswer>(async tx => {
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const row = await lockProblem(tx, year, unit, problem)
    if (row === undefined) return refuse('notFound', { what: '这个问题' })
    if (row.revision !== revision) return staleRevision('这个问题', row.changedBy, row.changedAt)
    const loaded = { ground, row }
    const wanted = typeof command === 'function' ? command(loaded) : command
    if (isRefusal(wanted)) return wanted
    const decided = decideProblem(stateOf(row), wanted, signersOf(ground, unit), context.today())
    if (isRefusal(decided)) return decided
    if (!OWN_WORDS.has(act) && !actsOf(ground, actor, row, context.today()).includes(act))
      return refuse('problemOwnUnit', { unit: ground.units.get(unit)?.name ?? unit })
    const stepId = context.newId()
    const taken = await take(loaded, decided, tx, stepId)
    if (isRefusal(taken)) return taken
    const at = context.now().toISOString()
    const stamp = { changedBy: actor.name, changedAt: at }
    await changeProblems(tx, [problem], { standing: decided.to, ...taken.values, ...stamp })
    if (row.sentOn !== null) {
      const { remedy: measure, deadline } = { ...row, ...(taken.values as Partial<StoredProblem>) }
      await followProblem(tx, problem, { measure, deadline, result: taken.result, ...stamp })
    }
    if (taken.step !== undefined)
      await insertSteps(tx, [
        { id: stepId, problem, byId: actor.id, by: actor.name, on: context.today(), at, ...taken.step },
      ])
    const answer = await presentProblem(tx, context, actor, ground, params)
    return isRefusal(answer) ? answer : { answer, events: [taken.event] }
  })
}

/** Asked for separately, since the reach of the route says enough. */
const OWN_WORDS: ReadonlySet<ProblemAct> = new Set(['progress', 'claim', 'extend', 'plan', 'object'])

/** Builds the steps of several problems that one person took at once. */
export function stepsOf(
  context: AppContext,
  actor: Actor,
  ids: readonly string[],
  kind: ProblemStep,
  step: { readonly text?: string; readonly body?: string; readonly until?: string } = {},
): NewStep[] {
  const by = { byId: actor.id, by: actor.name, on: context.today(), at: context.now().toISOString() }
  return ids.map(problem => ({ id: context.newId(), problem, kind, ...by, ...step }))
}

/** Returns who changed a problem and when, for a write. */
export function stampOf(context: AppContext, actor: Actor) {
  return { changedBy: actor.name, changedAt: context.now().toISOString() }
}

import type { z } from 'zod'
import type { debriefRoutes } from '../../../../contract/ledger/debriefRoutes.ts'
import type { TrailEvent } from '../../../../contract/trail/trailEvents.ts'
import { DEBRIEF_SIDES } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Change } from '../../../platform/change/change.ts'
import { staleRevision } from '../../../platform/change/staleRevision.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { type LedgerContext, loadLedgerContext } from '../ledgerContext.ts'
import { whyYearClosed } from '../../../year/whyYearClosed.ts'
import {
  debriefsOf,
  insertDebriefs,
  lockDebrief,
  type NewDebrief,
  saveDebrief,
  type StoredDebrief,
} from './debriefs.store.ts'
import { presentDebrief, type ShownDebrief } from './listDebriefs.ts'

/** The fields of somebody to list. */
export type DebriefFields = z.output<
  (typeof debriefRoutes)['POST /api/years/:year/units/:unit/debriefs']['body']
>

/** Lists somebody for a dual debrief. `debriefTwin`, `yearSealed`. */
export async function addDebrief({
  context,
  actor,
  change,
  params: { year, unit },
  body,
}: Served<'POST /api/years/:year/units/:unit/debriefs'>): Promise<ShownDebrief | Refusal> {
  return change<ShownDebrief>(async tx => {
    const ground = await openLedger(tx, year, unit)
    if (isRefusal(ground)) return ground
    const made = newDebrief(context, actor, { year, unit }, body)
    if ((await insertDebriefs(tx, [made])) === 0) return refuse('debriefTwin', body)
    const row = (await lockDebrief(tx, year, unit, { id: made.id }))!
    const answer = presentDebrief(row, yearOf(ground), context.today())
    return { answer, events: [{ kind: 'debriefsListed', year, unit, values: { count: 1 } }] }
  })
}

/** Corrects who is listed and the planned days. `debriefTwin`, `staleRevision`, `yearSealed`. */
export async function planDebrief(
  request: Served<'PUT /api/years/:year/units/:unit/debriefs/:debrief'>,
): Promise<ShownDebrief | Refusal> {
  const { params, body } = request
  const { year, unit, debrief } = params
  const { name, post, branch } = body
  return changeDebrief(request, async (row, { siblings }) => {
    if (siblings.some(one => one.id !== debrief && one.name === name && one.branch === branch))
      return refuse('debriefTwin', { name, branch })
    return {
      set: {
        name,
        post,
        branch,
        ...Object.fromEntries(
          DEBRIEF_SIDES.map(side => [side, { ...row[side], plannedOn: body[`${side}On`] }]),
        ),
      },
      event: { kind: 'debriefPlanned', year, unit, values: { name } },
    }
  })
}

/** Records the guidance that the secretary of the group gave. `staleRevision`, `yearSealed`. (六（四）) */
export async function guideDebrief(
  request: Served<'POST /api/years/:year/units/:unit/debriefs/:debrief/guidance'>,
): Promise<ShownDebrief | Refusal> {
  const {
    context,
    actor,
    params: { year, unit },
    body: { guidance },
  } = request
  return changeDebrief(request, ({ name }) => ({
    set: { guidance, guidedBy: actor.name, guidedOn: context.today() },
    event: { kind: 'debriefGuided', year, unit, values: { name, guidance } },
  }))
}

/** Takes somebody off the list who has not debriefed yet. `debriefHeldAlready`, `staleRevision`. */
export async function withdrawDebrief(
  request: Served<'POST /api/years/:year/units/:unit/debriefs/:debrief/withdraw'>,
): Promise<{ id: string } | Refusal> {
  const {
    params: { year, unit, debrief },
    body: { reason },
  } = request
  const done = await changeDebrief(request, row => {
    const { name } = row
    if (DEBRIEF_SIDES.some(side => row[side].heldOn !== undefined))
      return refuse('debriefHeldAlready', { name })
    return {
      set: { withdrawnReason: reason },
      event: { kind: 'debriefWithdrawn', year, unit, values: { name, reason } },
    }
  })
  return isRefusal(done) ? done : { id: debrief }
}

interface DebriefRequest {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number; readonly unit: string; readonly debrief: string }
  readonly body: { readonly revision: number }
}

/** What a step changes of a person. */
export interface DebriefStep {
  readonly set: Partial<NewDebrief>
  readonly event: TrailEvent
  readonly more?: readonly TrailEvent[]
}

/** What a step may look at beside the person. */
interface Around {
  readonly tx: Transaction
  readonly ground: LedgerContext
  readonly siblings: readonly StoredDebrief[]
}

/** Changes one person in one change. `notFound`, `staleRevision`, `yearSealed`. */
export async function changeDebrief(
  { context, actor, change, params: { year, unit, debrief }, body: { revision } }: DebriefRequest,
  take: (row: StoredDebrief, around: Around) => Promise<DebriefStep | Refusal> | DebriefStep | Refusal,
): Promise<ShownDebrief | Refusal> {
  return change<ShownDebrief>(async tx => {
    const ground = await openLedger(tx, year, unit)
    if (isRefusal(ground)) return ground
    const row = await lockDebrief(tx, year, unit, { id: debrief })
    if (row === undefined) return refuse('notFound', { what: '这名双述双评对象' })
    if (row.revision !== revision) return staleRevision('这名双述双评对象', row.changedBy, row.changedAt)
    const step = await take(row, { tx, ground, siblings: await debriefsOf(tx, year, unit) })
    if (isRefusal(step)) return step
    const saved = await saveDebrief(tx, row, { ...step.set, ...stampOf(context, actor) })
    const answer = presentDebrief(saved, yearOf(ground), context.today())
    return { answer, events: [step.event, ...(step.more ?? [])] }
  })
}

/** Loads the ledger of a unit in a year that can be changed. */
export async function openLedger(
  tx: Transaction,
  year: number,
  unit: string,
): Promise<LedgerContext | Refusal> {
  return (await whyYearClosed(tx, year)) ?? (await loadLedgerContext(tx, year, unit))
}

/** Builds somebody to list. */
export function newDebrief(
  context: AppContext,
  actor: Pick<Actor, 'name'>,
  at: { readonly year: number; readonly unit: string },
  { name, post, branch, ...days }: DebriefFields,
): NewDebrief & { readonly id: string } {
  return {
    ...at,
    id: context.newId(),
    name,
    post,
    branch,
    ...Object.fromEntries(
      DEBRIEF_SIDES.flatMap(side => {
        const plannedOn = days[`${side}On`]
        return plannedOn === undefined ? [] : [[side, { plannedOn }]]
      }),
    ),
    ...stampOf(context, actor),
  }
}

function yearOf({ scheme, unit }: LedgerContext) {
  return { scheme, units: new Map([[unit.id, unit]]) }
}

/** Who changes a person, and when. */
export function stampOf(context: AppContext, actor: Pick<Actor, 'name'>) {
  return { changedBy: actor.name, changedAt: context.now().toISOString() }
}

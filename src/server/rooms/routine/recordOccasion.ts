import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { type FaultInput, faultsWrong, keeperOf, loadOccasionContext } from './occasionContext.ts'
import { holdOccasion, insertOccasions, type OccasionKind, recordsAt } from './occasions.store.ts'
import { describeFaults, writeFaults } from './writeFaults.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Records a meeting or return with all who were absent, late or wrong, in one step; there may be none. `occasionOutsideYear`, `occasionInFuture`, `yearSealed`, and those of `faultsWrong`. */
export async function recordOccasion({
  context,
  actor,
  reach,
  change,
  params: { year },
  body: { kind, name, heldOn, records },
}: Served<'POST /api/years/:year/routine/occasions'>): Promise<{ id: string } | Refusal> {
  if (heldOn.slice(0, 4) !== String(year))
    return refuse('occasionOutsideYear', { day: printDay(heldOn), year })
  if (heldOn > context.today()) return refuse('occasionInFuture', { day: printDay(heldOn) })
  return change<{ id: string }>(async tx => {
    const held = { year, keeper: keeperOf(actor, reach), kind, name, heldOn, records }
    const entered = await enterOccasion(tx, context, actor, held)
    return isRefusal(entered) ? entered : { answer: { id: entered.id }, events: entered.events }
  })
}

/** A meeting or return with its faults, before it is recorded. */
interface NewOccasion {
  readonly year: number
  readonly keeper: string | null
  readonly kind: OccasionKind
  readonly name: string
  readonly heldOn: Day
  readonly records: readonly FaultInput[]
}

/** Records a meeting or return with its faults within a change; other rooms that know of a late return come here, too. Refuses like `faultsWrong`, and `yearSealed`. */
export async function enterOccasion(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { records, ...held }: NewOccasion,
): Promise<{ readonly id: string; readonly events: readonly [TrailEvent, ...TrailEvent[]] } | Refusal> {
  const { year, keeper, name, heldOn } = held
  const ground = await loadOccasionContext(tx, year)
  if (isRefusal(ground)) return ground
  const wrong = faultsWrong(ground, held, actor, [], records)
  if (wrong !== undefined) return wrong
  const occasion = { id: context.newId(), ...held, by: actor.name, at: context.now().toISOString() }
  await insertOccasions(tx, [occasion])
  const written = await writeFaults(tx, context, actor, ground, occasion, records)
  if (isRefusal(written)) return written
  const values = {
    occasion: name,
    on: printDay(heldOn),
    records: describeFaults(ground, records),
    count: records.length,
  }
  const event: TrailEvent = { kind: 'occasionRecorded', year, ...aboutKeeper(keeper), values }
  return { id: occasion.id, events: [event, ...written] }
}

/** Adds units to a recorded meeting or return. `notFound`, and the refusals of `recordOccasion`. */
export async function addFaults({
  context,
  actor,
  reach,
  change,
  params: { year, occasion: id },
  body: { records },
}: Served<'POST /api/years/:year/routine/occasions/:occasion/records'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const ground = await loadOccasionContext(tx, year)
    if (isRefusal(ground)) return ground
    const occasion = await holdOccasion(tx, year, id)
    if (occasion === undefined || occasion.keeper !== keeperOf(actor, reach))
      return refuse('notFound', { what: '这次会议或报送' })
    const wrong = faultsWrong(ground, occasion, actor, await recordsAt(tx, id), records)
    if (wrong !== undefined) return wrong
    const written = await writeFaults(tx, context, actor, ground, occasion, records)
    if (isRefusal(written)) return written
    const values = {
      occasion: occasion.name,
      on: printDay(occasion.heldOn),
      records: describeFaults(ground, records),
    }
    const event: TrailEvent = { kind: 'faultsAdded', year, ...aboutKeeper(occasion.keeper), values }
    return { answer: { id }, events: [event, ...written] }
  })
}

function aboutKeeper(keeper: string | null): { readonly unit?: string } {
  return keeper === null ? {} : { unit: keeper }
}

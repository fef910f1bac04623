import type { TrailEvent } from '../../../../contract/trail/trailEvents.ts'
import type { DebriefSide } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { endByReason } from '../correctEntry.ts'
import { debriefsOf, lockDebrief, saveDebrief, type StoredDebrief } from './debriefs.store.ts'
import { type HeldDebrief, recordHeld } from './holdDebrief.ts'
import { openLedger, stampOf } from './keepDebriefs.ts'

interface At {
  readonly year: number
  readonly unit: string
  readonly side: DebriefSide
}

interface By {
  readonly context: AppContext
  readonly actor: Actor
}

/** Records what the ballots of a meeting came to for those who debriefed at it, each with an entry of the ledger; who was taken off the list meanwhile is left out. `debriefHeldElsewhere`, and those of `recordHeld`. (六（四）) */
export async function recordMeeting(
  tx: Transaction,
  by: By,
  { year, unit, side }: At,
  people: readonly { readonly id: string; readonly marks: readonly number[] | undefined }[],
  held: Omit<HeldDebrief, 'marks'>,
): Promise<readonly TrailEvent[] | Refusal> {
  const ground = await openLedger(tx, year, unit)
  if (isRefusal(ground)) return ground
  const rows = await lockAll(tx, { year, unit }, people)
  const events: TrailEvent[] = []
  for (const { id, marks } of people) {
    const row = rows.get(id)
    if (row === undefined) continue
    if (row[side].heldOn !== undefined) return refuse('debriefHeldElsewhere', { name: row.name })
    const step = await recordHeld(by, tx, ground, row, side, { ...held, marks })
    if (isRefusal(step)) return step
    await saveDebrief(tx, row, { ...step.set, ...stampOf(by.context, by.actor) })
    events.push(step.event, ...(step.more ?? []))
  }
  return events
}

/** Takes back what was recorded from a meeting, with its entries of the ledger. Why their period is closed. */
export async function unrecordMeeting(
  tx: Transaction,
  by: By,
  { year, unit, side }: At,
  meeting: string,
  reason: string,
): Promise<readonly TrailEvent[] | Refusal> {
  const filled = (await debriefsOf(tx, year, unit)).filter(row => row[side].meeting === meeting)
  const events: TrailEvent[] = []
  for (const row of (await lockAll(tx, { year, unit }, filled)).values()) {
    const { entry } = row[side]
    if (row[side].meeting !== meeting || entry === undefined) continue
    const ended = await endByReason(tx, by, { year, unit, entry }, reason, row)
    if (isRefusal(ended)) return ended
    events.push(...ended.events)
  }
  return events
}

/** Locks people until the transaction ends: all before the year, as whoever records one by hand does, and in one order, to prevent deadlocks. */
async function lockAll(
  tx: Transaction,
  { year, unit }: Pick<At, 'year' | 'unit'>,
  people: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, StoredDebrief>> {
  const rows = new Map<string, StoredDebrief>()
  for (const id of people.map(one => one.id).toSorted()) {
    const row = await lockDebrief(tx, year, unit, { id })
    if (row !== undefined) rows.set(id, row)
  }
  return rows
}

import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import {
  faultsWrong,
  isScoredByLedger,
  keeperOf,
  type OccasionContext,
  loadOccasionContext,
} from './occasionContext.ts'
import {
  findRecord,
  holdOccasion,
  type OccasionRow,
  type RecordRow,
  recordsAt,
  withdrawRecord,
} from './occasions.store.ts'
import { recountLedger } from './recountLedger.ts'
import { describeFaults, told, writeFaults } from './writeFaults.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { withdrawFacts } from '../../year/facts.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** The address of a record. */
interface RecordAddress {
  readonly year: number
  readonly record: string
}

/** Withdraws a record with exactly the facts it produced. `notFound`, `recordWithdrawn`, `staleRevision`, `yearSealed`. */
export async function withdrawFault({
  context,
  actor,
  reach,
  change,
  params: address,
  body: { reason, revision },
}: Served<'POST /api/years/:year/routine/records/:record/withdraw'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const opened = await loadFault(tx, actor, reach, address, revision)
    if (isRefusal(opened)) return opened
    const { ground, occasion, record } = opened
    const events = await takeBack(tx, context, actor, opened, reason)
    if (isRefusal(events)) return events
    const values = { occasion: occasion.name, what: describeFaults(ground, [record]), reason }
    return {
      answer: { id: record.id },
      events: [{ kind: 'faultWithdrawn', year: address.year, unit: record.unit, values }, ...events],
    }
  })
}

/** Corrects a record: withdraws the old one and adds the new one. Refuses like `withdrawFault` and `faultsWrong`. */
export async function correctFault({
  context,
  actor,
  reach,
  change,
  params: address,
  body: { counter, note, reason, revision },
}: Served<'POST /api/years/:year/routine/records/:record/correct'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const opened = await loadFault(tx, actor, reach, address, revision)
    if (isRefusal(opened)) return opened
    const { ground, occasion, record } = opened
    const anew = { unit: record.unit, counter, note }
    const others = (await recordsAt(tx, occasion.id)).filter(one => one.id !== record.id)
    const wrong = faultsWrong(ground, occasion, actor, others, [anew])
    if (wrong !== undefined) return wrong
    const taken = await takeBack(tx, context, actor, opened, reason)
    if (isRefusal(taken)) return taken
    const written = await writeFaults(tx, context, actor, ground, occasion, [anew])
    if (isRefusal(written)) return written
    const said = (one: typeof anew) =>
      `${describeFaults(ground, [one])}${one.note === '' ? '' : `（${one.note}）`}`
    const values = { occasion: occasion.name, from: said(record), to: said(anew), reason }
    const event: TrailEvent = { kind: 'faultCorrected', year: address.year, unit: record.unit, values }
    return { answer: { id: record.id }, events: [event, ...taken, ...written] }
  })
}

interface OpenedFault {
  readonly ground: OccasionContext
  readonly occasion: OccasionRow
  readonly record: RecordRow
}

async function loadFault(
  tx: Transaction,
  actor: Actor,
  reach: Reach,
  { year, record: id }: RecordAddress,
  revision: number,
): Promise<OpenedFault | Refusal> {
  const ground = await loadOccasionContext(tx, year)
  if (isRefusal(ground)) return ground
  const record = await findRecord(tx, year, id)
  const occasion = record === undefined ? undefined : await holdOccasion(tx, year, record.occasion)
  if (record === undefined || occasion === undefined || occasion.keeper !== keeperOf(actor, reach))
    return refuse('notFound', { what: '这条记录' })
  if (record.withdrawnAt !== null) {
    return refuse('recordWithdrawn', {
      by: record.withdrawnBy!,
      at: formatInstant(record.withdrawnAt),
    })
  }
  if (record.revision !== revision) return staleRevision('这条记录', record.by, record.at)
  return { ground, occasion, record }
}

async function takeBack(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { ground, occasion, record }: OpenedFault,
  why: string,
): Promise<TrailEvent[] | Refusal> {
  const { year, heldOn, keeper } = occasion
  const next = await bumpCycle(tx, year)
  if (isRefusal(next)) return next
  const now = context.now()
  await withdrawRecord(tx, record, { by: actor.name, at: now, why })
  if (record.factId !== null)
    await withdrawFacts(tx, year, [record.factId], { author: actor.name, now, revision: next })
  if (keeper !== null) return []
  const key = { unit: record.unit, counter: record.counter, period: heldOn.slice(0, 7) }
  const unit = ground.units.get(record.unit)
  const zeroes = unit !== undefined && isScoredByLedger(ground, unit) ? [key] : []
  return recountLedger(
    tx,
    { ...told(ground), year, keys: [key], zeroes },
    { author: actor.name, now, revision: next },
  )
}

import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { attachFiles, listAttached } from '../../office/files/attachFiles.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { lockDebrief, type StoredDebrief } from './debriefs/debriefs.store.ts'
import { meetingOfEntry, undoDebrief } from './debriefs/undoDebrief.ts'
import { type OfUnit, putEntry } from './enterEntry.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { type EntryFields, judgeEntry } from './judgeEntry.ts'
import { endEntry, findEntry, type StoredEntry } from './ledger.store.ts'
import { type LedgerContext, loadLedgerContext } from './ledgerContext.ts'
import { whyClosed } from './whyClosed.ts'
import { keysOf, recountKeys } from './recountKeys.ts'
import { sayEntry, presentEntries, type ToldEntry } from './presentEntry.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** One entry of a unit's ledger. */
interface OfEntry extends OfUnit {
  readonly entry: string
}

/** Corrects a ledger entry: another replaces it, and the original stays readable. `staleRevision` if somebody else ended it first, `ledgerEntryOfDebrief` if a dual debrief keeps it. */
export async function correctEntry({
  context,
  actor,
  change,
  params: { year, unit, entry },
  body: { reason, ...fields },
}: Served<'POST /api/years/:year/units/:unit/entries/:entry/correct'>): Promise<ToldEntry | Refusal> {
  return change<ToldEntry>(async tx => {
    const opened = await loadForEnd(tx, context, { year, unit, entry })
    if (isRefusal(opened)) return opened
    const { ground, before, revision } = opened
    const debrief = await lockDebrief(tx, year, unit, { entry })
    if (debrief !== undefined) return refuse('ledgerEntryOfDebrief', { name: debrief.name })
    const judged = judgeEntry(fields, ground, context.today())
    if (isRefusal(judged)) return judged
    await endEntry(tx, entry, { state: 'replaced', reason, by: actor.name, at: context.now() })
    // What was entered in time stays so: its correction is late only when it moves into another period that is over.
    const late = judged.late && !(judged.period === before.period && !before.late)
    const put = await putEntry(
      tx,
      context,
      actor,
      ground,
      withDefault(fields, before),
      { ...judged, late },
      entry,
    )
    if (isRefusal(put)) return put
    const moved = await recountKeys(tx, context, actor, ground, keysOf([before, put]), revision)
    const [answer] = await presentEntries(tx, ground, [put])
    const [from, to] = [sayEntry(ground.scheme, before), sayEntry(ground.scheme, put)]
    return {
      answer: answer!,
      events: [
        { kind: 'ledgerCorrected', year, unit, values: { entry, by: put.id, from, to, reason } },
        ...moved,
      ],
    }
  })
}

/** Withdraws a ledger entry: it stays readable and no longer counts. A dual debrief that it records counts as not held any more. */
export async function withdrawEntry({
  context,
  actor,
  change,
  params: { year, unit, entry },
  body: { reason },
}: Served<'POST /api/years/:year/units/:unit/entries/:entry/withdraw'>): Promise<ToldEntry | Refusal> {
  return change<ToldEntry>(async tx => {
    // Locked before the entry, in the order in which recording a debrief locks them.
    const debrief = await lockDebrief(tx, year, unit, { entry })
    if (debrief !== undefined && meetingOfEntry(debrief, entry) !== undefined)
      return refuse('debriefOfMeeting', { name: debrief.name })
    const ended = await endByReason(tx, { context, actor }, { year, unit, entry }, reason, debrief)
    if (isRefusal(ended)) return ended
    const [answer] = await presentEntries(tx, ended.ground, [(await findEntry(tx, year, unit, entry))!])
    return { answer: answer!, events: ended.events }
  })
}

/** Withdraws an entry, and with it what was recorded of the debrief that it is of. `staleRevision`, and why its period is closed. */
export async function endByReason(
  tx: Transaction,
  { context, actor }: { readonly context: AppContext; readonly actor: Actor },
  at: OfEntry,
  reason: string,
  debrief: StoredDebrief | undefined,
): Promise<{ readonly ground: LedgerContext; readonly events: [TrailEvent, ...TrailEvent[]] } | Refusal> {
  const { year, unit, entry } = at
  const opened = await loadForEnd(tx, context, at)
  if (isRefusal(opened)) return opened
  const { ground, before, revision } = opened
  const undone = debrief && (await undoDebrief(tx, context, actor, debrief, entry))
  await endEntry(tx, entry, { state: 'withdrawn', reason, by: actor.name, at: context.now() })
  const moved = await recountKeys(tx, context, actor, ground, keysOf([before]), revision)
  const values = { entry, what: sayEntry(ground.scheme, before), reason }
  return {
    ground,
    events: [{ kind: 'ledgerWithdrawn', year, unit, values }, ...(undone ? [undone] : []), ...moved],
  }
}

/** Adds files to a ledger entry as later proof; its text does not change. */
export async function addEntryFiles({
  context,
  actor,
  change,
  params: { year, unit, entry },
  body: { files },
}: Served<'POST /api/years/:year/units/:unit/entries/:entry/files'>): Promise<ToldEntry | Refusal> {
  return change<ToldEntry>(async tx => {
    const sealed = await whyYearClosed(tx, year)
    if (sealed !== undefined) return sealed
    const ground = await loadLedgerContext(tx, year, unit)
    if (isRefusal(ground)) return ground
    const before = await loadInForce(tx, { year, unit, entry })
    if (isRefusal(before)) return before
    const there = new Set((await listAttached(tx, 'ledgerEntry', [entry])).get(entry)?.map(one => one.file))
    const fresh = files.filter(one => !there.has(one.file))
    const refused = await attachFiles(
      tx,
      context,
      actor,
      { owner: 'ledgerEntry', ownerId: entry, year, unit },
      fresh,
    )
    if (refused !== undefined) return refused
    const [answer] = await presentEntries(tx, ground, [before])
    const values = { entry, what: before.title, files: fresh.length }
    return { answer: answer!, events: [{ kind: 'ledgerFilesAdded', year, unit, values }] }
  })
}

interface Opened {
  readonly ground: LedgerContext
  readonly before: StoredEntry
  readonly revision: number
}

/** Loads an entry to be ended. Locks the year first, like every other change of counts, to prevent deadlocks. */
async function loadForEnd(tx: Transaction, context: AppContext, at: OfEntry): Promise<Opened | Refusal> {
  const revision = await bumpCycle(tx, at.year)
  if (isRefusal(revision)) return revision
  const ground = await loadLedgerContext(tx, at.year, at.unit)
  if (isRefusal(ground)) return ground
  const before = await loadInForce(tx, at)
  if (isRefusal(before)) return before
  return whyClosed(before.period, ground, context.today()) ?? { ground, before, revision }
}

async function loadInForce(tx: Transaction, { year, unit, entry }: OfEntry): Promise<StoredEntry | Refusal> {
  const found = await findEntry(tx, year, unit, entry, 'hold')
  if (found === undefined) return refuse('notFound', { what: '这条台账' })
  if (found.state === 'inForce') return found
  return staleRevision('这条台账', found.endedBy, found.endedAt ?? found.enteredAt)
}

/** Carries the reason of a late entry over to its correction. */
function withDefault(fields: EntryFields, before: StoredEntry): EntryFields {
  const lateReason = fields.lateReason ?? before.lateReason ?? undefined
  return lateReason === undefined ? fields : { ...fields, lateReason }
}

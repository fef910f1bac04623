import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { attachFiles } from '../../office/files/attachFiles.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { type EntryFields, judgeEntry, type JudgedEntry, lateWithoutReason } from './judgeEntry.ts'
import { findEntry, findTwin, insertEntries, type NewEntry, type StoredEntry } from './ledger.store.ts'
import { type LedgerContext, loadLedgerContext } from './ledgerContext.ts'
import { keysOf, recountKeys } from './recountKeys.ts'
import { sayEntry, presentEntries, type ToldEntry } from './presentEntry.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** A unit in a year. */
export interface OfUnit {
  readonly year: number
  readonly unit: string
}

/** Enters a ledger entry with its files and updates the counts in the same transaction. `ledgerTwin` if the same entry exists and the new one is not declared a different one. */
export async function enterEntry({
  context,
  actor,
  change,
  params: at,
  body: fields,
}: Served<'POST /api/years/:year/units/:unit/entries'>): Promise<ToldEntry | Refusal> {
  return change<ToldEntry>(async tx => {
    const ground = await loadLedgerContext(tx, at.year, at.unit)
    if (isRefusal(ground)) return ground
    const judged = judgeEntry(fields, ground, context.today())
    if (isRefusal(judged)) return judged
    const held =
      judged.counter === undefined ? await whyYearClosed(tx, at.year) : await bumpCycle(tx, at.year)
    if (isRefusal(held)) return held
    const put = await putEntry(tx, context, actor, ground, fields, judged)
    if (isRefusal(put)) return put
    const moved = await recountKeys(tx, context, actor, ground, keysOf([put]), held ?? 0)
    const [answer] = await presentEntries(tx, ground, [put])
    const entered = { entry: put.id, what: sayEntry(ground.scheme, put), late: put.late }
    return { answer: answer!, events: [{ kind: 'ledgerEntered', ...at, values: entered }, ...moved] }
  })
}

/** Stores a checked ledger entry; a correction replaces the entry it corrects. */
export async function putEntry(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  ground: LedgerContext,
  fields: EntryFields,
  judged: JudgedEntry,
  corrects?: string,
): Promise<StoredEntry | Refusal> {
  const [today, { year, unit }] = [context.today(), ground]
  const late = lateWithoutReason(judged, ground, today, fields.lateReason)
  if (late !== undefined) return late
  const entry = newEntry(context, actor, ground, fields, judged, corrects)
  if (!fields.twinMeant) {
    const twin = await findTwin(tx, { ...entry, year, unit: unit.id }, corrects)
    if (twin !== undefined)
      return refuse('ledgerTwin', { title: twin.title, by: twin.enteredBy, on: printDay(twin.enteredOn) })
  }
  await insertEntries(tx, [entry])
  const refused = await attachFiles(
    tx,
    context,
    actor,
    { owner: 'ledgerEntry', ownerId: entry.id, year, unit: unit.id },
    fields.files,
  )
  return refused ?? (await findEntry(tx, year, unit.id, entry.id))!
}

/** Builds an entry to store. */
export function newEntry(
  context: AppContext,
  actor: Actor,
  { year, unit }: LedgerContext,
  { kind, title, happenedOn, participants, note, rows, lateReason }: EntryFields,
  { counter, period, countedIn, late }: JudgedEntry,
  corrects?: string,
): NewEntry & { readonly kind: string } {
  return {
    id: context.newId(),
    year,
    unit: unit.id,
    kind,
    counter: counter ?? null,
    title,
    happenedOn,
    period,
    countedIn,
    participants: participants ?? null,
    note,
    cited: [...new Set(rows)],
    late,
    lateReason: late ? (lateReason ?? null) : null,
    enteredOn: context.today(),
    enteredAt: context.now().toISOString(),
    enteredBy: actor.name,
    corrects: corrects ?? null,
  }
}

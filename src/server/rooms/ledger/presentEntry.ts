import type { z } from 'zod'
import type { ledgerEntry } from '../../../contract/ledger/ledgerParts.ts'
import { ledgerKindName } from '../../../contract/ledger/ledgerKinds.ts'
import { isInPeriod, printDay, printPeriod } from '../../../domain/kernel/calendar.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { type Attached, listAttached } from '../../office/files/attachFiles.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { StoredEntry } from './ledger.store.ts'
import type { LedgerContext } from './ledgerContext.ts'

/** A presented ledger entry. */
export type ToldEntry = z.output<typeof ledgerEntry>

/** Presents entries with their files and the rows that cite them. `all` are the entries of the unit, needed to show what replaced each. */
export async function presentEntries(
  db: Database | Transaction,
  ground: LedgerContext,
  entries: readonly StoredEntry[],
  all: readonly Pick<StoredEntry, 'id' | 'corrects'>[] = entries,
): Promise<ToldEntry[]> {
  const files = await listAttached(
    db,
    'ledgerEntry',
    entries.map(entry => entry.id),
  )
  const next = new Map(
    all.flatMap(({ id, corrects }) => (corrects === null ? [] : [[corrects, id] as const])),
  )
  const told = createPresenter(ground)
  return entries.map(entry => told(entry, files.get(entry.id) ?? [], next.get(entry.id)))
}

/** Describes an entry in one sentence, for the trail and for files. */
export function sayEntry(
  scheme: Scheme,
  { kind, title, happenedOn, period }: Pick<StoredEntry, 'kind' | 'title' | 'happenedOn' | 'period'>,
): string {
  return `${printDay(happenedOn)}“${title}”（${ledgerKindName(scheme, kind)}，${printPeriod(period)}）`
}

/** Returns the rows that cite an entry: those whose rules read its counter, then those named by hand. */
function rowsCiting(
  { scheme, rows }: Pick<LedgerContext, 'scheme' | 'rows'>,
  counter: string | null,
  cited: readonly string[],
) {
  const reading = rows
    .filter(one => one.rules.some(rule => rule.feeds.some(feed => feed.counter === counter)))
    .map(one => one.row)
  const known = scheme.rubrics.flatMap(rubric => rubric.rows)
  const byHand = cited.flatMap(id => known.find(row => row.id === id && !reading.includes(row)) ?? [])
  return [
    ...reading.map(({ id, title, citation }) => ({ row: id, title, citation, byHand: false })),
    ...byHand.map(({ id, title, citation }) => ({ row: id, title, citation, byHand: true })),
  ]
}

function createPresenter(ground: LedgerContext) {
  const names = new Map<string, string>()
  const nameOf = (kind: string): string => {
    const known = names.get(kind) ?? ledgerKindName(ground.scheme, kind)
    names.set(kind, known)
    return known
  }
  return (entry: StoredEntry, files: readonly Attached[], replacedBy: string | undefined): ToldEntry => {
    const {
      id,
      kind,
      counter,
      title,
      happenedOn,
      period,
      note,
      state,
      late,
      participants,
      lateReason,
      corrects,
    } = entry
    return {
      id,
      kind,
      kindName: nameOf(kind),
      counter: counter ?? undefined,
      title,
      happenedOn,
      period,
      periodName: printPeriod(period),
      enteredOn: entry.enteredOn,
      enteredAt: toInstant(entry.enteredAt),
      enteredBy: entry.enteredBy,
      participants: participants ?? undefined,
      note,
      rows: rowsCiting(ground, counter, entry.cited),
      state,
      late,
      lateReason: lateReason ?? undefined,
      outsidePeriod: !isInPeriod(happenedOn, period),
      corrects: corrects ?? undefined,
      replacedBy,
      ...(entry.endedAt === null
        ? {}
        : {
            ended: { reason: entry.endedReason ?? '', by: entry.endedBy ?? '', at: toInstant(entry.endedAt) },
          }),
      files: [...files],
    }
  }
}

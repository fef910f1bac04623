import type { Finding, Visit } from '../../../domain/year/facts/facts.ts'
import { addWorkingDays, type Day } from '../../../domain/kernel/calendar.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readReplySettings } from './replySettings.ts'
import { SHEET_SOURCE, type SheetContext } from './sheetContext.ts'
import { linkFacts, saveSheet } from './sheets.store.ts'
import { enterFacts } from '../../year/facts.store.ts'

/** A sheet in force: its visit, and the findings that count. */
interface SheetInForce {
  readonly id: string
  readonly year: number
  readonly visit: Visit
  readonly findings: readonly { readonly id: string; readonly body: Finding }[]
}

/** Puts a sheet in force: its visit and findings become facts of the year. Returns the day until which the unit may object. Callers check first. */
export async function putInForce(
  tx: Transaction,
  context: AppContext,
  { revision, facts }: SheetContext,
  { id, year, visit, findings }: SheetInForce,
  { author, signedOn }: { readonly author: string; readonly signedOn: Day },
): Promise<Day> {
  const { replyDays } = await readReplySettings(tx, year)
  const due = addWorkingDays(context.today(), replyDays)
  // The same visit may have been imported before; it is recorded once.
  const visited = facts.visits.some(one => sameVisit(one, visit))
  const visitFact = visited ? [] : [{ id: context.newId(), kind: 'visits' as const, body: visit }]
  const made = findings.map(({ id: finding, body }) => ({
    finding,
    fact: { id: context.newId(), kind: 'findings' as const, body },
  }))
  await enterFacts(tx, year, [...visitFact, ...made.map(one => one.fact)], {
    source: SHEET_SOURCE,
    record: `sheet:${id}`,
    author,
    now: context.now(),
    revision,
  })
  await linkFacts(
    tx,
    made.map(({ finding, fact }) => ({ finding, fact: fact.id })),
  )
  await saveSheet(tx, id, { state: 'inForce', signedOn, due, visitFact: visitFact[0]?.id ?? null })
  return due
}

function sameVisit(one: Visit, other: Visit): boolean {
  return (
    one.quarter === other.quarter &&
    (one.by ?? 'committee') === (other.by ?? 'committee') &&
    one.heldOn === other.heldOn
  )
}

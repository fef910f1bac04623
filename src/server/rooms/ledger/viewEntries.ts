import { entryColumns } from '../../../contract/ledger/entryColumns.ts'
import { isWithin } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { listEntries } from './ledger.store.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { presentEntries } from './presentEntry.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Shows the ledger (台账) of a unit by page, latest first. */
export async function viewEntries({
  context,
  params: { year, unit },
  query,
}: Served<'GET /api/years/:year/units/:unit/entries'>) {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const { ended, counter, within } = query
  const all = await listEntries(context.db, year, unit)
  const asked = all.filter(
    entry =>
      (ended === 'true' || entry.state === 'inForce') &&
      (counter === undefined || entry.counter === counter) &&
      (within === undefined || isWithin(entry.period, within)),
  )
  const shown = await presentEntries(context.db, ground, asked, all)
  const { rows: entries, paging } = await pageRows(shown, entryColumns, query)
  const past = all.filter(entry => entry.state !== 'inForce').length
  return { year, unit, unitName: ground.unit.name, ended: past, entries, paging }
}

/** Shows a ledger entry with every version before and after it, oldest first. */
export async function viewEntry({
  context,
  params: { year, unit, entry },
}: Served<'GET /api/years/:year/units/:unit/entries/:entry'>) {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const all = await listEntries(context.db, year, unit)
  const found = all.find(one => one.id === entry)
  if (found === undefined) return refuse('notFound', { what: '这条台账' })
  const before = (one: (typeof all)[number]): typeof all => {
    const old = all.find(other => other.id === one.corrects)
    return old === undefined ? [one] : [...before(old), one]
  }
  const after = (one: (typeof all)[number]): typeof all => {
    const next = all.find(other => other.corrects === one.id)
    return next === undefined ? [] : [next, ...after(next)]
  }
  const chain = await presentEntries(context.db, ground, [...before(found), ...after(found)], all)
  return { entry: chain.find(one => one.id === entry)!, chain }
}

import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { listEntries } from './ledger.store.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { presentEntries } from './presentEntry.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Shows the ledger (台账) of a unit, latest first. */
export async function viewEntries({
  context,
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/entries'>) {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const entries = await presentEntries(context.db, ground, await listEntries(context.db, year, unit))
  return { year, unit, unitName: ground.unit.name, entries }
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

import type { Day } from '../../../domain/kernel/calendar.ts'
import { closingOf } from '../../../domain/year/evidence/periodClosing.ts'
import { askedCounters, forecastCounter } from '../../../domain/year/evidence/unitForecast.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { readClosing } from './closing.store.ts'
import { readCounts } from './counts.store.ts'
import { rowsFor } from './ledgerContext.ts'

/** Lists what the ledgers of the reader's own units lack of periods that are over and not closed. It waits for who keeps them; others of the unit are told that it is late. (四（一）) */
export async function listLedgerMatters(ground: MatterContext): Promise<Matter[]> {
  const { actor, forSeal, may } = ground
  if (forSeal || !may('readLedger')) return []
  const own = new Set(actor.grants.flatMap(({ unit }) => unit ?? []))
  const found: Matter[] = []
  for (const unit of own) found.push(...(await shortOf(ground, unit)))
  return found
}

async function shortOf(ground: MatterContext, id: string): Promise<Matter[]> {
  const { actor, may, nameOf } = ground
  const short = await missingOf(ground, id)
  if (short.length === 0) return []
  const keeps =
    may('keepLedger') && actor.grants.some(({ unit, role }) => unit === id && role !== 'secretary')
  const since = short.map(({ endsOn }) => endsOn).toSorted()[0]!
  const at = { id: `ledger-${id}`, name: '台账', page: '$year/ledger' }
  const what = short.map(({ name, missing }) => `${name}差${missing}次`).join('、')
  const text = `台账逾期未登记${short.length}项：${what}`
  return [
    keeps
      ? {
          ...at,
          text: `补登台账逾期未登记的${short.length}项`,
          who: what,
          due: since,
          urgent: true,
          waits: true,
        }
      : { ...at, text, late: { text, since, units: [nameOf(id)] } },
  ]
}

interface Missing {
  readonly name: string
  readonly missing: number
  readonly endsOn: Day
}

/** What the counters of a unit lack in periods that are over and still take entries, with the first of these. */
async function missingOf(
  { context: { db }, year, today, scored: { scheme, units } }: MatterContext,
  id: string,
): Promise<Missing[]> {
  const unit = units.get(id)
  if (scheme === undefined || unit === undefined) return []
  const closing = await readClosing(db, year)
  const ledger = (await readCounts(db, year, id)).get(id) ?? new Map()
  const done = new Map(
    scheme.counters.flatMap(({ id: counter, name, kind }) =>
      kind === 'done' ? [[counter, name] as const] : [],
    ),
  )
  return askedCounters(rowsFor(scheme, unit.tier)).flatMap(([counter, requirement]) => {
    const name = done.get(counter)
    const short = forecastCounter(counter, requirement, ledger, year, today).periods.filter(
      ({ period, done: had, due, endsOn }) =>
        had < due && endsOn < today && closingOf(period, closing, today).state !== 'closed',
    )
    if (name === undefined || short.length === 0) return []
    const missing = short.reduce((sum, { done: had, due }) => sum + due - had, 0)
    return [{ name, missing, endsOn: short[0]!.endsOn }]
  })
}

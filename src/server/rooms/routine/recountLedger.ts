import type { LedgerCount } from '../../../domain/year/facts/facts.ts'
import { printPeriod } from '../../../domain/kernel/calendar.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { type FactOrigin, withdrawFacts, insertFacts } from '../../year/facts.store.ts'
import {
  type CountKey,
  countRecords,
  dropOwnCounts,
  keyOf,
  readOwnCounts,
  saveOwnCounts,
} from './occasions.store.ts'
import { ROUTINE, readCounts } from './routineFacts.store.ts'

/** The input of a recount. `zeroes` keeps a count of 0 where a unit was expected and had no fault. */
interface Recount {
  readonly year: number
  readonly keys: readonly CountKey[]
  readonly zeroes: readonly CountKey[]
  readonly nameOf: (unit: string) => string
  readonly counterName: (counter: string) => string
}

/**
 * Recounts the ledger: sets the facts of these keys to the number of records in force and leaves correct
 * ones untouched. An imported count is replaced, and the trail records it. `bumpCycle` locks the year.
 * (三（二）1, R6, R17)
 */
export async function recountLedger(
  tx: Transaction,
  { year, keys, zeroes, nameOf, counterName }: Recount,
  origin: Omit<FactOrigin, 'source'>,
): Promise<TrailEvent[]> {
  const wanted = new Map([...zeroes, ...keys].map(key => [keyOf(key), key]))
  const units = [...new Set([...wanted.values()].map(key => key.unit))]
  if (units.length === 0) return []
  const counters = [...new Set([...wanted.values()].map(key => key.counter))]
  const records = await countRecords(tx, year, units)
  const own = await readOwnCounts(tx, year, units)
  const there = Map.groupBy(await readCounts(tx, year, counters, units), keyOf)
  const expected = new Set(zeroes.map(keyOf))
  const gone: number[] = []
  const replaced: string[] = []
  const made: LedgerCount[] = []
  const dropped: CountKey[] = []
  for (const [text, key] of wanted) {
    const count = records.get(text) ?? 0
    const stored = there.get(text) ?? []
    const kept = stored.find(one => one.place === own.get(text))
    const isWanted = count > 0 || expected.has(text)
    if (kept !== undefined && kept.count === count && isWanted) continue
    gone.push(...stored.map(one => one.place))
    for (const one of stored) {
      if (one.place !== own.get(text)) {
        replaced.push(
          `${nameOf(one.unit)}${printPeriod(one.period)}${counterName(one.counter)}${one.count}次（${one.source}）`,
        )
      }
    }
    if (isWanted) made.push({ unit: key.unit, counter: key.counter, period: key.period, count })
    else dropped.push(key)
  }
  await withdrawFacts(tx, year, gone, origin)
  const places = await insertFacts(tx, year, { ledger: made }, { ...origin, source: ROUTINE })
  await saveOwnCounts(
    tx,
    made.map(({ unit, counter, period }, at) => ({ year, unit, counter, period, factPlace: places[at]! })),
  )
  await dropOwnCounts(tx, year, dropped)
  if (replaced.length === 0) return []
  const what = `${replaced.slice(0, 20).join('；')}${replaced.length > 20 ? `等${replaced.length}项` : ''}`
  return [{ kind: 'importedCountsReplaced', year, values: { what } }]
}

import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { printPeriod } from '../../../domain/kernel/calendar.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type CountKey, recount } from './counts.store.ts'
import type { StoredEntry } from './ledger.store.ts'
import type { LedgerContext } from './ledgerContext.ts'

/** Returns the keys that an entry counts for; none if it does not count. */
export function keysOf(
  entries: readonly Pick<StoredEntry, 'year' | 'unit' | 'counter' | 'countedIn'>[],
): readonly CountKey[] {
  const keys = new Map<string, CountKey>()
  for (const { year, unit, counter, countedIn } of entries) {
    if (counter !== null) keys.set(`${counter} ${countedIn}`, { year, unit, counter, period: countedIn })
  }
  return [...keys.values()]
}

/** Recounts keys, with the year locked at `revision`; the trail records which imported counts were replaced or restored. */
export async function recountKeys(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { scheme, year, unit }: LedgerContext,
  keys: readonly CountKey[],
  revision: number,
): Promise<readonly TrailEvent[]> {
  const events: TrailEvent[] = []
  for (const key of keys) {
    const { after, gaveWay, cameBack } = await recount(tx, key, {
      author: actor.name,
      now: context.now(),
      revision,
    })
    const counter = scheme.counters.find(one => one.id === key.counter)?.name ?? key.counter
    for (const { period, count } of gaveWay) {
      const values = { counter, period: printPeriod(period), imported: count, counted: after }
      events.push({ kind: 'importedCountGaveWay', year, unit: unit.id, values })
    }
    for (const { period, count } of cameBack) {
      const values = { counter, period: printPeriod(period), imported: count }
      events.push({ kind: 'importedCountCameBack', year, unit: unit.id, values })
    }
  }
  return events
}

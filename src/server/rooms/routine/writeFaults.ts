import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import { quarterOf } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { type FaultInput, isScoredByLedger, type OccasionContext } from './occasionContext.ts'
import { type CountKey, insertRecords, type OccasionRow } from './occasions.store.ts'
import { recountLedger } from './recountLedger.ts'
import { readCounts, ROUTINE } from './routineFacts.store.ts'
import { enterFacts } from '../../year/facts.store.ts'

/**
 * Stores records and updates the year: those of the committee become ledger counts, read by R6 and the
 * annex (R17); a lead unit's own become findings of the lead unit, which count as far as R22 allows.
 * `yearSealed`.
 */
export async function writeFaults(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  ground: OccasionContext,
  occasion: OccasionRow,
  records: readonly FaultInput[],
): Promise<TrailEvent[] | Refusal> {
  const { year, keeper, heldOn } = occasion
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  const now = context.now()
  const found = keeper === null ? [] : records.map(record => findingOf(ground, occasion, actor, record))
  const ids = found.map(finding => (finding === undefined ? null : context.newId()))
  for (const [at, body] of found.entries()) {
    if (body === undefined) continue
    await enterFacts(tx, year, [{ id: ids[at]!, kind: 'findings', body }], {
      author: actor.name,
      now,
      revision,
      source: ROUTINE,
    })
  }
  await insertRecords(
    tx,
    records.map(({ unit, counter, note }, at) => ({
      id: context.newId(),
      occasion: occasion.id,
      year,
      unit,
      counter,
      note,
      byId: actor.id,
      by: actor.name,
      at: now.toISOString(),
      factId: ids[at] ?? null,
    })),
  )
  if (keeper !== null) return []
  const keys = records.map(({ unit, counter }) => ({ unit, counter, period: heldOn.slice(0, 7) }))
  return recountLedger(
    tx,
    { ...told(ground), year, keys, zeroes: await zeroesFor(tx, ground, occasion) },
    { author: actor.name, now, revision },
  )
}

/** Describes records: `甲缺会、乙派人代会`. */
export function describeFaults({ units, faults }: OccasionContext, records: readonly FaultInput[]): string {
  const shown = records
    .slice(0, 30)
    .map(({ unit, counter }) => `${units.get(unit)?.name ?? unit}${faults.get(counter)?.name ?? counter}`)
  return `${shown.join('、')}${records.length > 30 ? `等${records.length}条` : ''}`
}

/** Returns lookups of names for the trail. */
export function told({ units, faults }: OccasionContext) {
  return {
    nameOf: (unit: string) => units.get(unit)?.name ?? unit,
    counterName: (counter: string) => faults.get(counter)?.name ?? counter,
  }
}

/** Returns zero counts for units that were expected and had no fault all year: their ledger is kept, and they are due full marks. */
async function zeroesFor(
  tx: Transaction,
  ground: OccasionContext,
  { year, kind, heldOn }: OccasionRow,
): Promise<readonly CountKey[]> {
  const counters = [...ground.faults.values()]
    .filter(fault => fault.kinds.includes(kind))
    .map(fault => fault.counter)
  const expected = [...ground.units.values()].filter(
    unit =>
      isScoredByLedger(ground, unit) &&
      (unit.opensOn ?? heldOn) <= heldOn &&
      (unit.closesOn ?? '9999') > heldOn,
  )
  const kept = new Set(
    (await readCounts(tx, year, counters)).map(({ unit, counter }) => `${unit} ${counter}`),
  )
  return expected.flatMap(({ id }) =>
    counters
      .filter(counter => !kept.has(`${id} ${counter}`))
      .map(counter => ({ unit: id, counter, period: heldOn.slice(0, 7) })),
  )
}

function findingOf(
  { faults }: OccasionContext,
  { name, heldOn }: OccasionRow,
  actor: Actor,
  record: FaultInput,
): Finding | undefined {
  const feeds = faults.get(record.counter)?.feeds
  if (feeds === undefined) return undefined
  return {
    unit: record.unit,
    ...feeds,
    count: 1,
    quarter: quarterOf(heldOn),
    by: 'leadUnit',
    occasion: name,
    foundOn: heldOn,
    author: actor.name,
    note: record.note === '' ? `${name}（牵头单位登记）` : `${name}（牵头单位登记）：${record.note}`,
  }
}

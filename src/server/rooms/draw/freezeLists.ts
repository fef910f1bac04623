import { type DrawPurpose, drawPurposes, purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { freezeLatest, latestLists } from './drawList.store.ts'
import { sha256 } from '../../../files/sha256.ts'
import { presentUnits } from './presentUnits.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { unitNames } from '../../office/roster/unit.store.ts'

/** What was frozen. */
interface Frozen {
  readonly unit: string
  readonly purpose: DrawPurpose
  readonly version: number
  readonly fingerprint: string
}

/** Freezes the latest list version of each of these units, before any seed is known. Skips units without a list and lists already frozen; refuses if none remain. */
export async function freezeLists({
  context,
  actor,
  change,
  params: { year },
  body: { purposes, units },
}: Served<'POST /api/years/:year/draw-lists/freeze'>): Promise<{ frozen: Frozen[] } | Refusal> {
  if (units.length === 0) return refuse('drawNoUnits', {})
  return change(async tx => {
    const frozen: Frozen[] = []
    const events: TrailEvent[] = []
    for (const purpose of drawPurposes.filter(one => purposes.includes(one))) {
      const done = await freezeLatest(tx, { year, purpose, units, by: actor.name, at: context.now() })
      const [first] = done
      if (first === undefined) continue
      frozen.push(...done.map(one => ({ ...one, purpose })))
      const fingerprint =
        done.length === 1
          ? first.fingerprint
          : sha256(done.map(one => `${one.unit}\t${one.fingerprint}\n`).join(''))
      const values = { purpose: purposeNames[purpose], units: done.length, fingerprint }
      events.push({
        kind: 'drawListsFrozen',
        year,
        values,
        ...(done.length === 1 ? { unit: first.unit } : {}),
      })
    }
    const [first, ...more] = events
    return first === undefined
      ? await whyNothing(tx, year, purposes, units)
      : { answer: { frozen }, events: [first, ...more] }
  })
}

async function whyNothing(
  tx: Transaction,
  year: number,
  purposes: readonly DrawPurpose[],
  units: readonly string[],
): Promise<Refusal> {
  const lists = (await latestLists(tx, year)).filter(
    list => units.includes(list.unit) && purposes.includes(list.purpose),
  )
  const [last] = lists
  if (last !== undefined && last.frozenAt !== null) {
    return refuse('drawListFrozen', {
      version: last.version,
      by: last.frozenBy!,
      at: formatInstant(last.frozenAt),
    })
  }
  const told = { units: presentUnits(units, await unitNames(tx, year)), count: units.length }
  return refuse('drawListMissing', { ...told, purpose: purposes.map(one => purposeNames[one]).join('、') })
}

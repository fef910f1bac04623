import { digestOf } from '../../../domain/campaign/draw/drawDigest.ts'
import { compareIds } from '../../../domain/kernel/ids.ts'
import type { DemoDraw, DemoDraws } from '../../../demo/demoDraws.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { DrawLine } from '../../../domain/campaign/draw/drawList.ts'
import { drawLots } from '../../../domain/campaign/draw/drawLots.ts'
import { type DrawPurpose, drawPurposes } from '../../../domain/campaign/draw/drawPurpose.ts'
import { seedOf } from '../../../domain/campaign/draw/drawSeed.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { insertSession, saveResults } from './draw.store.ts'
import { freezeLatest, insertList, insertLists } from './drawList.store.ts'
import { sha256 } from '../../../files/sha256.ts'
import { presentDrawn } from './presentDraw.ts'
import { textOfList } from './presentList.ts'

const BY = '示范州委组织部'
const PARTIES = ['核查组', '被查单位代表'] as const

interface Held {
  readonly draws: number
  readonly event: TrailEvent
}

interface Laid {
  readonly lines: readonly DrawLine[]
  readonly fingerprint: string
}

/** Loads the draws of the demo year in the same transaction: lists frozen in February, four quarters drawn, one of them twice for one unit, and some lists changed since. Each draw is noted as one that was held. */
export async function seedDemoDraws(
  tx: Transaction,
  context: AppContext,
  year: number,
  demo: DemoDraws,
): Promise<readonly TrailEvent[]> {
  const laid = new Map<string, Laid>()
  const lists = demo.lists.flatMap(list =>
    drawPurposes.map(purpose => {
      const [unit, lines] = [list.unit, list[purpose]]
      const fingerprint = sha256(textOfList({ year, unit, purpose }, lines))
      laid.set(`${unit}\t${purpose}`, { lines, fingerprint })
      return { unit, purpose, lines, fingerprint }
    }),
  )
  await insertLists(tx, lists, { year, by: BY, at: new Date(`${year}-02-08T02:00:00.000Z`) })
  const units = demo.lists.map(list => list.unit)
  for (const purpose of drawPurposes)
    await freezeLatest(tx, { year, purpose, units, by: BY, at: new Date(`${year}-02-22T08:30:00.000Z`) })
  const held: Held[] = []
  for (const draw of demo.draws) held.push(await seedOne(tx, context, year, draw, laid))
  for (const { unit, member } of demo.changed) {
    const key = { year, unit, purpose: 'member' as DrawPurpose }
    const fingerprint = sha256(textOfList(key, member))
    await insertList(tx, {
      ...key,
      version: 2,
      lines: member,
      count: member.length,
      fingerprint,
      savedBy: BY,
      savedAt: `${year}-12-03T02:00:00.000Z`,
    })
  }
  const draws = held.reduce((all, one) => all + one.draws, 0)
  const loaded = { lists: lists.length + demo.changed.length, draws }
  return [{ kind: 'drawsLoaded', year, values: loaded }, ...held.map(({ event }) => event)]
}

async function seedOne(
  tx: Transaction,
  context: AppContext,
  year: number,
  draw: DemoDraw,
  laid: ReadonlyMap<string, Laid>,
): Promise<Held> {
  const { quarter, takes, units, again, preparedAt, heldAt, numbers } = draw
  const planned = units.toSorted(compareIds).flatMap(unit =>
    drawPurposes.flatMap(purpose => {
      const take = takes[purpose]
      if (take === undefined) return []
      const { fingerprint } = laid.get(`${unit}\t${purpose}`)!
      const reason = again === undefined ? {} : { reason: again }
      return [
        {
          id: context.newId(),
          unit,
          purpose,
          listVersion: 1,
          fingerprint,
          take,
          number: again === undefined ? 1 : 2,
          ...reason,
        },
      ]
    }),
  )
  const session = {
    id: context.newId(),
    year,
    quarter,
    state: 'prepared' as const,
    takes,
    units: units.length,
    digest: digestOf(planned, sha256),
    reason: again,
    preparedBy: BY,
    preparedAt,
  }
  const seedParts = PARTIES.map((by, at) => ({ by, text: numbers[at]! }))
  const seed = seedOf('parties', seedParts)
  if (isRefusal(seed)) throw new Error(`the demo's seed was refused: ${seed.code}`)
  await insertSession(tx, session, planned)
  const results = planned.map(({ id, unit, purpose, fingerprint, take }) => ({
    id,
    result: drawLots(fingerprint, seed, laid.get(`${unit}\t${purpose}`)!.lines, take, sha256).map(
      presentDrawn,
    ),
  }))
  await saveResults(
    tx,
    { id: session.id, seedKind: 'parties', seedParts, seed, endedBy: BY, endedAt: heldAt },
    results,
  )
  const values = { quarter, units: units.length, seed, digest: session.digest, parties: PARTIES.join('、') }
  return { draws: planned.length, event: { kind: 'drawHeld', year, values } }
}

import {
  type DrawPurpose,
  redrawReasonLeast,
  drawPurposes,
  purposeNames,
  takeLimits,
} from '../../../domain/campaign/draw/drawPurpose.ts'
import { digestOf } from '../../../domain/campaign/draw/drawDigest.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import { compareIds } from '../../../domain/kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { findCycle, unitNames } from '../../office/roster/unit.store.ts'
import type { Takes } from './draw.tables.ts'
import { type DrawTally, insertSession, lockDraws, tallyDraws } from './draw.store.ts'
import { latestLists, type ListHead } from './drawList.store.ts'
import { sha256 } from '../../../files/sha256.ts'
import { presentUnits } from './presentUnits.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** A request for a draw: the quarter, the units, how many for each purpose, and a reason if a unit was drawn before. */
interface DrawWish {
  readonly quarter: Quarter
  readonly round?: string
  readonly takes: Takes
  readonly units: readonly string[]
  readonly reason?: string
}

interface Planned {
  readonly id: string
  readonly unit: string
  readonly purpose: DrawPurpose
  readonly listVersion: number
  readonly fingerprint: string
  readonly take: number
  readonly number: number
  readonly reason?: string
}

/**
 * Prepares a draw: fixes the units, frozen lists and numbers, so that nothing is left to choose once the
 * seed is known; returns one hash over all of them. `drawNoUnits`, `drawTakeWrong`, `drawListMissing`,
 * `drawListNotFrozen`, `drawWaiting`, `drawReasonMissing`, `drawReasonShort`. (四（二）)
 */
export async function prepareDraw({
  context,
  actor,
  change,
  params: { year },
  body: wish,
}: Served<'POST /api/years/:year/draws'>): Promise<{ draw: string; digest: string } | Refusal> {
  const purposes = drawPurposes.filter(purpose => wish.takes[purpose] !== undefined)
  const wrong = whyNotTakes(wish.takes, purposes)
  if (wrong !== undefined) return wrong
  if (wish.reason !== undefined && [...wish.reason].length < redrawReasonLeast)
    return refuse('drawReasonShort', { least: redrawReasonLeast })
  const units = [...new Set(wish.units)].toSorted(compareIds)
  if (units.length === 0) return refuse('drawNoUnits', {})
  return change(async tx => {
    if ((await findCycle(tx, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
    await lockDraws(tx, year)
    const names = await unitNames(tx, year)
    const unknown = units.find(unit => !names.has(unit))
    if (unknown !== undefined) return refuse('noSuchUnit', { unit: unknown })
    const planned = await plan(context, tx, year, { ...wish, units }, purposes, names)
    if (isRefusal(planned)) return planned
    const digest = digestOf(planned, sha256)
    const draw = context.newId()
    const reason = planned.some(one => one.number > 1) ? wish.reason : undefined
    const session = {
      id: draw,
      year,
      quarter: wish.quarter,
      round: wish.round,
      state: 'prepared' as const,
      takes: wish.takes,
      units: units.length,
      digest,
      reason,
      preparedBy: actor.name,
      preparedAccount: actor.id,
      preparedAt: context.now().toISOString(),
    }
    await insertSession(tx, session, planned)
    const what = purposes
      .map(purpose => `每个单位抽${purposeNames[purpose]}${wish.takes[purpose]}个`)
      .join('、')
    const values = {
      quarter: wish.quarter,
      what,
      units: units.length,
      digest,
      reason,
    }
    const [only] = units
    const event = {
      kind: 'drawPrepared',
      year,
      values,
      ...(units.length === 1 ? { unit: only! } : {}),
    } as const
    return { answer: { draw, digest }, events: [event] }
  })
}

function whyNotTakes(takes: Takes, purposes: readonly DrawPurpose[]): Refusal | undefined {
  const wrong = purposes.find(
    purpose => takes[purpose]! < takeLimits[purpose].least || takes[purpose]! > takeLimits[purpose].most,
  )
  const told = wrong ?? (purposes.length === 0 ? 'branch' : undefined)
  return told === undefined
    ? undefined
    : refuse('drawTakeWrong', { purpose: purposeNames[told], ...takeLimits[told] })
}

async function plan(
  context: AppContext,
  tx: Transaction,
  year: number,
  { quarter, units, takes, reason }: DrawWish,
  purposes: readonly DrawPurpose[],
  names: ReadonlyMap<string, string>,
): Promise<readonly Planned[] | Refusal> {
  const lists = new Map((await latestLists(tx, year)).map(list => [`${list.unit}\t${list.purpose}`, list]))
  const tally = new Map(
    (await tallyDraws(tx, year))
      .filter(one => one.quarter === quarter)
      .map(one => [`${one.unit}\t${one.purpose}`, one]),
  )
  const planned: Planned[] = []
  for (const purpose of purposes) {
    const wrong = whyNotPurpose(quarter, purpose, units, names, reason, key => ({
      list: lists.get(key),
      tally: tally.get(key),
    }))
    if (wrong !== undefined) return wrong
  }
  for (const unit of units) {
    for (const purpose of purposes) {
      const { version, fingerprint } = lists.get(`${unit}\t${purpose}`)!
      const number = (tally.get(`${unit}\t${purpose}`)?.times ?? 0) + 1
      const again = number > 1 && reason !== undefined ? { reason } : {}
      planned.push({
        id: context.newId(),
        unit,
        purpose,
        listVersion: version,
        fingerprint,
        take: takes[purpose]!,
        number,
        ...again,
      })
    }
  }
  return planned
}

function whyNotPurpose(
  quarter: Quarter,
  purpose: DrawPurpose,
  units: readonly string[],
  names: ReadonlyMap<string, string>,
  reason: string | undefined,
  find: (key: string) => { readonly list: ListHead | undefined; readonly tally: DrawTally | undefined },
): Refusal | undefined {
  const found = units.map(unit => ({ unit, ...find(`${unit}\t${purpose}`) }))
  const told = (which: typeof found) => ({
    units: presentUnits(
      which.map(one => one.unit),
      names,
    ),
    count: which.length,
  })
  const missing = found.filter(one => one.list === undefined)
  if (missing.length > 0)
    return refuse('drawListMissing', { ...told(missing), purpose: purposeNames[purpose] })
  const open = found.filter(one => one.list!.frozenAt === null)
  if (open.length > 0) return refuse('drawListNotFrozen', { ...told(open), purpose: purposeNames[purpose] })
  const waiting = found.filter(one => one.tally?.waiting != null)
  if (waiting.length > 0)
    return refuse('drawWaiting', { ...told(waiting), by: waiting[0]!.tally!.waitingBy! })
  const again = found.filter(one => (one.tally?.times ?? 0) > 0)
  if (again.length > 0 && reason === undefined) {
    return refuse('drawReasonMissing', { ...told(again), quarter, purpose: purposeNames[purpose] })
  }
  return undefined
}

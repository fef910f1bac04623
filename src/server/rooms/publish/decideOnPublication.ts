import { partNames } from '../../../contract/publish/publishFields.ts'
import { decidePublication, type PublicationCommand } from '../../../domain/campaign/publish/publication.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { isLatestReleased, readCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import { readProblems } from '../rectify/rectify.store.ts'
import { composePages, isPublishable } from './composePages.ts'
import { findPublication, replacePages, savePublication, type StoredPublication } from './publish.store.ts'
import { changeOf, stale } from './stale.ts'
import { whyNotRelease } from './whyNotRelease.ts'

/** Plans a publication (公示): what, from when to when, and how comments are taken. `publicationReleased`, `publicationEmpty`, `publicationDaysTurned`, `publicationTooLong`, `staleRevision`, `notFound`. */
export async function planPublication({
  context,
  actor,
  change,
  params: { year },
  body: { revision, ...plan },
}: Served<'PUT /api/years/:year/publication'>): Promise<{ revision: number } | Refusal> {
  return decide({ context, actor, change, year, revision }, { do: 'plan', plan }, () => ({
    event: {
      kind: 'publicationPlanned',
      year,
      values: {
        from: printDay(plan.from),
        to: printDay(plan.to),
        parts: plan.parts.map(part => partNames[part]).join('、'),
      },
    },
  }))
}

/** Releases a publication: lays out the pages from the result released to the units, and keeps their hash. `publicationTooEarly`, `publicationPast`, `staleRevision`. */
export async function releasePublication({
  context,
  actor,
  change,
  params: { year },
  body: { revision },
}: Served<'POST /api/years/:year/publication/release'>): Promise<{ revision: number } | Refusal> {
  const stored = await readCycle(context.db, year)
  const why = whyNotRelease(stored)
  if (why !== undefined) return refuse('publicationTooEarly', { why })
  const scored = await outcomesOf(context.db).released(year)
  const planned = await findPublication(context.db, year)
  if (
    planned?.parts.includes('rectification') === true &&
    !(await readProblems(context.db, year)).some(isPublishable)
  )
    return refuse('publicationTooEarly', { why: '问题清单还没有下发；请先下发，或不公示整改清单' })
  const { pages, hash } =
    planned === undefined || scored?.outcome === undefined
      ? { pages: [], hash: '' }
      : await composePages(context.db, scored, planned.parts)
  return decide({ context, actor, change, year, revision }, { do: 'release' }, async (tx, to) => {
    const now = await readCycle(tx, year)
    if (!isLatestReleased(now!) || now!.row.releasedSeal !== scored?.seal)
      return refuse('publicationTooEarly', { why: '结果刚刚有变动；请刷新后再发布' })
    await replacePages(tx, year, pages)
    return {
      set: { ...release(actor, context), seal: scored.seal, hash },
      event: {
        kind: 'publicationReleased',
        year,
        values: { from: printDay(to.from), to: printDay(to.to), units: pages.length, hash },
      },
    }
  })
}

/** Moves the end of a publication to a later day. `publicationNotLonger`, `publicationTooLong`, `publicationUnreleased`, `staleRevision`. */
export async function extendPublication({
  context,
  actor,
  change,
  params: { year },
  body: { revision, to, reason },
}: Served<'POST /api/years/:year/publication/extend'>): Promise<{ revision: number } | Refusal> {
  return decide({ context, actor, change, year, revision }, { do: 'extend', to }, () => ({
    event: { kind: 'publicationExtended', year, values: { to: printDay(to), reason } },
  }))
}

/** Takes a publication off the site and says why until it is released anew; comments and notice boards stay in the office. `publicationUnreleased`, `staleRevision`. */
export async function withdrawPublication({
  context,
  actor,
  change,
  params: { year },
  body: { revision, reason },
}: Served<'POST /api/years/:year/publication/withdraw'>): Promise<{ revision: number } | Refusal> {
  return decide({ context, actor, change, year, revision }, { do: 'withdraw' }, async tx => {
    await replacePages(tx, year, [])
    return {
      set: {
        releasedBy: null,
        releasedOn: null,
        seal: null,
        hash: null,
        withdrawn: { by: actor.name, on: context.today(), reason },
      },
      event: { kind: 'publicationWithdrawn', year, values: { reason } },
    }
  })
}

interface Ground {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly year: number
  readonly revision: number
}

interface Effect {
  readonly set?: Partial<StoredPublication>
  readonly event: TrailEvent
}

/** Finds the publication, checks its revision, decides, saves, writes the trail: what the four acts share. */
async function decide(
  { context, actor, change, year, revision }: Ground,
  command: PublicationCommand,
  act: (
    tx: Transaction,
    to: { readonly from: string; readonly to: string },
  ) => Effect | Refusal | Promise<Effect | Refusal>,
): Promise<{ revision: number } | Refusal> {
  return change(async tx => {
    const cycle = await readCycle(tx, year, { forUpdate: true })
    if (cycle === undefined) return refuse('notFound', { what: `${year}年度` })
    const row = await findPublication(tx, year, { forUpdate: true })
    if ((row?.revision ?? 0) !== revision) return stale('公示安排', row)
    const decided = decidePublication(row, command, context.today())
    if (isRefusal(decided)) return decided
    const effect = await act(tx, decided)
    if (isRefusal(effect)) return effect
    await savePublication(tx, {
      ...row,
      ...decided,
      ...effect.set,
      year,
      revision: revision + 1,
      ...changeOf(context, actor),
    })
    return { answer: { revision: revision + 1 }, events: [effect.event] }
  })
}

function release(actor: Actor, context: AppContext) {
  return { releasedBy: actor.name, releasedOn: context.today(), withdrawn: null }
}

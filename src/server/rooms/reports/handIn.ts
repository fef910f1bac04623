import { describeSharesOutside } from '../../../contract/reports/describeShares.ts'
import { arrivalNames } from '../../../contract/reports/reportsFields.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { decideReport } from '../../../domain/campaign/report/decideReport.ts'
import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import type { HandInContent } from '../../../domain/campaign/report/reportState.ts'
import type { ReportTerms } from '../../../domain/campaign/report/reportTerms.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { loadReport } from './loadReport.ts'
import { mayReceiveFor, presentReport, type ReportAnswer } from './presentReport.ts'
import {
  changeReport,
  insertReport,
  keepVersion,
  saveWaiver,
  type ReportAddress,
  type ReportRow,
} from './reports.store.ts'
import { mendContent, storeContent } from './saveDraft.ts'
import { attachSlides, readSlides } from './keepSlides.ts'

/** Hands a report in, to all who vet it. `reportLocked`, `reportEmpty`, `reportOverLimit`, `reportShareReason`, `reportNotDeclared`, `staleRevision`. (六（三）) */
export async function handIn({
  context,
  actor,
  change,
  params: address,
  body: { revision, shareReason, declared },
}: Served<'POST /api/years/:year/units/:unit/report/hand-in'>): Promise<ReportAnswer | Refusal> {
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address, revision)
    if (isRefusal(loaded)) return loaded
    const { ground, row, state } = loaded
    if (row === undefined) return refuse('reportEmpty', {})
    const content = contentOf(ground.terms, row.content, row.waiver !== null, shareReason)
    const decided = decideReport(state, { do: 'handIn', content, declared }, context.today())
    if (isRefusal(decided)) return decided
    const nth = await putHandedIn(tx, context, actor, address, row, { on: context.today(), ...content })
    const late = ground.due !== undefined && context.today() > ground.due
    const event: TrailEvent = {
      kind: 'reportHandedIn',
      ...address,
      values: { nth, words: content.words, late, shareReason },
    }
    const answer = await presentReport(tx, context, actor, ground, address)
    return isRefusal(answer) ? answer : { answer, events: [event] }
  })
}

/** Takes a report in on the secretary's behalf: it came by mail, on a stick or on paper, with the day it arrived. `outOfReach`, `reportArrivesLater`, and those of `handIn`. */
export async function takeIn({
  context,
  actor,
  change,
  params: address,
  body: { revision, content: sent, how, arrivedOn, shareReason, overLimitReason, slides: ref },
}: Served<'POST /api/years/:year/units/:unit/report/take-in'>): Promise<ReportAnswer | Refusal> {
  const slides = ref && (await readSlides(context, ref))
  if (isRefusal(slides)) return slides
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address, revision)
    if (isRefusal(loaded)) return loaded
    const { ground, appraisee, row, state } = loaded
    if (!mayReceiveFor(actor, appraisee)) return refuse('vetsOwnReport', { unit: appraisee.name })
    const mended = mendContent(loaded, sent)
    if (isRefusal(mended)) return mended
    // Only the organizer may allow more words than the limit.
    const mayWaive = actor.grants.some(({ role }) => role === 'committee')
    const waives = mayWaive && overLimitReason !== ''
    const content = contentOf(ground.terms, mended, waives || (row?.waiver ?? null) !== null, shareReason)
    const decided = decideReport(state, { do: 'takeIn', content, arrivedOn }, context.today())
    if (isRefusal(decided)) return decided
    const stored = await storeContent(tx, context, actor, address, row, mended)
    if (stored === undefined) return refuse('reportLocked', { state: '刚由他人起草' })
    const unkept = slides && (await attachSlides(tx, context, actor, address, slides))
    if (unkept !== undefined) return unkept
    const over = waives && content.words > content.limit
    if (over) await saveWaiver(tx, address, waiverOf(context, actor, overLimitReason))
    const handed = { on: arrivedOn, behalf: how, ...content }
    const nth = await putHandedIn(tx, context, actor, address, stored, handed)
    const reason = [shareReason, over ? overLimitReason : ''].filter(Boolean).join('；')
    const event: TrailEvent = {
      kind: 'reportTakenIn',
      ...address,
      values: {
        nth,
        words: content.words,
        how: arrivalNames[how],
        arrivedOn: printDay(arrivedOn),
        reason,
      },
    }
    const answer = await presentReport(tx, context, actor, ground, address)
    return isRefusal(answer) ? answer : { answer, events: [event] }
  })
}

/** Allows a report to exceed the limit, with a reason that shows; the draft may be under the pen meanwhile. `reportLocked`. */
export async function waiveLimit({
  context,
  actor,
  change,
  params: address,
  body: { reason },
}: Served<'POST /api/years/:year/units/:unit/report/waiver'>): Promise<ReportAnswer | Refusal> {
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address)
    if (isRefusal(loaded)) return loaded
    const { ground, row, state } = loaded
    const decided = decideReport(state, { do: 'edit' }, context.today())
    if (isRefusal(decided)) return decided
    if (row === undefined) {
      const at = context.now().toISOString()
      const content = { title: '', sections: [], problems: [] }
      await insertReport(tx, { ...address, state: 'draft', content, savedBy: actor.name, savedAt: at })
    }
    await saveWaiver(tx, address, waiverOf(context, actor, reason))
    const answer = await presentReport(tx, context, actor, ground, address)
    if (isRefusal(answer)) return answer
    const values = { limit: ground.terms.limit, reason }
    return { answer, events: [{ kind: 'reportLimitWaived', ...address, values }] }
  })
}

function waiverOf({ now }: AppContext, actor: Actor, reason: string) {
  return { by: actor.name, at: now().toISOString(), reason }
}

/** Measures what is handed in. */
function contentOf(
  terms: ReportTerms,
  report: DebriefReport,
  isWaived: boolean,
  shareReason: string,
): HandInContent {
  const { words, limit, shares } = measureReport(terms, report)
  return { words, limit, isWaived, outside: describeSharesOutside(shares), shareReason }
}

/** Keeps what was handed in as a version and puts the report before those who vet it; returns the number of the version. */
async function putHandedIn(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  address: ReportAddress,
  row: ReportRow,
  {
    on,
    behalf,
    words,
    shareReason,
  }: HandInContent & { readonly on: Day; readonly behalf?: keyof typeof arrivalNames },
): Promise<number> {
  const nth = await keepVersion(tx, {
    ...address,
    kind: 'handedIn',
    content: row.content,
    words,
    handedOn: on,
    behalf,
    shareReason,
    byId: actor.id,
    by: actor.name,
    at: context.now().toISOString(),
  })
  await changeReport(tx, address, {
    state: 'handedIn',
    handedNth: nth,
    firstHandedOn: row.firstHandedOn ?? on,
  })
  return nth
}

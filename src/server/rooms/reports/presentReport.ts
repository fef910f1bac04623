import { arrivalNames } from '../../../contract/reports/reportsFields.ts'
import type { ReportTerms } from '../../../domain/campaign/report/reportTerms.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Appraisee } from '../../../domain/year/roster/appointAppraisees.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import {
  appraiseeOf,
  loadReports,
  mayVetFor,
  type ReportContext,
  type Vetter,
  vettersOf,
} from './reportContext.ts'
import { findReport, findVersion, listVersions, type ReportAddress, type ReportRow } from './reports.store.ts'
import { type CommentRow, listComments, listSteps, type StepRow } from './vetting.store.ts'

/** A report as its reader sees it. */
export type ReportAnswer = Answered<'GET /api/years/:year/units/:unit/report'>

/** Shows the report of a unit: the draft to its writer, to others what was handed in last. `noReports`, `noSuchUnit`, `notReporting`. */
export async function viewReport({
  context,
  actor,
  params,
}: Served<'GET /api/years/:year/units/:unit/report'>): Promise<ReportAnswer | Refusal> {
  const ground = await loadReports(context.db, params.year)
  return isRefusal(ground) ? ground : presentReport(context.db, context, actor, ground, params)
}

/** Presents a report for one reader. `noSuchUnit`, `notReporting`. */
export async function presentReport(
  db: Database | Transaction,
  context: Pick<AppContext, 'today'>,
  actor: Actor,
  ground: ReportContext,
  address: ReportAddress,
): Promise<ReportAnswer | Refusal> {
  const appraisee = appraiseeOf(ground, address.unit)
  if (isRefusal(appraisee)) return appraisee
  const row = await findReport(db, address)
  const isWriter = mayWriteFor(actor, address.unit)
  const versions = await listVersions(db, address)
  const handed = row === undefined ? undefined : versions.find(({ nth }) => nth === row.handedNth)
  const content = isWriter
    ? row?.content
    : row === undefined || row.handedNth === 0
      ? undefined
      : (await findVersion(db, address, row.handedNth))?.content
  const [steps, comments] = [await listSteps(db, address), await listComments(db, address)]
  const vetters = vettersOf(ground, appraisee)
  const isOpen = row === undefined || row.state === 'draft' || row.state === 'returned'
  const judges = actor.grants.some(({ role }) => role === 'committee')
  return {
    year: address.year,
    today: context.today(),
    unit: address.unit,
    unitName: appraisee.name,
    leadUnitName: appraisee.leadUnit && (ground.units.get(appraisee.leadUnit)?.name ?? appraisee.leadUnit),
    secretary: appraisee.personName,
    post: appraisee.post,
    terms: presentTerms(ground.terms),
    due: ground.due,
    state: row?.state ?? 'absent',
    revision: row?.revision ?? 0,
    content: content && copyContent(content),
    savedAt: isWriter && row !== undefined ? toInstant(row.savedAt) : undefined,
    slides: row?.slides ?? undefined,
    waiver: row?.waiver ?? undefined,
    handedIn: handed && {
      nth: handed.nth,
      words: handed.words,
      on: handed.handedOn!,
      at: toInstant(handed.at),
      by: handed.by,
      late: ground.due !== undefined && row!.firstHandedOn! > ground.due,
      behalf: handed.behalf === null ? undefined : arrivalNames[handed.behalf],
      shareReason: handed.shareReason,
    },
    vetters: vetters.map(one => presentVetter(one, row, steps, mayVetFor(actor, appraisee, one.vetter))),
    comments: comments.map(one => presentComment(one, vetters, actor)),
    versions: versions
      .filter(({ kind }) => isWriter || kind === 'handedIn')
      .map(({ nth, kind, words, at, by }) => ({ nth, kind, words, at: toInstant(at), by })),
    history: presentHistory(row, versions, steps, vetters),
    mayWrite: isWriter && isOpen,
    mayTakeIn: isOpen && mayReceiveFor(actor, appraisee),
    mayWaive: isOpen && judges,
  }
}

/** Checks whether somebody writes the report of this unit: its secretary. */
export function mayWriteFor({ grants }: Actor, unit: string): boolean {
  return grants.some(({ role, unit: own }) => role === 'secretary' && own === unit)
}

/** Checks whether somebody may take in the report of a unit on the secretary's behalf: not for their own unit. */
export function mayReceiveFor(actor: Actor, { unit, leadUnit }: Appraisee): boolean {
  if (isRefusal(judgeAccess(actor, 'receiveReports'))) return false
  if (actor.grants.some(grant => grant.unit === unit)) return false
  return actor.grants.some(
    ({ role, unit: own }) => role === 'committee' || (role === 'leadUnit' && own === leadUnit),
  )
}

/** Presents what a report is measured against. */
export function presentTerms(terms: ReportTerms): ReportAnswer['terms'] {
  const { sections, shares, areas, ...rest } = terms
  return {
    ...rest,
    sections: sections.map(one => ({ ...one })),
    shares: shares.map(one => ({ ...one })),
    areas: areas.map(one => ({ ...one })),
  }
}

/** Presents where one who vets stands with the version that was handed in last. */
export function presentVetter(
  { vetter, name }: Vetter,
  row: Pick<ReportRow, 'state' | 'handedNth'> | undefined,
  steps: readonly StepRow[],
  mayVet: boolean,
): ReportAnswer['vetters'][number] {
  const own = steps.filter(step => step.vetter === vetter && step.nth === row?.handedNth)
  const last = own.at(-1)
  // A return by one of them leaves the sign-offs of the others standing as receipts, without force.
  return {
    vetter,
    name,
    state: last?.kind ?? 'waiting',
    by: last?.by,
    on: last?.on,
    reason: last?.reason === '' ? undefined : last?.reason,
    mayVet: mayVet && (row?.state === 'handedIn' || row?.state === 'vetted'),
  }
}

function presentComment(
  { id, vetter, nth, paragraph, quote, text, by, byId, at }: CommentRow,
  vetters: readonly Vetter[],
  actor: Actor,
): ReportAnswer['comments'][number] {
  return {
    id,
    vetter,
    vetterName: nameOf(vetters, vetter),
    nth,
    paragraph: paragraph ?? undefined,
    quote,
    text,
    by,
    at: toInstant(at),
    mayWithdraw: byId === actor.id,
  }
}

function presentHistory(
  row: ReportRow | undefined,
  versions: Awaited<ReturnType<typeof listVersions>>,
  steps: readonly StepRow[],
  vetters: readonly Vetter[],
): ReportAnswer['history'] {
  const handed = versions
    .filter(({ kind }) => kind === 'handedIn')
    .map(({ nth, words, behalf, at, by }) => ({
      at: toInstant(at),
      by,
      what:
        behalf === null
          ? `上报第${nth}稿，${words}字`
          : `代收第${nth}稿（${arrivalNames[behalf]}），${words}字`,
    }))
  const vetted = steps.map(({ vetter, kind, nth, reason, at, by }) => ({
    at: toInstant(at),
    by,
    what: `${nameOf(vetters, vetter)}${kind === 'signed' ? `审核通过第${nth}稿` : `退回第${nth}稿：${reason}`}`,
  }))
  const waived =
    row?.waiver == null
      ? []
      : [{ at: row.waiver.at, by: row.waiver.by, what: `准许超出字数：${row.waiver.reason}` }]
  return [...handed, ...vetted, ...waived].toSorted((one, other) => other.at.localeCompare(one.at))
}

function nameOf(vetters: readonly Vetter[], id: string): string {
  return vetters.find(({ vetter }) => vetter === id)?.name ?? '牵头单位'
}

/** Copies a text into the answer's own lists. */
export function copyContent({ title, sections, problems }: ReportRow['content']) {
  return {
    title,
    sections: sections.map(({ section, paragraphs }) => ({
      section,
      paragraphs: paragraphs.map(({ id, text, areas }) => ({ id, text, areas: [...areas] })),
    })),
    problems: problems.map(one => ({ ...one })),
  }
}

import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { standingOf } from '../../../domain/campaign/sheet/sheetState.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { listAttached } from '../../office/files/attachFiles.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { rolesOfUnits } from '../../../contract/access/roles.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { findAssignment } from '../rounds/assignments.store.ts'
import { isOfTeam, stateOf } from './loadSheet.ts'
import { readReplySettings } from './replySettings.ts'
import { previewFacts, factsOfUnit } from './sheetContext.ts'
import { findingsOf, findSheet, otherSheets, type StoredFinding, type StoredSheet } from './sheets.store.ts'
import { presentFinding } from './presentFinding.ts'
import { presentHistory } from './presentHistory.ts'
import { presentPreview } from './presentPreview.ts'
import type { Served, Answered } from '../../platform/http/serveRoutes.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { rosterAbout } from '../../office/roster/roster.store.ts'
import { findFiles } from '../../office/files/files.store.ts'
import { seenAlready } from '../../office/files/seenAlready.ts'

/** A sheet, as the contract defines it. */
export type SheetAnswer = Answered<'GET /api/years/:year/sheets/:sheet'>

/** Presents a sheet in full: findings with photos, replies and decisions, both signatures, and what the reader may do. `notFound` for what they may not see. */
export async function presentSheet({
  context,
  actor,
  reach,
  params: { year, sheet: id },
}: Served<'GET /api/years/:year/sheets/:sheet'>): Promise<SheetAnswer | Refusal> {
  const { db } = context
  const missing = refuse('notFound', { what: '这份核查表' })
  const stored = await findSheet(db, year, id)
  if (stored === undefined || !reach.has(stored.unit)) return missing
  const assignment = await findAssignment(db, stored.assignment)
  const mine = isOfTeam(actor.id, stored, assignment!)
  if (!reach.all && stored.state !== 'inForce' && !mine) return missing
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) return scheme
  const others = await otherSheets(db, stored)
  const findings = await findingsOf(db, [id])
  const roster = await rosterAbout(db, year, stored.unit)
  const unit = roster.units.find(one => one.id === stored.unit)
  const lead = unit?.leadUnit === undefined ? undefined : roster.units.find(one => one.id === unit.leadUnit)
  const state = stateOf(stored, others)
  const today = context.today()
  const states = findings.map(finding => finding.state)
  const inForce = state.kind === 'inForce'
  const isOpen = (await whyYearClosed(db, year)) === undefined
  const decides = isOpen && !isRefusal(judgeAccess(actor, 'decideFindings'))
  const content = stored.content
  return {
    sheet: id,
    assignment: stored.assignment,
    round: assignment!.round ?? '',
    roundName: assignment!.roundName ?? `${printQuarter(stored.quarter)}自行核查`,
    quarter: stored.quarter,
    by: stored.kind,
    unit: stored.unit,
    unitName: unit?.name ?? stored.unit,
    leadUnit: lead?.id,
    leadUnitName: lead?.name,
    visitedOn: stored.visitedOn,
    inspectors: [...stored.inspectors],
    receivedAt: toInstant(stored.receivedAt),
    state: standingOf(state, states, isOpen ? today : undefined),
    due: stored.due ?? undefined,
    findings: findings.length,
    objections: states.filter(one => one !== 'open' && one !== 'accepted').length,
    undecided: states.filter(one => one === 'objected').length,
    mine,
    revision: stored.revision,
    today,
    replyDays: (await readReplySettings(db, year)).replyDays,
    device: content.device,
    startedAt: content.startedAt,
    signedAt: content.signedAt,
    note: content.note,
    hash: stored.hash,
    photos: [...stored.photos],
    photoNotes: reach.all || mine ? await notePhotos(context, actor, stored, findings) : [],
    inspectorSignature: content.inspector,
    unitSignature: content.unit ?? { kind: 'waiting' },
    rows: await presentFindings(context, stored, findings, scheme, {
      inForce,
      today: isOpen ? today : undefined,
      mine,
    }),
    preview:
      reach.all && unit !== undefined
        ? presentPreview(previewFacts(scheme, unit, await factsOfUnit(db, year, stored.unit)))
        : [],
    others: (reach.all ? others : []).map(one => ({
      sheet: one.id,
      sentBy: one.sentByName,
      receivedAt: toInstant(one.receivedAt),
      inForce: one.state === 'inForce',
    })),
    chosen: stored.chosen ?? undefined,
    history: presentHistory(stored, findings, scheme),
    mayReply: isOpen && inForce && today <= stored.due! && repliesFor(actor, stored.unit),
    mayDecide: inForce && decides && !mine,
    mayChoose: decides && !mine && (stored.state === 'beside' || (state.kind === 'inForce' && state.others)),
    maySign: isOpen && stored.state === 'sent' && mine,
  }
}

function repliesFor({ grants }: Actor, unit: string): boolean {
  return grants.some(grant => grant.unit === unit && rolesOfUnits.includes(grant.role))
}

async function presentFindings(
  { db }: AppContext,
  { due }: StoredSheet,
  findings: readonly StoredFinding[],
  scheme: Scheme,
  {
    inForce,
    today,
    mine,
  }: { readonly inForce: boolean; readonly today: string | undefined; readonly mine: boolean },
): Promise<SheetAnswer['rows']> {
  const files = await listAttached(
    db,
    'reply',
    findings.map(finding => finding.id),
  )
  const past = inForce && (today === undefined || today > due!)
  return findings.map(finding =>
    presentFinding(finding, scheme, {
      files: files.get(finding.id) ?? [],
      silent: past && finding.state === 'open',
      inForce,
      mine,
    }),
  )
}

/** Notes of a sheet's photos which wait for a look, cannot be decoded, or were used elsewhere, whole or nearly. Compared when read, so that a copy that comes later shows as well. */
async function notePhotos(
  context: AppContext,
  actor: Actor,
  sheet: Pick<StoredSheet, 'id' | 'photos'>,
  findings: readonly Pick<StoredFinding, 'id' | 'photos'>[],
): Promise<SheetAnswer['photoNotes']> {
  const own = new Set([sheet.id, ...findings.map(finding => finding.id)])
  const photos = [...new Set([...sheet.photos, ...findings.flatMap(finding => finding.photos)])]
  const files = new Map((await findFiles(context.db, photos)).map(file => [file.hash, file]))
  const notes = []
  for (const photo of photos) {
    const file = files.get(photo)
    if (file === undefined) continue
    const seen = await seenAlready(context, actor, file, place => own.has(place.ownerId))
    const isAlone = Object.values(seen).every(
      one => one === false || (Array.isArray(one) && one.length === 0),
    )
    if (file.look !== 'done' || !isAlone) notes.push({ file: photo, look: file.look, ...seen })
  }
  return notes
}

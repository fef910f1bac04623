import { createHash } from 'node:crypto'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { Visit } from '../../../domain/year/facts/facts.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { canonicalText } from '../../../domain/kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { attachFiles } from '../../office/files/attachFiles.ts'
import { filesSentBy } from '../../office/files/files.store.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { type Assignment, findAssignment, isBarred, markDone } from '../rounds/assignments.store.ts'
import { putInForce } from './putInForce.ts'
import type { Receipt, SheetBody, UnitSignature } from './sheetContent.ts'
import { checkSheetFacts, loadSheetContext, previewFacts, type SheetContext } from './sheetContext.ts'
import {
  findSheet,
  insertSheet,
  keepReceipt,
  otherSheets,
  type StoredSheet,
  takenFindings,
} from './sheets.store.ts'
import { presentPreview } from './presentPreview.ts'
import { toFinding } from './toFinding.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/**
 * Receives a sheet (核查表): one record per draft, even if sent again; stores nothing if a photo does not
 * belong to it. If signed, its findings become facts of the year at once; a second sheet for an
 * assignment is kept until one is chosen. (三（二）2, 四（二）)
 */
export async function receiveSheet({
  context,
  actor,
  reach,
  change,
  params: { year },
  body,
  raw,
}: Served<'POST /api/years/:year/sheets'>): Promise<Receipt | Refusal> {
  const hash = hashOf(body, raw)
  const before = await findSheet(context.db, year, body.draft)
  if (before !== undefined) return answerAgain(actor, before, hash, body)
  const received = await change<Receipt>(async tx => {
    const assignment = await findAssignment(tx, body.assignment, { lock: true })
    if (assignment?.year !== year) return refuse('notFound', { what: '这项核查任务' })
    // A repetition that waited for the first of them ends here.
    if ((await findSheet(tx, year, body.draft)) !== undefined)
      return refuse('sheetSentOtherwise', { at: '刚才' })
    const ground = await loadSheetContext(tx, year, assignment.unit)
    if (isRefusal(ground)) return ground
    const barred = await whyNotSend(tx, context, actor, reach, { assignment, ground, body })
    if (barred !== undefined) return barred
    return store(tx, context, actor, { assignment, ground, body, hash })
  })
  if (!isRefusal(received)) return received
  const since =
    received.code === 'sheetSentOtherwise' ? await findSheet(context.db, year, body.draft) : undefined
  return since === undefined ? received : answerAgain(actor, since, hash, body)
}

/** 核查表的校验值: SHA-256 of the text that was sent. A phone that still runs the page of version 0.3 announces no hash and expects that of the sheet as read. */
export function hashOf(body: SheetBody, { headers, sentText }: SentSheet): string {
  const text = headers['x-sent-hash'] === undefined ? canonicalText(body) : (sentText ?? '')
  return createHash('sha256').update(text).digest('hex')
}

type SentSheet = Pick<Served<'POST /api/years/:year/sheets'>['raw'], 'headers' | 'sentText'>

/** A sheet that reached version 0.3 may be sent again by a newer page, so its hash then counts as well. */
function answerAgain(actor: Actor, stored: StoredSheet, hash: string, body: SheetBody): Receipt | Refusal {
  const known = [hash, hashOf(body, { headers: {} })]
  if (!known.includes(stored.hash) || stored.sentBy !== actor.id || stored.receipt === null) {
    return refuse('sheetSentOtherwise', { at: formatInstant(stored.receivedAt) })
  }
  return { ...stored.receipt, hash }
}

interface Sending {
  readonly assignment: Assignment
  readonly ground: SheetContext
  readonly body: SheetBody
}

async function whyNotSend(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  reach: Reach,
  { assignment, ground, body }: Sending,
): Promise<Refusal | undefined> {
  const unit = ground.unit.name
  const own = await isBarred(tx, {
    account: actor.id,
    year: assignment.year,
    unit: assignment.unit,
    by: assignment.by,
  })
  if (own || actor.grants.some(grant => grant.unit === assignment.unit))
    return refuse('sheetOwnUnit', { unit })
  if (!reach.has(assignment.unit) || !assignment.inspectors.some(one => one.account === actor.id))
    return refuse('sheetNotYours', { unit })
  if (!assignment.open || assignment.state === 'cancelled') return refuse('sheetTaskClosed', { unit })
  if (body.visitedOn > context.today()) return refuse('sheetInFuture', { day: printDay(body.visitedOn) })
  const photos = photosOf(body)
  const sent = await filesSentBy(tx, actor.id, photos)
  const missing = photos.filter(photo => !sent.has(photo)).length
  if (missing > 0) return refuse('sheetPhotosMissing', { count: missing })
  const ids = body.findings.map(finding => finding.id)
  if (new Set(ids).size !== ids.length || (await takenFindings(tx, ids)) > 0) {
    return refuse('sheetFaulty', { faults: '核查情况的编号重复；请在手机上删去重复的一条再报送' })
  }
  return undefined
}

async function store(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { assignment, ground, body, hash }: Sending & { readonly hash: string },
) {
  const { year, unit, quarter, by } = assignment
  const inspectors = assignment.inspectors.map(one => one.name)
  const origin = { unit, quarter, by, visitedOn: body.visitedOn, inspectors }
  const findings = body.findings.map(finding => ({
    id: finding.id,
    body: toFinding(finding, origin),
    photos: finding.photos,
  }))
  const visit: Visit = { unit, quarter, by, heldOn: body.visitedOn }
  const now = context.now()
  const bodies = findings.map(finding => finding.body)
  const others = (await otherSheets(tx, { id: body.draft, assignment: assignment.id })).filter(
    one => one.state !== 'setAside',
  )
  const counts = body.unit !== undefined && !others.some(one => one.state === 'inForce')
  // A sheet beside another most likely repeats its findings: the other's own are left out of the check until somebody chooses.
  const faulty = checkSheetFacts(others.length > 0 ? withoutFindings(ground) : ground, bodies, visit)
  if (faulty !== undefined) return faulty

  const state = body.unit === undefined ? 'sent' : counts ? 'inForce' : 'beside'
  const { draft, assignment: _, visitedOn, findings: __, ...content } = body
  await insertSheet(
    tx,
    {
      id: draft,
      year,
      assignment: assignment.id,
      unit,
      quarter,
      kind: by,
      state: body.unit === undefined ? 'sent' : 'beside',
      sentBy: actor.id,
      sentByName: actor.name,
      inspectors,
      visitedOn,
      receivedAt: now.toISOString(),
      signedOn: body.unit === undefined ? null : context.today(),
      hash,
      photos: [...body.photos],
      content,
    },
    findings.map((finding, at) => ({
      ...finding,
      photos: [...finding.photos],
      sheet: draft,
      nth: at + 1,
      year,
      unit,
    })),
  )
  const attached = await attachPhotos(tx, context, actor, body, { year, unit })
  if (attached !== undefined) return attached
  const due = counts
    ? await putInForce(
        tx,
        context,
        ground,
        { id: draft, year, visit, findings },
        { author: actor.name, signedOn: context.today() },
      )
    : undefined
  if (assignment.state !== 'done')
    await markDone(tx, assignment.id, body.visitedOn, { by: actor.name, at: now })

  const receipt: Receipt = {
    sheet: draft,
    receivedAt: now.toISOString(),
    hash,
    photos: photosOf(body),
    state: state === 'inForce' ? 'signed' : state === 'beside' ? 'doubled' : 'sent',
    due,
    ...(others.length === 0
      ? {}
      : {
          doubled: others.map(one => ({
            sheet: one.id,
            sentBy: one.sentByName,
            receivedAt: toInstant(one.receivedAt),
          })),
        }),
    preview: presentPreview(
      previewFacts(ground.scheme, ground.unit, {
        ...ground.facts,
        visits: [...ground.facts.visits, visit],
        findings: [...ground.facts.findings, ...(state === 'beside' ? [] : bodies)],
      }),
    ),
  }
  await keepReceipt(tx, draft, receipt)
  const told = { sent: '等待单位签字', beside: '与已有的一份并存', inForce: '已签字生效' }[state]
  const values = {
    sheet: draft,
    quarter,
    findings: findings.length,
    photos: receipt.photos.length,
    hash,
    state: told,
  }
  const events: [TrailEvent, ...TrailEvent[]] = [{ kind: 'sheetReceived', year, unit, values }]
  if (body.takenOverFrom !== undefined || body.signedFor !== undefined)
    events.push({
      kind: 'sheetMended',
      year,
      unit,
      values: {
        sheet: draft,
        takenOverFrom: body.takenOverFrom,
        signedFor: body.signedFor && printDay(body.signedFor),
        visitedOn: printDay(visitedOn),
      },
    })
  if (due !== undefined)
    events.push({
      kind: 'sheetSigned',
      year,
      unit,
      values: { sheet: draft, how: howSigned(body.unit!), due: printDay(due) },
    })
  if (others.length > 0)
    events.push({ kind: 'sheetDoubled', year, unit, values: { sheet: draft, count: others.length + 1 } })
  return { answer: receipt, events }
}

/** Describes how the unit signed. */
export function howSigned(unit: UnitSignature): string {
  if (unit.kind === 'refused') return `由核查人员记明单位拒绝签字（${unit.reason}）`
  return unit.kind === 'paper' ? `由${unit.name}在纸质表上签字` : `由${unit.name}签字`
}

/** Returns all photos of a sheet without duplicates. */
function photosOf({ photos, findings }: SheetBody): string[] {
  return [...new Set([...photos, ...findings.flatMap(finding => finding.photos)])]
}

async function attachPhotos(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { draft, photos, findings }: SheetBody,
  at: { readonly year: number; readonly unit: string },
): Promise<Refusal | undefined> {
  const named = (list: readonly string[]) => list.map((file, nth) => ({ file, name: `照片${nth + 1}` }))
  const general = await attachFiles(
    tx,
    context,
    actor,
    { owner: 'sheet', ownerId: draft, ...at },
    named(photos),
  )
  if (general !== undefined) return general
  for (const finding of findings) {
    const refused = await attachFiles(
      tx,
      context,
      actor,
      { owner: 'finding', ownerId: finding.id, ...at },
      named(finding.photos),
    )
    if (refused !== undefined) return refused
  }
  return undefined
}

function withoutFindings(ground: SheetContext): SheetContext {
  return { ...ground, facts: { ...ground.facts, findings: [] } }
}

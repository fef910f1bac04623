import { randomBytes } from 'node:crypto'
import type { MeetingCount } from '../../../../domain/campaign/ballot/countSheets.ts'
import type { PublishedMeeting } from '../../../../domain/campaign/ballot/ballotFiles.ts'
import { checkIssued, type IssueCheck } from '../../../../domain/campaign/ballot/issueChecks.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { sealSheet } from '../../../../crypto/sealedSheet.ts'
import { sha256 } from '../../../../files/sha256.ts'
import { readSetting } from '../../../office/installation/installation.store.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { keptFormOf } from '../ballotFormOf.ts'
import { trailOf } from '../changeMeeting.ts'
import { convenes, isSeen, type LoadedMeeting, loadMeeting } from '../loadMeeting.ts'
import { moveMeeting } from '../moveMeeting.ts'
import { listPaperSheets, refuseUnsettledPaper } from '../paper/listPaperSheets.ts'
import {
  changeBox,
  countSlips,
  findBox,
  listIssued,
  listOpenedRows,
  type StoredBox,
} from './ballots.store.ts'
import { writeCount } from './countFile.ts'
import { changeBallots } from './openBallots.ts'
import { presentByClass } from './presentBallots.ts'

/** Counts the sheets of a meeting, phone and paper; again until it is reported, and once it was returned. `ballotsUnopened`, `paperUnsettled`, `ballotsPublished`, and those of `moveMeeting`. */
export async function countBallots(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/count'>,
): Promise<CountPart | Refusal> {
  return changeBallots(request, async (tx, open) => {
    const { id, name, phase } = open.stored
    const box = await findBox(tx, id)
    if (box?.state === 'published' && phase !== 'returned') return refuse('ballotsPublished', {})
    const form = keptFormOf(open)
    const isSealed = (box?.state ?? 'sealed') === 'sealed' && (await countSlips(tx, id)) > 0
    if (form === undefined || isSealed) return refuse('ballotsUnopened', {})
    const unsettled = await refuseUnsettledPaper(tx, id)
    if (unsettled !== undefined) return unsettled
    const moved = phase === 'counted' ? undefined : await moveMeeting(request, tx, open, { do: 'count' })
    if (isRefusal(moved)) return moved
    const input = {
      meeting: await headingOf(tx, open),
      form,
      opened: await listOpenedRows(tx, id),
      paper: await listPaperSheets(tx, id),
      issued: await listIssued(tx, id),
      present: presentByClass(open),
    }
    const written = writeCount(input)
    const saved = await changeBox(tx, id, { state: 'counted', ...written })
    const values = {
      meeting: name,
      phone: input.opened.length,
      paper: input.paper.length,
      voided: voidedOf(written.count),
      hash: sha256(written.countFile),
    }
    return {
      answer: presentCount(open, saved, await withChecks(tx, open, written.count)),
      events: [{ kind: 'ballotsCounted', values }],
    }
  })
}

/** Shows the count of a meeting. `notFound`, `ballotsUncounted`. */
export async function viewCount({
  context: { db },
  actor,
  reach,
  params: { year, meeting },
}: Served<'GET /api/years/:year/meetings/:meeting/ballots/count'>): Promise<CountPart | Refusal> {
  const loaded = await loadMeeting(db, year, meeting)
  if (isRefusal(loaded)) return loaded
  if (!isSeen(loaded.stored, loaded.speakers, { actor, reach }, 'readBallots'))
    return refuse('notFound', { what: '这次会议' })
  const box = await findBox(db, meeting)
  return box?.count
    ? presentCount(loaded, box, await withChecks(db, loaded, box.count))
    : refuse('ballotsUncounted', {})
}

/** Publishes receipts and marks. `ballotsUncounted`, `ballotsPublished`. */
export async function publishBallots(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/publish'>,
): Promise<CountPart | Refusal> {
  return changeBallots(request, async (tx, open) => {
    const { id, name } = open.stored
    const box = await findBox(tx, id)
    if (!box?.count) return refuse('ballotsUncounted', {})
    if (box.state === 'published') return refuse('ballotsPublished', {})
    const saved = await changeBox(tx, id, { state: 'published' })
    const values = { meeting: name, hash: sha256(box.publishedFile!) }
    return {
      answer: presentCount(open, saved, await withChecks(tx, open, box.count)),
      events: [{ kind: 'ballotsPublished', values }],
    }
  })
}

/** Hands the sealed count file to the auditor; the trail keeps who took it. `notFound`, `ballotsUncounted`. */
export async function takeCountFile(
  request: Served<'GET /api/years/:year/meetings/:meeting/ballots/count-file'>,
): Promise<FileAnswer | Refusal> {
  const { context, actor, change, params } = request
  const loaded = await loadMeeting(context.db, params.year, params.meeting)
  if (isRefusal(loaded)) return loaded
  const text = (await findBox(context.db, params.meeting))?.countFile
  if (!text) return refuse('ballotsUncounted', {})
  const values = { meeting: loaded.stored.name, by: actor.name }
  const noted = await change(async () => ({
    answer: null,
    events: trailOf(loaded.stored, [{ kind: 'countFileRead', values }]),
  }))
  if (isRefusal(noted)) return noted
  return { name: `${loaded.stored.name}计票文件.json`, type: 'application/json', content: text }
}

/** Hands out the count file sealed to the meeting's key, for the scrutineer, whose copy opens it. `notConvenor`, `ballotsUncounted`, `ballotKeyMissing`. */
export async function takeSealedCountFile({
  context: { db },
  actor,
  params: { year, meeting },
}: Served<'GET /api/years/:year/meetings/:meeting/ballots/count-file-sealed'>): Promise<
  FileAnswer | Refusal
> {
  const loaded = await loadMeeting(db, year, meeting)
  if (isRefusal(loaded)) return loaded
  const { name } = loaded.stored
  if (!convenes(actor, loaded.stored)) return refuse('notConvenor', { name })
  const box = await findBox(db, meeting)
  if (!box?.countFile) return refuse('ballotsUncounted', {})
  if (box.sealTo === null) return refuse('ballotKeyMissing', {})
  const key = new Uint8Array(Buffer.from(box.sealTo, 'hex'))
  const content = { nonce: randomBytes(16), text: box.countFile }
  const length = Buffer.byteLength(box.countFile) + 64
  const sealed = sealSheet(content, meeting, key, randomBytes(32), length)
  return { name: `${name}计票文件（密封）.bin`, type: 'application/octet-stream', content: sealed }
}

type CountPart = ReturnType<typeof presentCount>

function presentCount(
  { classes }: LoadedMeeting,
  { state, countFile, publishedFile }: StoredBox,
  { count, checks }: { readonly count: MeetingCount; readonly checks: readonly IssueCheck[] },
) {
  return {
    count,
    checks,
    classes: classes.map(({ id, name }) => ({ id, name })),
    hash: sha256(countFile!),
    published: state === 'published' ? sha256(publishedFile!) : undefined,
  }
}

async function headingOf(
  db: Database | Transaction,
  { stored: { id, name, heldOn, rehearsal } }: LoadedMeeting,
): Promise<PublishedMeeting> {
  const institution = (await readSetting(db, 'institution'))?.value
  return {
    id,
    name,
    heldOn,
    rehearsal,
    institution: typeof institution === 'string' ? institution : '',
  }
}

async function withChecks(db: Database | Transaction, loaded: LoadedMeeting, count: MeetingCount) {
  const issued = await listIssued(db, loaded.stored.id)
  return { count, checks: checkIssued(loaded.classes, issued, presentByClass(loaded), count) }
}

function voidedOf({ classes }: MeetingCount): number {
  return classes.flatMap(({ voided }) => voided).reduce((sum, { sheets }) => sum + sheets, 0)
}

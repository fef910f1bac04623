import { findKind } from '../../../contract/documents/documentKinds.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { askYears } from '../../year/askYears.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import { type Composed, composeDocument } from './composeDocument.ts'
import {
  findCorrection,
  findDocument,
  listIssuers,
  readFiles,
  type StoredDocument,
} from './documents.store.ts'
import { maySee, ownerOf } from './documentOwner.ts'
import { loadSource } from './documentYear.ts'
import { DOCX, fillComposed, readInThread, templateOf } from './fillInThread.ts'
import { findOutdated } from './findOutdated.ts'
import { findReceipt } from './receipts.store.ts'
import { numberOf, presentRow, titleOf } from './presentDocument.ts'

type Shown = Answered<'GET /api/years/:year/documents/:document'>

/** Stands in for the issuing body while none is registered. */
const NOBODY = { names: ['（发文机关）'], word: '（代字）', imprint: '' }

/** Whether somebody sees a document of a year. */
export async function isShown(
  { db }: AppContext,
  actor: Actor,
  reach: Reach,
  row: StoredDocument,
): Promise<boolean> {
  return maySee(actor, reach, await askYears(db).isReleased(row.year), row)
}

/** Presents one document: its text, what can be changed, and once issued what it came from. `notFound`. */
export async function viewDocument({
  context,
  actor,
  reach,
  params: { year, document },
}: Served<'GET /api/years/:year/documents/:document'>): Promise<Shown | Refusal> {
  const row = await findDocument(context.db, year, document)
  if (row === undefined || !(await isShown(context, actor, reach, row)))
    return refuse('notFound', { what: '这份文件' })
  const roster = await loadYear(context.db, year)
  if (isRefusal(roster)) return roster
  const found = await findCorrection(context.db, row.id)
  const before = row.corrects === null ? undefined : await findDocument(context.db, year, row.corrects)
  const mine = row.owner === ownerOf(actor).key
  // A correction that is not issued yet is its office's own paper, and replaces nothing.
  const isReplaced = found !== undefined && found.hash !== null
  const correction = mine || isReplaced ? found : undefined
  const outdated = mine ? (await findOutdated(context.db, year, new Set([row.id]))).get(row.id) : undefined
  const standing = isReplaced ? 'corrected' : (outdated ?? correction) ? 'outdated' : 'issued'
  const receipt = await findReceipt(context.db, row.id)
  const kind = findKind(row.kind)
  const made = await makeFile(context, row)
  const name = row.unit === null ? undefined : (roster.units.get(row.unit)?.name ?? row.unit)
  return {
    ...presentRow(row, name, standing, titleOf(row)),
    ...(outdated && { outdated: { seal: outdated.seal, changes: [...outdated.changes] } }),
    revision: row.revision,
    edits: { title: '', addressee: '', copyTo: '', attachments: '', signer: '', note: '', ...row.edits },
    ...(isRefusal(made)
      ? { defaults: { title: '', addressee: '' }, parts: [], whyNot: sentenceOfRefusal(made) }
      : { defaults: made.defaults, parts: [...(await readInThread(made.bytes))] as Shown['parts'] }),
    ...(row.hash !== null && {
      issued: {
        by: row.issuedBy!,
        at: toInstant(row.issuedAt!),
        hash: row.hash,
        seal: row.seal ?? undefined,
        results: row.results ?? undefined,
        template: row.template!,
      },
    }),
    ...(receipt && {
      receipt: {
        receiver: receipt.receiver,
        receivedOn: receipt.receivedOn,
        note: receipt.note,
        by: receipt.keptBy,
      },
    }),
    mine,
    wantsReceipt: mine && kind?.wantsReceipt === true && row.hash !== null && receipt === undefined,
    hasTable: kind?.workbook !== undefined,
    ...(before && { corrects: { id: before.id, number: numberOf(before)!, reason: row.reason } }),
    ...(correction && { correctedBy: { id: correction.id, number: numberOf(correction) } }),
  }
}

/** Answers the file of a document: a draft as it is now, an issued one byte for byte as kept. `notFound`. */
export async function downloadDocument({
  context,
  actor,
  reach,
  params: { year, document },
}: Served<'GET /api/years/:year/documents/:document/file.docx'>): Promise<FileAnswer | Refusal> {
  const row = await findDocument(context.db, year, document)
  if (row === undefined || !(await isShown(context, actor, reach, row)))
    return refuse('notFound', { what: '这份文件' })
  const made = await makeFile(context, row)
  if (isRefusal(made)) return made
  const name = [numberOf(row) ?? '草稿', titleOf(row)].join(' ')
  return { name: `${name}.docx`, type: DOCX, content: made.bytes }
}

interface MadeFile {
  readonly bytes: Uint8Array
  readonly defaults: { readonly title: string; readonly addressee: string }
}

/** Composes a draft as it stands now. `documentTooEarly`, and why it cannot be drawn up. */
export async function composeDraft(context: AppContext, row: StoredDocument): Promise<Composed | Refusal> {
  const source = await loadSource(context, findKind(row.kind)!, row.year)
  if (isRefusal(source)) return source
  const [issuer = NOBODY] = await listIssuers(context.db, row.owner)
  return composeDocument(source, { ...row, number: undefined, issuer, day: context.today() })
}

async function makeFile(context: AppContext, row: StoredDocument): Promise<MadeFile | Refusal> {
  if (row.hash !== null) {
    const bytes = (await readFiles(context.db, [row.hash])).get(row.hash)!
    return { bytes, defaults: { title: '', addressee: '' } }
  }
  const composed = await composeDraft(context, row)
  if (isRefusal(composed)) return composed
  const [bytes] = await fillComposed(row.kind, (await templateOf(context.db, row.kind))!, [composed])
  return { bytes: bytes!, defaults: composed.defaults }
}

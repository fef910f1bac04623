import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import {
  findCorrection,
  findDocument,
  insertDrafts,
  listStored,
  type StoredDocument,
} from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { findOutdated } from './findOutdated.ts'
import { numberOf } from './presentDocument.ts'

/** Drafts a document that corrects an issued one (更正); the issued one stays as it is. `documentNotIssued`, `documentCorrectedAlready`, `notFound`. */
export async function correctDocument({
  context,
  actor,
  change,
  params: { year, document },
  body: { reason },
}: Served<'POST /api/years/:year/documents/:document/correct'>): Promise<{ document: string } | Refusal> {
  return change(async tx => {
    const row = await findDocument(tx, year, document, { forUpdate: true })
    if (row === undefined || row.owner !== ownerOf(actor).key) return refuse('notFound', { what: '这份文件' })
    if (row.hash === null) return refuse('documentNotIssued', {})
    const id = context.newId()
    const by = { draftedBy: actor.name, draftedAt: context.now().toISOString() }
    const made = (await findCorrection(tx, row.id))
      ? []
      : await insertDrafts(tx, [{ id, ...correctionOf(row, reason), reason, ...by }])
    if (made.length === 0) return refuse('documentCorrectedAlready', {})
    return { answer: { document: id }, events: [eventOf(row, reason)] }
  })
}

/** Drafts a correction of each document of a kind whose figures a later seal corrected. `noneOutdated`. */
export async function correctOutdated({
  context,
  actor,
  change,
  params: { year },
  body: { kind, reason },
}: Served<'POST /api/years/:year/documents/correct'>): Promise<{ made: number } | Refusal> {
  const outdated = await findOutdated(context.db, year)
  const rows = (await listStored(context.db, year)).filter(
    row => row.kind === kind && row.owner === ownerOf(actor).key && outdated.has(row.id),
  )
  return change(async tx => {
    const by = { draftedBy: actor.name, draftedAt: context.now().toISOString() }
    const drafts = rows.map(row => ({ row, id: context.newId() }))
    const made = new Set(
      await insertDrafts(
        tx,
        drafts.map(({ row, id }) => ({ id, ...correctionOf(row, reason), reason, ...by })),
      ),
    )
    const [one, ...others] = drafts.flatMap(({ row, id }) => (made.has(id) ? [eventOf(row, reason)] : []))
    if (one === undefined) return refuse('noneOutdated', { name: findKind(kind)?.name ?? kind })
    return { answer: { made: made.size }, events: [one, ...others] }
  })
}

/** What a correction takes over from the document that it corrects. Its text names the number of that one, and why it is corrected. */
function correctionOf(row: StoredDocument, reason: string) {
  const { id: corrects, year, kind, owner, unit, subject, about, edits } = row
  const typed = (edits.note ?? '').replace(NAMED, '').trim()
  const why = reason
    .trim()
    .replaceAll(/\s+/g, '')
    .replace(/[。；，]+$/, '')
  const note = `本件更正${numberOf(row)!}（更正理由：${why}），此前印发的以本件为准。`
  const kept = { ...edits, note: typed === '' ? note : `${typed}\n${note}` }
  return { year, kind, owner, unit, subject, about, corrects, edits: kept }
}

/** The sentence of a correction that is itself corrected. */
const NAMED = /本件更正\S{1,40}号(?:（更正理由：[^]*?）)?，此前印发的以本件为准。/

function eventOf(row: StoredDocument, reason: string) {
  const values = { number: numberOf(row)!, reason }
  return { kind: 'documentCorrected', year: row.year, unit: row.unit ?? undefined, values } as const
}

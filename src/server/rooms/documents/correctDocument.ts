import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findCorrection, findDocument, insertDrafts } from './documents.store.ts'
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
    if (row === undefined) return refuse('notFound', { what: '这份文件' })
    if (row.hash === null) return refuse('documentNotIssued', {})
    const id = context.newId()
    const { kind, unit, subject, about, edits } = row
    const by = { draftedBy: actor.name, draftedAt: context.now().toISOString() }
    const made = (await findCorrection(tx, row.id))
      ? []
      : await insertDrafts(tx, [
          { id, year, kind, unit, subject, about, edits, corrects: row.id, reason, ...by },
        ])
    if (made.length === 0) return refuse('documentCorrectedAlready', {})
    const values = { number: numberOf(row)!, reason }
    return {
      answer: { document: id },
      events: [{ kind: 'documentCorrected', year, unit: unit ?? undefined, values }],
    }
  })
}

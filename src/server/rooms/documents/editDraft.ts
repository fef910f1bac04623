import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { deleteDraft, findDocument, saveEdits, type StoredDocument } from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { numberOf, titleOf } from './presentDocument.ts'

/** Saves what was typed into a draft. `documentIssuedAlready`, `staleRevision`, `notFound`. */
export async function editDraft({
  context,
  actor,
  change,
  params: { year, document },
  body: { revision, ...edits },
}: Served<'PUT /api/years/:year/documents/:document'>): Promise<{ revision: number } | Refusal> {
  return change(async tx => {
    const row = await findDraft(tx, year, document, { revision, owner: ownerOf(actor).key })
    if (isRefusal(row)) return row
    await saveEdits(tx, row, edits, { draftedBy: actor.name, draftedAt: context.now().toISOString() })
    const values = { title: titleOf({ ...row, edits }) }
    return {
      answer: { revision: revision + 1 },
      events: [{ kind: 'documentRedrafted', year, unit: row.unit ?? undefined, values }],
    }
  })
}

/** Deletes a draft. `documentIssuedAlready`, `notFound`. */
export async function dropDraft({
  actor,
  change,
  params: { year, document },
}: Served<'DELETE /api/years/:year/documents/:document'>): Promise<Record<string, never> | Refusal> {
  return change(async tx => {
    const row = await findDraft(tx, year, document, { owner: ownerOf(actor).key })
    if (isRefusal(row)) return row
    await deleteDraft(tx, row.id)
    const values = { title: titleOf(row) }
    return { answer: {}, events: [{ kind: 'documentDropped', year, unit: row.unit ?? undefined, values }] }
  })
}

/** Finds a draft, of an owner if one is named, and locks it. `notFound`, `documentIssuedAlready`, `staleRevision`. */
export async function findDraft(
  tx: Transaction,
  year: number,
  id: string,
  { revision, owner }: { readonly revision?: number; readonly owner?: string },
): Promise<StoredDocument | Refusal> {
  const row = await findDocument(tx, year, id, { forUpdate: true })
  if (row === undefined || (owner ?? row.owner) !== row.owner) return refuse('notFound', { what: '这份文件' })
  if (row.hash !== null) return refuse('documentIssuedAlready', { number: numberOf(row)! })
  if (revision === undefined || row.revision === revision) return row
  return staleDraft(row)
}

/** The refusal of a draft that somebody else changed. */
export function staleDraft({ draftedBy, draftedAt }: StoredDocument): Refusal {
  return staleRevision('文件草稿', draftedBy, draftedAt)
}

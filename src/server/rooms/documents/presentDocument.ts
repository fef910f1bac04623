import { findKind } from '../../../contract/documents/documentKinds.ts'
import { printDocumentNumber } from '../../../contract/documents/documentNumber.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'
import type { StoredDocument } from './documents.store.ts'

/** One row of the list of documents. */
type DocumentRow = Answered<'GET /api/years/:year/documents'>['documents'][number]

/** Prints the number of an issued document; `undefined` for a draft. */
export function numberOf({ word, numberYear, number }: StoredDocument): string | undefined {
  return number === null ? undefined : printDocumentNumber(word!, numberYear!, number)
}

/** Presents a document as a row; `standing` is that of an issued one. */
export function presentRow(
  row: StoredDocument,
  unitName: string | undefined,
  standing: 'issued' | 'outdated' | 'corrected',
  title: string,
): DocumentRow {
  return {
    id: row.id,
    kind: row.kind,
    kindName: findKind(row.kind)?.name ?? row.kind,
    title,
    unit: row.unit ?? undefined,
    unitName,
    standing: row.hash === null ? 'draft' : standing,
    number: numberOf(row),
    issuedOn: row.issuedOn ?? undefined,
    by: row.issuedBy ?? row.draftedBy,
    at: toInstant(row.issuedAt ?? row.draftedAt),
  }
}

/** Returns the title of a document: as issued, as typed, or by its kind and what it is about. */
export function titleOf({ title, edits, kind, year, about }: StoredDocument): string {
  const typed = title ?? edits.title?.replaceAll('\n', '')
  const { name = '', per } = findKind(kind) ?? {}
  // A meeting's own name ends as the kind begins.
  return typed || (per === 'each' ? `${year}年度${name}（${about}）` : `${year}年度${about}${name}`)
}

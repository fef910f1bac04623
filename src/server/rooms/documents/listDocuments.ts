import { documentColumns } from '../../../contract/documents/documentColumns.ts'
import { documentKinds } from '../../../contract/documents/documentKinds.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { loadYear } from '../../year/loadYear.ts'
import { listStored, type StoredDocument } from './documents.store.ts'
import { findOutdated } from './findOutdated.ts'
import { presentRow, titleOf } from './presentDocument.ts'

/** Lists the documents of a year within reach. Others than the drafters see what is issued, a unit what is issued to it. `notFound`. */
export async function listDocuments({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/documents'>): Promise<Answered<'GET /api/years/:year/documents'> | Refusal> {
  const roster = await loadYear(context.db, year)
  if (isRefusal(roster)) return roster
  const all = (await listStored(context.db, year)).filter(row => maySee(actor, reach, row))
  const corrected = new Set(all.map(({ corrects }) => corrects))
  const outdated = seesAll(actor) ? await findOutdated(context.db, year) : new Map<string, never>()
  const lines = all.map(row => {
    const name = row.unit === null ? undefined : (roster.units.get(row.unit)?.name ?? row.unit)
    const standing = corrected.has(row.id) ? 'corrected' : outdated.has(row.id) ? 'outdated' : 'issued'
    return presentRow(row, name, standing, titleOf(row))
  })
  const { rows: documents, paging } = await pageRows(lines, documentColumns, query)
  return {
    year,
    today: context.today(),
    kinds: documentKinds.map(kind => ({
      kind: kind.id,
      name: kind.name,
      purpose: kind.purpose,
      per: kind.per,
      citation: kind.citation,
      drafts: all.filter(row => row.kind === kind.id && row.hash === null).length,
      issued: all.filter(row => row.kind === kind.id && row.hash !== null).length,
      outdated: all.filter(row => row.kind === kind.id && outdated.has(row.id)).length,
    })),
    documents,
    paging,
  }
}

/** Whether somebody sees a document: drafters see all, others what is issued, within reach; documents for no unit in particular are for those who see all units. */
export function maySee(actor: Actor, reach: Reach, { unit, hash }: StoredDocument): boolean {
  return (seesAll(actor) || hash !== null) && (unit === null ? reach.all : reach.has(unit))
}

/** Drafters see drafts, and which documents have to be corrected; a unit learns of it by the correction. */
export function seesAll(actor: Actor): boolean {
  return !isRefusal(judgeAccess(actor, 'draftDocuments'))
}

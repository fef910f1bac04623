import { documentColumns } from '../../../contract/documents/documentColumns.ts'
import { documentKinds } from '../../../contract/documents/documentKinds.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { loadYear } from '../../year/loadYear.ts'
import { askYears } from '../../year/askYears.store.ts'
import { isIssuedBy, maySee, ownerOf } from './documentOwner.ts'
import { listStored } from './documents.store.ts'
import { findOutdated } from './findOutdated.ts'
import { presentRow, titleOf } from './presentDocument.ts'

/** Lists the documents of a year within reach, with the kinds that the reader may draft. `notFound`. */
export async function listDocuments({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/documents'>): Promise<Answered<'GET /api/years/:year/documents'> | Refusal> {
  const roster = await loadYear(context.db, year)
  if (isRefusal(roster)) return roster
  const owner = ownerOf(actor)
  const isReleased = await askYears(context.db).isReleased(year)
  const near = reach.all ? undefined : { owner: owner.key, units: reach.units ?? [] }
  const all = (await listStored(context.db, year, near)).filter(row => maySee(actor, reach, isReleased, row))
  const corrected = new Set(all.filter(row => row.hash !== null).map(({ corrects }) => corrects))
  const drafted = new Set(all.map(({ corrects }) => corrects))
  const own = new Set(all.filter(row => row.owner === owner.key).map(({ id }) => id))
  const outdated = await findOutdated(context.db, year, own)
  const lines = all.map(row => {
    const name = row.unit === null ? undefined : (roster.units.get(row.unit)?.name ?? row.unit)
    const isWaiting = outdated.has(row.id) || drafted.has(row.id)
    const standing = corrected.has(row.id) ? 'corrected' : isWaiting ? 'outdated' : 'issued'
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
      mine: isIssuedBy(kind, owner),
      drafts: all.filter(row => row.kind === kind.id && row.hash === null).length,
      issued: all.filter(row => row.kind === kind.id && row.hash !== null).length,
      outdated: all.filter(row => row.kind === kind.id && outdated.has(row.id)).length,
    })),
    documents,
    paging,
  }
}

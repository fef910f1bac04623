import { documentKinds, findKind } from '../../../contract/documents/documentKinds.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { countDrafts } from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { findOutdated } from './findOutdated.ts'
import { listUnreceived } from './receipts.store.ts'

/** Lists the drafts of documents that wait for their issue, by kind, the issued ones that a corrected result has overtaken, and those that wait for their receipt. */
export async function listDocumentMatters({
  context,
  year,
  actor,
  may,
  forSeal,
}: MatterContext): Promise<Matter[]> {
  if (forSeal || !may('issueDocuments')) return []
  const { key, party } = ownerOf(actor)
  const page = { name: '公文', page: '$year/documents', waits: true }
  const found: Matter[] = (await countDrafts(context.db, year, key)).map(({ kind, drafts }) => ({
    ...page,
    id: `documents.${kind}`,
    text: `印发“${findKind(kind)?.name ?? kind}”${drafts}份`,
  }))
  if (party !== 'committee') return found
  const { size } = await findOutdated(context.db, year)
  if (size > 0)
    found.push({ ...page, id: 'documents.outdated', text: `按更正后的结果更正已印发的公文${size}份` })
  for (const { id, name, wantsReceipt } of documentKinds) {
    const [first] = wantsReceipt === true ? await listUnreceived(context.db, year, id) : []
    if (first === undefined) continue
    const text = `登记“${name}”的回执`
    found.push({ ...page, id: `receipt.${id}`, page: `$year/documents/${first.id}`, text })
  }
  return found
}

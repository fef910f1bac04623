import { findKind } from '../../../contract/documents/documentKinds.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { countDrafts } from './documents.store.ts'

/** Lists the drafts of documents that wait for their issue, by kind. */
export async function listDocumentMatters({ context, year, may, forSeal }: MatterContext): Promise<Matter[]> {
  if (forSeal || !may('issueDocuments')) return []
  return (await countDrafts(context.db, year)).map(({ kind, drafts }) => ({
    id: `documents.${kind}`,
    name: '公文',
    page: '$year/documents',
    waits: true,
    text: `有${drafts}份“${findKind(kind)?.name ?? kind}”待印发`,
  }))
}

import { documentKinds, findKind } from '../../../contract/documents/documentKinds.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { movesOnFrom, nextPhase } from '../../year/due/nextPhase.ts'
import { countDrafts, countUnitsIssued } from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { findOutdated } from './findOutdated.ts'
import { listUnreceived } from './receipts.store.ts'

/** Lists the drafts of documents that wait for their issue, by kind, the issued ones that a corrected result has overtaken, those that wait for their receipt, and the feedback letters of a released result. */
export async function listDocumentMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, actor, may, forSeal } = ground
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
  if (movesOnFrom(ground, 'approved') && !found.some(({ id }) => id === 'documents.feedback')) {
    const issued = await countUnitsIssued(context.db, year, 'feedback')
    const left = (ground.scored.outcome?.components.appraisees.length ?? 0) - issued
    found.push(
      left <= 0
        ? nextPhase('approved', '反馈意见已印发')
        : {
            ...page,
            id: 'feedback',
            text: `起草、印发${issued === 0 ? '各' : `其余${left}个`}单位的反馈意见`,
            who: '另行书面反馈的，在“年度进展”的“阶段与方案”中进入“书面反馈”阶段',
          },
    )
  }
  return found
}

import { findKind } from '../../../contract/documents/documentKinds.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findDocument } from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { numberOf } from './presentDocument.ts'
import { insertReceipt } from './receipts.store.ts'

/** Records that an issued document was received (回执), once. `notFound`, `documentNotIssued`, `receiptDayWrong`, `receiptThere`. */
export async function keepReceipt({
  context,
  actor,
  change,
  params: { year, document },
  body: { receiver, receivedOn, note },
}: Served<'POST /api/years/:year/documents/:document/receipt'>): Promise<Record<string, never> | Refusal> {
  return change(async tx => {
    const row = await findDocument(tx, year, document, { forUpdate: true })
    if (row === undefined || row.owner !== ownerOf(actor).key || findKind(row.kind)?.wantsReceipt !== true)
      return refuse('notFound', { what: '这份文件的回执' })
    if (row.hash === null) return refuse('documentNotIssued', {})
    const [from, to] = [row.issuedOn!, context.today()]
    if (receivedOn < from || receivedOn > to)
      return refuse('receiptDayWrong', { from: printDay(from), to: printDay(to) })
    const by = { keptBy: actor.name, keptAt: context.now().toISOString() }
    if (!(await insertReceipt(tx, { document, receiver, receivedOn, note, ...by })))
      return refuse('receiptThere', {})
    const values = { number: numberOf(row)!, receiver, day: printDay(receivedOn) }
    return { answer: {}, events: [{ kind: 'documentReceived', year, unit: row.unit ?? undefined, values }] }
  })
}

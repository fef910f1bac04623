import type { CallAnswer } from '../../../client/call.ts'
import type { SheetBody } from '../draft/sheetBody.ts'

/** The server's receipt. */
export type SheetReceipt = CallAnswer<'POST /api/years/:year/sheets'>

/** Checks a receipt: the same sheet, the same content hash, and every photo. Returns a message in Chinese about what does not agree; undefined when all does, and only then may the phone delete. */
export function receiptFault(body: SheetBody, receipt: SheetReceipt, hash: string): string | undefined {
  if (receipt.sheet !== body.draft) return '收条不是这份核查表的'
  if (receipt.hash !== hash) return '服务器存下的内容与手机上的不一致'
  const arrived = new Set(receipt.photos)
  const lacking = photosIn(body).filter(photo => !arrived.has(photo))
  return lacking.length === 0 ? undefined : `还有${lacking.length}张照片没有到服务器`
}

/** Returns all photos in a sheet. */
export function photosIn(body: SheetBody): readonly string[] {
  return [...new Set([...(body.photos ?? []), ...body.findings.flatMap(({ photos }) => photos ?? [])])]
}

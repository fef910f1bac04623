import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Database } from '../../platform/database/openDatabase.ts'
import { readSealPart } from '../../year/sealParts.store.ts'
import type { SealMark } from '../../year/seal/worker/resultsWork.ts'

/** 带封存标记的结果文件: the sealed document as it is, byte for byte, with the mark put before its first field. */
export async function* markedDocument(
  db: Database,
  year: number,
  mark: SealMark,
): AsyncGenerator<Uint8Array> {
  const text = Readable.from(readSealPart(db, year, mark.number, 'document')).pipe(createGunzip())
  let isFirst = true
  for await (const piece of text as AsyncIterable<Buffer>) {
    if (!isFirst) {
      yield piece
      continue
    }
    isFirst = false
    if (piece[0] !== BRACE) throw new Error('a sealed document begins otherwise')
    yield Buffer.from(`{\n "seal": ${JSON.stringify(mark)},`)
    yield piece.subarray(1)
  }
}

const BRACE = 0x7b

import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { SealRow } from '../lifecycle.store.ts'
import { readSealPart } from '../sealParts.store.ts'
import { sealRoot } from './sealRoot.ts'
import type { SealMark } from './worker/resultsWork.ts'

/** Streams the sealed document byte for byte, with the seal mark inserted before its first field. */
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

/** Returns the mark of a seal, as exports carry it. */
export async function markOf(db: Database, seal: SealRow): Promise<SealMark> {
  const { number, at, by, state } = seal
  const { seq, hash } = await sealRoot(db, seal)
  return { number, at: toInstant(at), by, state, trail: { seq, root: hash } }
}

import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

const PIECE = 1024 * 1024

/** Compresses texts as they come, into pieces of at most a mebibyte, so that no huge text is ever in memory. */
export async function zipPieces(texts: Iterable<string>): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of Readable.from(joined(texts)).pipe(createGzip())) {
    waiting.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size < PIECE) continue
    pieces.push(Buffer.concat(waiting))
    ;[waiting, size] = [[], 0]
  }
  return size === 0 ? pieces : [...pieces, Buffer.concat(waiting)]
}

/** Joins small texts, since each would take a turn of the stream. */
function* joined(texts: Iterable<string>): Generator<string> {
  let waiting = ''
  for (const text of texts) {
    waiting += text
    if (waiting.length < 65_536) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

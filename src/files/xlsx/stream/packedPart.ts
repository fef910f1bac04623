import { ZipPassThrough } from 'fflate'

/** A compressed part: one file of a zip archive, deflated, with the data for its directory entry. */
export interface PackedPart {
  readonly name: string
  readonly crc: number
  readonly size: number
  readonly chunks: readonly Uint8Array[]
  readonly packed: number
}

/** A part being written. */
interface OpenPart {
  /** Buffers text; `settle` passes it on. */
  readonly write: (text: string) => void
  /** Waits while the compressor is behind, so that text does not accumulate. */
  readonly settle: () => Promise<void> | undefined
  readonly close: () => Promise<PackedPart>
}

const FULL = 128 * 1024

/** Opens a part: takes text and keeps deflated bytes. Compression runs beside the writer, so several parts may be open at once. Runs in a browser, too. */
export function openPart(name: string): OpenPart {
  const stream = new CompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const kept = keepAll(stream.readable)
  const encoder = new TextEncoder()
  const sums = new ZipPassThrough(name)
  sums.ondata = () => {}
  let text = ''
  const flush = (): Promise<void> => {
    const bytes = encoder.encode(text)
    text = ''
    sums.push(bytes)
    return writer.write(bytes)
  }
  return {
    write: more => {
      text += more
    },
    settle: () => (text.length < FULL ? undefined : flush()),
    close: async () => {
      if (text !== '') await flush()
      sums.push(new Uint8Array(), true)
      await writer.close()
      const chunks = await kept
      return {
        name,
        crc: sums.crc,
        size: sums.size,
        chunks,
        packed: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      }
    },
  }
}

/** Packs a part written in one go. */
export function packPart(name: string, text: string): Promise<PackedPart> {
  const part = openPart(name)
  part.write(text)
  return part.close()
}

async function keepAll(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = []
  // Not every browser iterates a stream.
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return chunks
    chunks.push(value)
  }
}

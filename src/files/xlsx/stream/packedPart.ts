import { crc32 } from 'node:zlib'

/** 已压缩的部件: one file of a zip archive, deflated, with what its directory entry needs. */
export interface PackedPart {
  readonly name: string
  readonly crc: number
  readonly size: number
  readonly chunks: readonly Uint8Array[]
  readonly packed: number
}

/** 写入中的部件. */
export interface OpenPart {
  /** Text is gathered; `settle` hands it on. */
  readonly write: (text: string) => void
  /** Waits while the compressor is behind, so that text never piles up. */
  readonly settle: () => Promise<void> | undefined
  readonly close: () => Promise<PackedPart>
}

const FULL = 128 * 1024

/** 开始写一个部件: text in, deflated bytes kept. Compression runs beside the writer, so several parts may be open at once. */
export function openPart(name: string): OpenPart {
  const stream = new CompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const kept = keepAll(stream.readable)
  const encoder = new TextEncoder()
  let [crc, size, text] = [0, 0, '']
  const flush = (): Promise<void> => {
    const bytes = encoder.encode(text)
    text = ''
    crc = crc32(bytes, crc)
    size += bytes.length
    return writer.write(bytes)
  }
  return {
    write: more => {
      text += more
    },
    settle: () => (text.length < FULL ? undefined : flush()),
    close: async () => {
      if (text !== '') await flush()
      await writer.close()
      const chunks = await kept
      return {
        name,
        crc,
        size,
        chunks,
        packed: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      }
    },
  }
}

/** 一次写成的部件. */
export function packPart(name: string, text: string): Promise<PackedPart> {
  const part = openPart(name)
  part.write(text)
  return part.close()
}

async function keepAll(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}

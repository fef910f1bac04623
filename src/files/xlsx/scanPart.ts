import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { inflateEntry, type InflateAllowance } from './inflateEntry.ts'
import { type XmlReceiver, xmlScanner } from './xmlScanner.ts'
import type { ZipEntry } from './zipDirectory.ts'

type Decoder = InstanceType<typeof TextDecoder>

/**
 * Scans a part: inflates it and passes its contents to the receiver chunk by chunk. Yields once per
 * chunk, so that the caller can take what has accumulated; the last item is a Refusal when the part is
 * broken or too large.
 */
export function* scanPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: InflateAllowance,
  most: number,
  receiver: XmlReceiver,
): Generator<Refusal | undefined> {
  const scanner = xmlScanner(receiver)
  let decoder: Decoder | undefined
  for (const chunk of inflateEntry(bytes, entry, allowance, most)) {
    if (!(chunk instanceof Uint8Array)) {
      yield chunk
      return
    }
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    const text = decoded(decoder, chunk)
    const fault = text === undefined ? 'encoding' : scanner.feed(text)
    if (fault !== undefined) {
      yield refuse('xmlBroken', { part: entry.name, what: fault })
      return
    }
    yield undefined
  }
  const fault =
    decoder !== undefined && decoded(decoder, undefined) === undefined ? 'encoding' : scanner.end()
  if (fault !== undefined) yield refuse('xmlBroken', { part: entry.name, what: fault })
}

/** Scans a whole part; returns the Refusal that ended it, if any. */
export function scanWhole(
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: InflateAllowance,
  most: number,
  receiver: XmlReceiver,
): Refusal | undefined {
  for (const item of scanPart(bytes, entry, allowance, most, receiver)) if (item !== undefined) return item
  return undefined
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** decodes a chunk; the decoder throws on bytes invalid in its encoding, which is an expected failure here. */
function decoded(decoder: Decoder, chunk: Uint8Array | undefined): string | undefined {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    return undefined
  }
}

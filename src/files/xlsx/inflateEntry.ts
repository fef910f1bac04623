import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { WorkbookLimits } from './workbookLimits.ts'
import type { ZipEntry } from './zipDirectory.ts'

/** The allowance of inflation: how many more bytes may be inflated from one workbook; decreases as they are read. */
export interface InflateAllowance {
  left: number
  /** names of parts whose checksum has already been verified. */
  readonly checked: Set<string>
  readonly limits: WorkbookLimits
}

/** stored bytes per step: at most some 16 MiB can be inflated before the limits are checked again. */
const PIECE = 16 * 1024

/**
 * Inflates a part chunk by chunk, counting actual bytes whatever the directory claims; the last item is a
 * Refusal when the data is broken, does not match its checksum, or is larger than allowed.
 */
export function* inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: InflateAllowance,
  most: number,
): Generator<Uint8Array | Refusal> {
  const isChecked = allowance.checked.has(entry.name)
  let [crc, size] = [0, 0]
  for (const chunk of chunksOf(bytes.subarray(entry.dataAt, entry.dataAt + entry.stored), entry)) {
    if (!(chunk instanceof Uint8Array)) {
      yield chunk
      return
    }
    size += chunk.length
    allowance.left -= chunk.length
    const bomb = bombOf(entry, size, most, allowance)
    if (bomb) {
      yield bomb
      return
    }
    if (!isChecked) crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.claimed || (!isChecked && crc !== entry.crc))
    yield refuse('zipBroken', { part: entry.name, what: 'checksum' })
  else allowance.checked.add(entry.name)
}

function bombOf(
  entry: ZipEntry,
  size: number,
  most: number,
  allowance: InflateAllowance,
): Refusal | undefined {
  const { limits } = allowance
  if (size > most) return refuse('zipBomb', { what: 'part', part: entry.name, found: size, most })
  if (allowance.left < 0)
    return refuse('zipBomb', {
      what: 'total',
      part: entry.name,
      found: limits.inflated - allowance.left,
      most: limits.inflated,
    })
  if (size > limits.ratioFrom && size > entry.stored * limits.ratio) {
    return refuse('zipBomb', {
      what: 'ratio',
      part: entry.name,
      found: Math.floor(size / Math.max(1, entry.stored)),
      most: limits.ratio,
    })
  }
  return undefined
}

function* chunksOf(stored: Uint8Array, entry: ZipEntry): Generator<Uint8Array | Refusal> {
  if (entry.method === 0) {
    for (let at = 0; at < stored.length; at += PIECE) yield stored.subarray(at, at + PIECE)
    return
  }
  if (entry.method !== 8) {
    yield refuse('zipBroken', { part: entry.name, what: 'method' })
    return
  }
  let out: Uint8Array[] = []
  const inflate = new Inflate(chunk => out.push(chunk))
  for (let at = 0; at === 0 || at < stored.length; at += PIECE) {
    if (!pushed(inflate, stored.subarray(at, at + PIECE), at + PIECE >= stored.length)) {
      yield refuse('zipBroken', { part: entry.name, what: 'data' })
      return
    }
    yield* out
    out = []
  }
}

/** Pushes a piece to the inflater; fflate throws on broken data, which is an expected failure here. */
function pushed(inflate: Inflate, piece: Uint8Array, final: boolean): boolean {
  try {
    inflate.push(piece, final)
    return true
  } catch {
    return false
  }
}

import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { WorkbookLimits } from './workbookLimits.ts'

/** A part in a zip archive: the position of its data, and what the directory claims about it (which is never trusted). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly stored: number
  readonly claimed: number
  readonly dataAt: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const SENTINEL_32 = 0xffffffff
const LONGEST_COMMENT = 0xffff

/** Reads the zip directory: the parts by name, from the central directory before anything is inflated; refuses what is truncated, broken, encrypted or a zip bomb. */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): ReadonlyMap<string, ZipEntry> | Refusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return refuse('zipTruncated', {})
  const { count, at: start } = boundsOf(view, end)
  if (count > limits.entries)
    return refuse('zipBomb', { what: 'entries', found: count, most: limits.entries })
  const entries = new Map<string, ZipEntry>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (at < 0 || at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      return refuse('zipTruncated', {})
    const entry = readEntry(bytes, view, at)
    if ('code' in entry) return entry
    if (entries.has(entry.name)) return refuse('zipBroken', { part: entry.name, what: 'twice' })
    entries.set(entry.name, entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return overlapOf([...entries.values()]) ?? entries
}

function findEnd(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT)
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at
  return undefined
}

function boundsOf(view: DataView, end: number): { readonly count: number; readonly at: number } {
  const locator = end - 20
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const record = wide(view, locator + 8)
    if (record + 56 <= end && view.getUint32(record, true) === END_64)
      return { count: wide(view, record + 32), at: wide(view, record + 48) }
  }
  return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | Refusal {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  if (at + 46 + nameLength + extraLength > bytes.length) return refuse('zipTruncated', {})
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
  if ((view.getUint16(at + 8, true) & 1) === 1) return refuse('workbookEncrypted', {})
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  widen(view, sizes, at + 46 + nameLength, extraLength)
  const [claimed = 0, stored = 0, local = 0] = sizes
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY)
    return refuse('zipTruncated', {})
  const dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (dataAt + stored > bytes.length) return refuse('zipTruncated', {})
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    stored,
    claimed,
    dataAt,
  }
}

/** Reads zip64 sizes: the fields whose 32 bits overflowed, in their fixed order, from the extra field. */
function widen(view: DataView, sizes: number[], from: number, length: number): void {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    const until = Math.min(from + length, field + view.getUint16(at + 2, true))
    for (let index = 0; index < sizes.length; index++) {
      if (sizes[index] !== SENTINEL_32 || field + 8 > until) continue
      sizes[index] = wide(view, field)
      field += 8
    }
  }
}

function wide(view: DataView, at: number): number {
  return at + 8 > view.byteLength ? Number.MAX_SAFE_INTEGER : Number(view.getBigUint64(at, true))
}

/** Refuses several parts that share the same bytes, the known way to a bomb of any size. */
function overlapOf(entries: readonly ZipEntry[]): Refusal | undefined {
  const inOrder = [...entries].sort((one, other) => one.dataAt - other.dataAt)
  let until = 0
  for (const entry of inOrder) {
    if (entry.stored > 0 && entry.dataAt < until)
      return refuse('zipBomb', { what: 'overlap', part: entry.name, found: 2, most: 1 })
    until = Math.max(until, entry.dataAt + entry.stored)
  }
  return undefined
}

import type { PackedPart } from './packedPart.ts'

/** Packs the parts into a zip in order, with sizes in front (no descriptors) and a fixed time, so that the same parts give the same bytes. Throws a RangeError beyond 4 GiB. */
export function zipParts(parts: readonly PackedPart[]): Uint8Array<ArrayBuffer> {
  const named = parts.map(part => ({ part, name: new TextEncoder().encode(part.name) }))
  const total = named.reduce((sum, { part, name }) => sum + 30 + 46 + 2 * name.length + part.packed, 22)
  if (total > 0xffffffff || parts.some(part => part.size > 0xffffffff))
    throw new RangeError('a zip archive without zip64 ends at 4 GiB')
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  const starts: number[] = []
  let at = 0
  for (const { part, name } of named) {
    starts.push(at)
    view.setUint32(at, 0x04034b50, true)
    at = writeFields(view, at + 4, part, name.length)
    at = put(bytes, at + 2, name)
    for (const chunk of part.chunks) at = put(bytes, at, chunk)
  }
  const directory = at
  named.forEach(({ part, name }, index) => {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, VERSION, true)
    writeFields(view, at + 6, part, name.length)
    view.setUint32(at + 42, starts[index]!, true)
    at = put(bytes, at + 46, name)
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, parts.length, true)
  view.setUint16(at + 10, parts.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}

const VERSION = 20
const NAMES_IN_UTF8 = 0x0800
const DEFLATED = 8
const FIRST_DAY = 0x0021

/** Writes the fields shared by local header and directory entry, from the version to the length of the name. */
function writeFields(view: DataView, at: number, part: PackedPart, nameLength: number): number {
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, NAMES_IN_UTF8, true)
  view.setUint16(at + 4, DEFLATED, true)
  view.setUint16(at + 8, FIRST_DAY, true)
  view.setUint32(at + 10, part.crc, true)
  view.setUint32(at + 14, part.packed, true)
  view.setUint32(at + 18, part.size, true)
  view.setUint16(at + 22, nameLength, true)
  return at + 24
}

function put(bytes: Uint8Array, at: number, chunk: Uint8Array): number {
  bytes.set(chunk, at)
  return at + chunk.length
}

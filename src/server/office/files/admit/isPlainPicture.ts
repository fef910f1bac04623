/** Whether a picture file is plain, contains something more, or is cut off before its end. */
type Plainness = 'plain' | 'more' | 'cut'

/** Segments that a picture needs: JFIF and Adobe headers (which define the colours), tables, frames, restarts. */
const JPEG_NEEDED = new Set([
  0xe0, 0xee, 0xdb, 0xc4, 0xdd, 0xcc, 0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce,
  0xcf,
])
const [START, END, SCAN] = [0xd8, 0xd9, 0xda]
const LONGEST_HEAD = 64

/** Checks whether a JPEG is plain: examines every segment, to the end of the last scan. */
export function isPlainJpeg(bytes: Uint8Array): Plainness {
  let [at, isPlain] = [2, bytes[1] === START]
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'more'
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    const isHead = marker === 0xe0 || marker === 0xee
    if (marker !== SCAN && (!JPEG_NEEDED.has(marker) || (isHead && length > LONGEST_HEAD))) isPlain = false
    at += 2 + length
    if (marker !== SCAN) continue
    at = endOfScan(bytes, at)
    if (at + 2 > bytes.length) return 'cut'
    if (bytes[at + 1] === END) return isPlain && at + 2 === bytes.length ? 'plain' : 'more'
  }
  return 'cut'
}

/** Finds the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const PNG_NEEDED = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
])

/** Checks whether a PNG is plain: examines every chunk, to the end. */
export function isPlainPng(bytes: Uint8Array): Plainness {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [at, isPlain] = [8, true]
  while (at + 12 <= bytes.length) {
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!PNG_NEEDED.has(kind)) isPlain = false
    at += 12 + view.getUint32(at, false)
    if (kind === 'IEND') return isPlain && at === bytes.length ? 'plain' : 'more'
  }
  return 'cut'
}

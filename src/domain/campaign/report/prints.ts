/** Characters that a print covers. */
const LENGTH = 4

/** Paragraphs with fewer prints are too short to tell a copy from common words. */
const LEAST = 24

/** Returns the prints of a text (指纹): hashes of all runs of four letters or digits, each once, in order of size. Marks do not count, and all figures are alike. */
export function printsOf(text: string, leaveOut?: ReadonlySet<number>): Uint32Array {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{N}+/gu, '0')
  const count = Math.max(0, letters.length - LENGTH + 1)
  const all = new Uint32Array(count)
  let kept = 0
  for (let at = 0; at < count; at++) {
    const print = hashAt(letters, at)
    if (leaveOut?.has(print) !== true) all[kept++] = print
  }
  const sorted = all.subarray(0, kept).sort()
  let unique = 0
  for (let at = 0; at < kept; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[unique++] = sorted[at]!
  return sorted.slice(0, unique)
}

/** Checks whether a text has enough of its own to be compared (够不够比对). */
export function isComparable(prints: Uint32Array): boolean {
  return prints.length >= LEAST
}

/** Returns the prints of texts that everybody has before them (现成的文字), to be left out. */
export function printsToLeaveOut(texts: readonly string[]): ReadonlySet<number> {
  return new Set(texts.flatMap(text => [...printsOf(text)]))
}

function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < LENGTH; place++)
    hash = Math.imul(hash ^ text.charCodeAt(at + place), 0x01000193) ^ (hash >>> 15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) >>> 0
}

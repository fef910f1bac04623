const CONSTANTS = Uint32Array.from(primes(64), prime => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32))
const START = Uint32Array.from(primes(8), prime => Math.floor((Math.sqrt(prime) % 1) * 2 ** 32))

type Eight = [number, number, number, number, number, number, number, number]

/** SHA-256 in hex, of a text or of bytes. Written out here, since a page opened as a file may have no crypto of its own. */
export function sha256(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = Uint32Array.from(START)
  const words = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(block + at * 4)
    for (let at = 16; at < 64; at++) {
      const [early, late] = [words[at - 15]!, words[at - 2]!]
      const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
      const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
      words[at] = words[at - 16]! + low + words[at - 7]! + high
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as Eight
    for (let at = 0; at < 64; at++) {
      const chosen = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const one = (h + chosen + ((e & f) ^ (~e & g)) + CONSTANTS[at]! + words[at]!) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = state[at]! + word
  }
  return Array.from(state, word => word.toString(16).padStart(8, '0')).join('')
}

/** The one text of a value that its hash is taken of: keys sorted by code unit, no spaces, undefined left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}

/** Reads JSON; undefined where it is none. */
export function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number++)
    if (found.every(prime => number % prime !== 0)) found.push(number)
  return found
}

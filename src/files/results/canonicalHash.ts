import { createHash, type Hash } from 'node:crypto'
import { canonicalText, compareIds } from '../../domain/kernel/ids.ts'

/** Returns the content hash: SHA-256 (hex) of the canonical text, fed piece by piece so that no huge text is built. */
export function canonicalHash(value: unknown): string {
  const hash = createHash('sha256')
  feed(hash, value, 4)
  return hash.digest('hex')
}

/** Feeds a value to the hash; below `depth` levels a value is small enough to be one text. */
function feed(hash: Hash, value: unknown, depth: number): void {
  if (depth === 0 || value === null || typeof value !== 'object') hash.update(canonicalText(value))
  else if (Array.isArray(value)) {
    value.forEach((item: unknown, at) => {
      hash.update(at === 0 ? '[' : ',')
      feed(hash, item, depth - 1)
    })
    hash.update(value.length === 0 ? '[]' : ']')
  } else {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    fields.sort(([one], [other]) => compareIds(one, other))
    fields.forEach(([key, field], at) => {
      hash.update(`${at === 0 ? '{' : ','}${JSON.stringify(key)}:`)
      feed(hash, field, depth - 1)
    })
    hash.update(fields.length === 0 ? '{}' : '}')
  }
}

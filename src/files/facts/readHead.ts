import { nearestName } from '../../domain/kernel/nearestName.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { ReadingLog } from '../lists/readingLog.ts'

/** A set of fields. */
export type Fields = Readonly<Record<string, unknown>>

/** Checks whether a value is a set of fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the head of a file: a set of fields with the expected `format`. */
export function readHead(value: unknown, format: string): Fields | Refusal {
  if (!isFields(value)) return refuse('mappingExpected', { found: Array.isArray(value) ? '列表' : '一个值' })
  if (value.format === undefined) return refuse('formatMissing', { expected: format })
  return value.format === format
    ? value
    : refuse('formatUnknown', { found: String(value.format).slice(0, 60), expected: format })
}

/** Refuses each unknown key, since its contents would be dropped silently. */
export function refuseUnknownKeys(
  fields: Fields,
  known: readonly string[],
  path: string,
  log: ReadingLog,
): void {
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue
    const nearest = nearestName(key, known)
    log.refuse(
      { path: `${path}${key}` },
      refuse('keyUnknown', nearest === undefined ? { key } : { key, nearest }),
    )
  }
}

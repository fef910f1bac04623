import { nearestName } from '../../domain/kernel/nearestName.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { ReadingLog } from './readingLog.ts'

/** 一组字段. */
export type Fields = Readonly<Record<string, unknown>>

/** 是否一组字段. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** 读文件头: a set of fields whose `format` is the one expected. */
export function readHead(value: unknown, format: string): Fields | Refusal {
  if (!isFields(value)) return refuse('mappingExpected', { found: Array.isArray(value) ? '列表' : '一个值' })
  if (value.format === undefined) return refuse('formatMissing', { expected: format })
  return value.format === format
    ? value
    : refuse('formatUnknown', { found: String(value.format).slice(0, 60), expected: format })
}

/** 不认识的键: one refusal each, since what stands under them would be dropped in silence. */
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

import { z } from 'zod'
import type { TrailLine } from './trailHash.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Strict, because an extra or missing field is also tampering. */
const lineSchema = z.strictObject({
  seq: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  kind: z.string(),
  year: z.int().nullable(),
  unit: z.string().nullable(),
  values: z.record(z.string(), z.unknown()),
  prev: hash,
  hash,
})

/** Prints a line of the audit trail (留痕) as one line of JSON, including the line break. */
export function trailText({
  seq,
  at,
  actor,
  actorName,
  kind,
  year,
  unit,
  values,
  prev,
  hash: own,
}: TrailLine): string {
  return `${JSON.stringify({ seq, at, actor, actorName, kind, year: year ?? null, unit: unit ?? null, values, prev, hash: own })}\n`
}

/** Parses a line of the audit trail (留痕); `undefined` where it is not one, or differs in any character from the output of `trailText`. */
export function parseTrailText(text: string): TrailLine | undefined {
  try {
    const line = lineSchema.parse(JSON.parse(text))
    return trailText(line) === `${text}\n` ? line : undefined
  } catch {
    return undefined
  }
}

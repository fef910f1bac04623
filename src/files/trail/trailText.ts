import { z } from 'zod'
import type { TrailLine } from './trailHash.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Strict: a field more or less is tampering too. */
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

/** 留痕一行的文字: one line of JSON, its end included. */
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

/** 读出留痕一行; `undefined` where it is none, or is not written as `trailText` does to the letter. */
export function parseTrailText(text: string): TrailLine | undefined {
  try {
    const line = lineSchema.parse(JSON.parse(text))
    return trailText(line) === `${text}\n` ? line : undefined
  } catch {
    return undefined
  }
}

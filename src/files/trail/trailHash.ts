import { canonicalHash } from '../results/canonicalHash.ts'

/** A line of the audit trail (留痕): who did what when; `hash` covers the line and the previous hash, so that no line can be changed, removed or moved undetected. */
export interface TrailLine {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly kind: string
  readonly year?: number | null
  readonly unit?: string | null
  readonly values: Readonly<Record<string, unknown>>
  readonly prev: string
  readonly hash: string
}

/** The hash before the first line. */
export const TRAIL_START = '0'.repeat(64)

/** Hashes a line of the audit trail (留痕): SHA-256 over the canonical text of the line with the previous hash. */
export function hashTrailLine({
  seq,
  at,
  actor,
  actorName,
  kind,
  year,
  unit,
  values,
  prev,
}: Omit<TrailLine, 'hash'>): string {
  return canonicalHash({
    seq,
    at,
    actor,
    actorName,
    kind,
    year: year ?? null,
    unit: unit ?? null,
    values,
    prev,
  })
}

import { canonicalHash } from '../results/canonicalHash.ts'

/** 留痕一行: who did what when; `hash` covers all of it and the hash before it, so that no line can be changed, cut or moved unseen. */
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

/** 首行之前的哈希. */
export const TRAIL_START = '0'.repeat(64)

/** 留痕一行的哈希: SHA-256 over the canonical text of the line with the hash before it. */
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

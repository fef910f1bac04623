import { compareIds } from '../../kernel/ids.ts'
import type { DrawLine, Hash } from './drawList.ts'

/** A lot (签): a line with its rank and the hash that decided it. */
export interface Lot {
  readonly place: number
  readonly line: DrawLine
  readonly hash: string
}

/** Returns the text hashed for one lot (签): `指纹:种子:编号`. */
export function lotText(fingerprint: string, seed: string, id: string): string {
  return `${fingerprint}:${seed}:${id}`
}

/** Orders all lots (签) by the SHA-256 of `指纹:种子:编号`, ascending, then by id. Every order is equally likely. (四（二）) */
export function orderLots(
  fingerprint: string,
  seed: string,
  lines: readonly DrawLine[],
  hash: Hash,
): readonly Lot[] {
  return lines
    .map(line => ({ line, hash: hash(lotText(fingerprint, seed, line.id)) }))
    .sort((one, other) => compareIds(one.hash, other.hash) || compareIds(one.line.id, other.line.id))
    .map((lot, at) => ({ place: at + 1, ...lot }))
}

/** Returns the drawn lots (抽中的签): the first `take`, or all if the list has fewer. */
export function drawLots(
  fingerprint: string,
  seed: string,
  lines: readonly DrawLine[],
  take: number,
  hash: Hash,
): readonly Lot[] {
  return orderLots(fingerprint, seed, lines, hash).slice(0, take)
}

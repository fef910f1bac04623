import { compareIds } from '../../kernel/ids.ts'
import type { DrawLine, Hash } from './drawList.ts'

/** 签: a line with its place and the hash that put it there. */
export interface Lot {
  readonly place: number
  readonly line: DrawLine
  readonly hash: string
}

/** 签号的算式: what is hashed for one line, `指纹:种子:编号`. */
export function lotText(fingerprint: string, seed: string, id: string): string {
  return `${fingerprint}:${seed}:${id}`
}

/** 全部签的次序: by SHA-256 of `指纹:种子:编号` ascending, equal ones by id. Each order is as likely as any other. (四（二）) */
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

/** 抽中的签: the first `take`; all of a list that has fewer. */
export function drawLots(
  fingerprint: string,
  seed: string,
  lines: readonly DrawLine[],
  take: number,
  hash: Hash,
): readonly Lot[] {
  return orderLots(fingerprint, seed, lines, hash).slice(0, take)
}

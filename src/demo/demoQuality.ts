import { dice, startOf } from './dice.ts'
import { PLANTED } from './planted.ts'

/** Returns a unit's quality from 0 to 1, the basis of its generated data; planted bottom units have 0 unless given. */
export function qualityOf(seed: number, index: number): number {
  const planted = PLANTED[index]
  if (planted !== undefined && (planted.fromBottom !== undefined || planted.quality !== undefined))
    return planted.quality ?? 0
  return dice(startOf(seed, index), 0) / 4294967296
}

import { dice, startOf } from './dice.ts'
import { PLANTED } from './planted.ts'

/** 工作水平 of a unit from 0 to 1, the ground of all it is given; planted bottom places have none. */
export function qualityOf(seed: number, index: number): number {
  const planted = PLANTED[index]
  if (planted !== undefined && (planted.fromBottom !== undefined || planted.quality !== undefined))
    return planted.quality ?? 0
  return dice(startOf(seed, index), 0) / 4294967296
}

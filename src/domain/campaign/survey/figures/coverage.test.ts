import { expect, test } from 'vitest'
import { SEED, sized } from '../../../../../tests/longRun.ts'
import { type Interval, shareInterval } from './interval.ts'
import { meanInterval, tallyMean } from './weightedMean.ts'

const SURVEYS = sized(10_000, 600)
const SHARES = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97]

/** How far a coverage may lie from 93 to 97 % by chance alone: three standard errors of all simulated surveys. */
const CHANCE = 3 * Math.sqrt((0.95 * 0.05) / (SURVEYS * SHARES.length))

test.each([
  [30, undefined],
  [60, undefined],
  [200, undefined],
  [30, 60],
  [30, 400],
  [100, 300],
] as const)(
  'intervals cover in 93 to 97 of a hundred surveys: %s answers of a population of %s',
  (size, population) => {
    const chance = randomNumbers(SEED + size)
    let [shares, means] = [0, 0]
    for (const share of SHARES) {
      const [top, middle] =
        population === undefined ? [share, share + (1 - share) * 0.7] : wholePeople(share, population)
      const truth = top * 100 + (middle - top) * 80 + (1 - middle) * 50
      for (let survey = 0; survey < SURVEYS; survey++) {
        const [best, fair, poor] = draw(size, population, top, middle, chance)
        shares += covers(shareInterval(best, size, population)!, top)
        const tally = [
          { points: 100, count: best },
          { points: 80, count: fair },
          { points: 50, count: poor },
        ]
        const scale = { lowest: 50, highest: 100 }
        means += covers(meanInterval(tallyMean(tally, population)!, scale, population), truth)
      }
    }
    for (const covered of [shares, means]) {
      const coverage = covered / (SURVEYS * SHARES.length)
      expect(coverage).toBeGreaterThan(0.93 - CHANCE)
      expect(coverage).toBeLessThan(0.97 + CHANCE)
    }
  },
)

function wholePeople(share: number, population: number): readonly [number, number] {
  const best = Math.round(share * population)
  return [best / population, (best + Math.round((population - best) * 0.7)) / population]
}

/** Draws answers without replacement from a population, or with replacement where it has no end. */
function draw(
  size: number,
  population: number | undefined,
  top: number,
  middle: number,
  chance: () => number,
): readonly [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0]
  const left = population === undefined ? undefined : [top * population, (middle - top) * population]
  for (let answer = 0; answer < size; answer++) {
    const at = chance() * (population === undefined ? 1 : population - answer)
    const [best, fair] = left ?? [top, middle - top]
    const which = at < best! ? 0 : at < best! + fair! ? 1 : 2
    counts[which]++
    if (left !== undefined && which < 2) left[which]!--
  }
  return counts
}

function covers({ low, high }: Interval, truth: number): number {
  return truth >= low - 1e-9 && truth <= high + 1e-9 ? 1 : 0
}

/** Mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

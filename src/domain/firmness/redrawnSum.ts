import { drawBelow, drawShare, type RandomNumbers } from './randomNumbers.ts'
import { commonDivisor } from './wholeNumbers.ts'

/** The sum of a redrawn list (重抽之和): as many values as it has, each drawn from all of them. */
type RedrawnSum = (numbers: RandomNumbers) => number

/** Above this many steps a table of all sums costs more than it saves. */
const MOST_STEPS = 400_000

/**
 * Returns how to draw the sum of a redrawn list (重抽之和). Where few different values lie on a coarse grid, as answers do,
 * the exact distribution of the sum is tabulated once and one draw gives the sum; else each value is drawn.
 */
export function redrawnSum(values: readonly number[]): RedrawnSum {
  const size = values.length
  const least = Math.min(...values)
  const step = values.reduce((found, value) => commonDivisor(found, value - least), 0)
  if (step === 0) return () => size * least
  const levels = (Math.max(...values) - least) / step
  const kinds = new Set(values).size
  if (size * size * levels * kinds > MOST_STEPS) return numbers => sumOfDraws(values, numbers)
  const { first, upTo } = tabulate(values, least, step, levels)
  const starts = startsIn(upTo)
  return numbers => {
    const share = drawShare(numbers)
    let at = starts[Math.floor(share * starts.length)]!
    while (upTo[at]! <= share) at++
    return size * least + step * (first + at)
  }
}

function sumOfDraws(values: readonly number[], numbers: RandomNumbers): number {
  let sum = 0
  for (let left = values.length; left > 0; left--) sum += values[drawBelow(numbers, values.length)]!
  return sum
}

/** What is less likely than this is left out of the table. */
const NEVER = 1e-12

/** Tabulates how likely each sum is, in steps above the least, by folding in one draw after another; `upTo` starts at the sum `first`. */
function tabulate(values: readonly number[], least: number, step: number, levels: number) {
  const size = values.length
  const counts = new Map<number, number>()
  for (const value of values) {
    const level = (value - least) / step
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  const steps = Uint32Array.from(counts.keys())
  const shares = Float64Array.from(counts.values(), count => count / size)
  const chances = new Float64Array(size * levels + 1)
  chances[0] = 1
  for (let drawn = 1; drawn <= size; drawn++) {
    for (let sum = drawn * levels; sum >= 0; sum--) {
      let chance = 0
      for (let kind = 0; kind < steps.length; kind++)
        if (steps[kind]! <= sum) chance += chances[sum - steps[kind]!]! * shares[kind]!
      chances[sum] = chance
    }
  }
  const first = chances.findIndex(chance => chance > NEVER)
  const upTo = chances.slice(first, chances.findLastIndex(chance => chance > NEVER) + 1)
  for (let at = 1; at < upTo.length; at++) upTo[at]! += upTo[at - 1]!
  upTo[upTo.length - 1] = 1
  return { first, upTo }
}

/** Lists where to start looking for each of as many equal parts of the shares: the first place whose value is above the part's beginning. */
function startsIn(upTo: Float64Array): Uint32Array {
  const starts = new Uint32Array(upTo.length)
  let at = 0
  for (let part = 0; part < starts.length; part++) {
    while (upTo[at]! <= part / starts.length) at++
    starts[part] = at
  }
  return starts
}

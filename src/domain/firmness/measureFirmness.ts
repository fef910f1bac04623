import type { RankedCycle } from '../score/appraiseCycle.ts'
import type { CycleFacts } from '../year/facts/facts.ts'
import type { BandChance, ChancePair, Firmness, UnitFirmness } from './firmness.ts'
import { bandsMet, type Repeats, repeatRanking, type RepeatOptions } from './repeatRanking.ts'

/** The share of repeats that a range holds (区间所含的次数): nine in ten, one in twenty beyond each end. */
const TAIL = 0.05

/** From this share on the order of two neighbours is called chance. */
const CHANCE = 0.1

/** How many places further down a unit is compared with those below it. */
const NEIGHBOURS = 3

/** Measures how firm the ranking is (名次稳固程度) by redrawing what was sampled; `trials` come from `comparePlaces`. */
export function measureFirmness(
  outcome: RankedCycle,
  facts: Pick<CycleFacts, 'sheets' | 'decisions'>,
  options: RepeatOptions,
  onRepeat?: (done: number) => void,
): Omit<Firmness, 'trials'> {
  const found = repeatRanking(outcome, facts, options, onRepeat)
  return {
    repeats: found.repeats,
    redrawn: found.redrawn,
    units: outcome.components.appraisees.flatMap((_, at) => describeUnit(outcome, found, at)),
    pairs: [...outcome.ranking.rankings.values()].flatMap(({ order }) => chancePairs(outcome, found, order)),
  }
}

function describeUnit(outcome: RankedCycle, found: Repeats, at: number): readonly UnitFirmness[] {
  const standing = outcome.ranking.standings[at]
  if (standing === undefined) return []
  const own = <T extends Float64Array | Uint32Array>(all: T) =>
    all.subarray(at * found.repeats, (at + 1) * found.repeats)
  const [low, high] = middleOf(Float64Array.from(own(found.composites)))
  const [best, worst] = middleOf(Float64Array.from(own(found.places)))
  const now = new Set(bandsMet(outcome, at).map(({ id }) => id))
  const bands = [...found.bands].flatMap(([rule, counts]): readonly BandChance[] => {
    const share = counts[at]! / found.repeats
    return share > 0 || now.has(rule) ? [{ rule, share, isNow: now.has(rule) }] : []
  })
  const firmest = Math.min(1, ...bands.map(({ share, isNow }) => (isNow ? share : 1 - share)))
  return [
    {
      unit: outcome.components.appraisees[at]!.unit,
      ranking: standing.ranking,
      place: standing.place,
      composite: outcome.composites.points[at]!,
      low,
      high,
      best,
      worst,
      bands,
      isBandUnsure: firmest < 1 - CHANCE,
    },
  ]
}

/** Returns the ends between which the middle nine tenths of the values lie. */
function middleOf(values: Float64Array): readonly [number, number] {
  values.sort()
  const below = Math.floor(values.length * TAIL)
  return [values[below]!, values[values.length - 1 - below]!]
}

function chancePairs(
  { components: { appraisees } }: RankedCycle,
  { places, repeats }: Repeats,
  order: readonly number[],
): readonly ChancePair[] {
  return order.flatMap((upper, position) =>
    order.slice(position + 1, position + 1 + NEIGHBOURS).flatMap((lower): readonly ChancePair[] => {
      let reversed = 0
      for (let repeat = 0; repeat < repeats; repeat++) {
        const gap = places[upper * repeats + repeat]! - places[lower * repeats + repeat]!
        reversed += gap > 0 ? 1 : gap === 0 ? 0.5 : 0
      }
      if (reversed / repeats < CHANCE) return []
      return [
        { upper: appraisees[upper]!.unit, lower: appraisees[lower]!.unit, reversed: reversed / repeats },
      ]
    }),
  )
}

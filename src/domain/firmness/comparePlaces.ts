import type { Points } from '../kernel/points.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { RankedCycle } from '../score/appraiseCycle.ts'
import type { MovedPlace } from './firmness.ts'
import { bandsMet } from './repeatRanking.ts'

/** Compares the places of two outcomes (两种结果的名次): which units would have another place or band, the furthest first. */
export function comparePlaces(before: RankedCycle, after: RankedCycle): readonly MovedPlace[] {
  const [had, has] = [placesOf(before), placesOf(after)]
  return [...had]
    .flatMap(([unit, from]): readonly MovedPlace[] => {
      const to = has.get(unit)
      const bandChanges = from.bands !== (to?.bands ?? '')
      if (from.place === to?.place && !bandChanges) return []
      return [{ unit, from: from.place, to: to?.place, bandChanges }]
    })
    .toSorted((one, other) => wayOf(other) - wayOf(one))
}

/**
 * Changes the weight of a component (权重增减) by a share of itself; the others give or take in proportion, in whole
 * thousandths, so that the total stays. Nothing where there is no other component.
 */
export function shiftWeight(scheme: Scheme, component: string, share: number): Scheme | undefined {
  const total = scheme.components.reduce((sum, { weight }) => sum + weight, 0)
  const own = scheme.components.find(({ id }) => id === component)!.weight
  const others = total - own
  const shifted = Math.min(total, Math.round(own * (1 + share)))
  if (others === 0 || shifted === own) return undefined
  let left = total - shifted
  const last = scheme.components.findLast(({ id }) => id !== component)!
  const weights = scheme.components.map(one => {
    if (one.id === component) return shifted
    const weight = one === last ? left : Math.round((one.weight * (total - shifted)) / others)
    left -= weight
    return weight
  })
  return {
    ...scheme,
    components: scheme.components.map((one, at) => ({ ...one, weight: weights[at]! as Points })),
  }
}

function placesOf(outcome: RankedCycle) {
  return new Map(
    outcome.components.appraisees.map(({ unit }, at) => {
      const bands = bandsMet(outcome, at).map(({ id }) => id)
      return [unit, { place: outcome.ranking.standings[at]?.place, bands: bands.join(' ') }]
    }),
  )
}

function wayOf({ from = 0, to = 0 }: MovedPlace): number {
  return Math.abs(from - to)
}

import { compare, exact, minus, over, plus, times, wholePart, ZERO } from './fraction.ts'
import type { Facts, Method, Scheme } from './shapes.ts'
import { type Appraisee, groupBy, methodFor, wordOf } from './year.ts'

/** One group that shares the places of a grading, with its places and what was given. */
export interface QuotaProof {
  readonly component: string
  readonly group: string
  readonly places: readonly number[]
  readonly given: readonly number[]
  /** The grades down to which more were given than there are places. */
  readonly exceeded: readonly string[]
}

/** Proves the places of each group of graded units again (三（二）1, R4): a grade and those above it may not have more than their places. */
export function quotaProofs(
  scheme: Scheme,
  facts: Facts,
  appraisees: readonly Appraisee[],
): readonly QuotaProof[] {
  const proofs: QuotaProof[] = []
  for (const component of scheme.components)
    for (const method of component.methods.filter(({ kind }) => kind === 'quotaGrading')) {
      const own = appraisees.filter(({ unit }) => methodFor(component, unit.tier) === method)
      const groups = groupBy(own, ({ unit }) =>
        method.within === 'leadUnit'
          ? (unit.leadUnit ?? '')
          : method.within === 'cohort'
            ? (unit.cohort ?? '')
            : '',
      )
      const graded = new Map(
        facts.gradings.filter(one => one.component === component.id).map(one => [one.unit, one.grade]),
      )
      for (const [group, members] of groups) {
        const places = placesOf(
          members.length,
          method,
          wordOf(scheme, 'quotaRounding', component.id) ?? 'largestRemainder',
        )
        const given = method.grades!.map(
          ({ id }) => members.filter(({ unit }) => graded.get(unit.id) === id).length,
        )
        const upTo = (list: readonly number[], at: number): number =>
          list.slice(0, at + 1).reduce((sum, one) => sum + one, 0)
        const exceeded = method
          .grades!.filter((_, at) => upTo(given, at) > upTo(places, at))
          .map(({ name }) => name)
        proofs.push({ component: component.id, group, places, given, exceeded })
      }
    }
  return proofs
}

/** How many of so many units each grade has, as R4 says where the shares do not divide. */
function placesOf(number: number, { grades = [] }: Method, how: string): readonly number[] {
  const shares = grades.map(({ share = 0 }) => exact(share))
  const all = shares.reduce(plus, ZERO)
  const due = shares.map(share => times(exact(number), over(share, all)))
  const places = due.map(one => wholePart(one).whole)
  const rest = due.map((one, at) => minus(one, exact(places[at]!)))
  const centre = (grades.length - 1) / 2
  const open = [...places.keys()].sort(
    (one, other) =>
      compare(rest[other]!, rest[one]!) || Math.abs(one - centre) - Math.abs(other - centre) || one - other,
  )
  const left = (): number => number - places.reduce((sum, one) => sum + one, 0)
  if (how === 'halfUp' || how === 'atMostTop') {
    // Halves go up, the largest first, while places are left; the middle grade takes the rest, the top one never more than its share.
    const taker = how === 'halfUp' ? Math.floor(centre) : Math.max(1, Math.floor(centre))
    places[taker] = 0
    for (const at of open)
      if (at !== taker && (how === 'halfUp' || at > 0) && left() > 0 && compare(rest[at]!, exact(0.5)) >= 0)
        places[at]! += 1
    places[taker] = left()
    return places
  }
  const last = places.length - 1
  if (how === 'atLeastBottom' && rest[last]!.top > 0n) places[last]! += 1
  const sharing = open.filter(at => how !== 'atLeastBottom' || at !== last)
  for (let at = 0; left() > 0; at++) places[sharing[at % sharing.length]!]! += 1
  return places
}

import type { Has } from './fields.ts'
import { exact, sum } from './fraction.ts'
import type { Method } from './shapes.ts'
import { groupBy, methodFor, wordOf, type Year } from './year.ts'

/** One group that shares the places of a grading, and the grades down to which more were given than it has places. */
export type QuotaProof = Has<'group'> & Has<'exceeded', readonly string[]>

/** Proves the places of each group of graded units again (三（二）1, R4): a grade and those above it may not have more than their places. */
export function quotaProofs({ scheme, facts, appraisees }: Year): readonly QuotaProof[] {
  return scheme.components.flatMap(component => {
    const how = wordOf(scheme, 'quotaRounding', component.id) ?? 'largestRemainder'
    const graded = new Map(
      facts.gradings.filter(one => one.component === component.id).map(one => [one.unit, one.grade]),
    )
    const methods = component.methods.filter(({ kind }) => kind === 'quotaGrading')
    return methods.flatMap(method => {
      const own = appraisees.filter(({ unit }) => methodFor(component, unit.tier) === method)
      const within = { leadUnit: 'leadUnit', cohort: 'cohort' } as const
      const key = within[method.within as keyof typeof within]
      const groups = groupBy(own, ({ unit }) => (key && unit[key]) ?? '')
      return [...groups].map(([group, members]) => {
        const places = placesOf(members.length, method, how)
        let left = 0
        const exceeded = method.grades!.filter(({ id }, at) => {
          left += places[at]! - members.filter(({ unit }) => graded.get(unit.id) === id).length
          return left < 0
        })
        return { group, exceeded: exceeded.map(({ name }) => name) }
      })
    })
  })
}

/** How many of so many units each grade has, as R4 says where the shares do not divide. */
function placesOf(number: number, { grades = [] }: Method, how: string): readonly number[] {
  const shares = grades.map(({ share = 0 }) => exact(share))
  const due = shares.map(share => share.times(number).over(sum(shares)))
  const places = due.map(one => one.whole())
  const rest = due.map((one, at) => one.minus(places[at]!))
  const centre = (grades.length - 1) / 2
  const fromCentre = (at: number): number => Math.abs(at - centre)
  const open = [...places.keys()].toSorted(
    (one, other) => rest[other]!.compare(rest[one]!) || fromCentre(one) - fromCentre(other) || one - other,
  )
  const left = (): number => number - places.reduce((all, one) => all + one, 0)
  if (how === 'halfUp' || how === 'atMostTop') {
    // Halves go up, the largest first, while places are left; the middle grade takes the rest, the top one never more than its share.
    const taker = how === 'halfUp' ? Math.floor(centre) : Math.max(1, Math.floor(centre))
    places[taker] = 0
    for (const at of open)
      if (at !== taker && (how === 'halfUp' || at > 0) && left() > 0 && rest[at]!.compare(0.5) >= 0)
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

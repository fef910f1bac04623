import type { UnitFacts } from '../year/facts/unitFacts.ts'
import type { Appraisee } from '../year/roster/appointAppraisees.ts'
import type { GradeShare, QuotaGradingMethod } from '../scheme/component.ts'
import { methodOf } from '../scheme/methods.ts'
import type { PreparedScheme } from './prepareScheme.ts'
import { type QuotaProof, quotaCounts } from './routine/quotaCounts.ts'

/** Group of units graded together (评等的一组单位): they share one set of places. Holds the proof of the places and how many of each grade were given. (三（二）1, R4) */
export interface QuotaGroup {
  /** Id of the lead unit or of the cohort, or `all`. */
  readonly id: string
  readonly citation: string
  readonly units: ReadonlySet<string>
  readonly proof: QuotaProof
  /** Best grade first, as are the places in `proof` and `given`. */
  readonly grades: readonly GradeShare[]
  readonly given: readonly number[]
}

/** Lists the groups graded by quota (按名额评等的各组), by component. (三（二）1, R4) */
export function quotaGroups(
  { scheme, rulings }: PreparedScheme,
  appraisees: readonly Appraisee[],
  facts: ReadonlyMap<string, UnitFacts>,
): ReadonlyMap<string, readonly QuotaGroup[]> {
  return new Map(
    scheme.components.map(component => {
      const methods = component.methods.filter(method => method.kind === 'quotaGrading')
      const groups = methods.flatMap(method => {
        const members = appraisees.filter(one => methodOf(component, one.tier) === method)
        const rounding = rulings.answer('quotaRounding', component.id)
        return [...groupMembers(members, method)].map(([id, units]): QuotaGroup => {
          const grades = [...units].map(unit => facts.get(unit)?.gradings.get(component.id)?.grade)
          return {
            id,
            citation: method.citation,
            units,
            proof: quotaCounts(
              units.size,
              method.grades.map(grade => grade.share),
              rounding,
            ),
            grades: method.grades,
            given: method.grades.map(grade => grades.filter(one => one === grade.id).length),
          }
        })
      })
      return [component.id, groups]
    }),
  )
}

function groupMembers(
  members: readonly Appraisee[],
  { within }: QuotaGradingMethod,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>()
  for (const { unit, leadUnit = '', cohort = '' } of members) {
    const id = { leadUnit, cohort, all: 'all' }[within]
    const group = groups.get(id)
    if (group) group.add(unit)
    else groups.set(id, new Set([unit]))
  }
  return groups
}

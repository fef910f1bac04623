import { proveQuota, type QuotaReasoning } from '../../../domain/score/routine/proveQuota.ts'
import { methodOf } from '../../../domain/scheme/methods.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type Appraisee, appointAppraisees } from '../../../domain/year/roster/appointAppraisees.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Component, QuotaGradingMethod } from '../../../domain/scheme/component.ts'
import { indexRulings, type Rulings } from '../../../domain/scheme/rulings.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'

/** What grading is based on: the year's scheme and roster, and the groups that lead units grade. */
export interface GradingContext extends YearContext {
  readonly rulings: Rulings
  readonly groups: readonly GradedGroup[]
}

/** The units that a lead unit grades in one component, with the derivation of the quotas. */
export interface GradedGroup {
  readonly component: Component
  readonly method: QuotaGradingMethod
  readonly lead: Unit
  /** by name. */
  readonly members: readonly Appraisee[]
  readonly proof: QuotaReasoning
}

/** Loads what grading is based on. `notFound`, `yearWithoutScheme`. */
export async function loadGradingContext(
  db: Database | Transaction,
  year: number,
): Promise<GradingContext | Refusal> {
  const found = await loadYear(db, year)
  return isRefusal(found) ? found : gradingContextOf(found)
}

/** Derives what grading is based on from a year's scheme and roster. */
export function gradingContextOf(found: YearContext): GradingContext {
  const { scheme, roster, units } = found
  const rulings = indexRulings(scheme)
  const midYear = rulings.find('midYearChange')?.answer ?? { answers: 'holderOnDay' as const, day: '12-31' }
  const appraisees = appointAppraisees(scheme, roster, midYear)
  const groups = scheme.components.flatMap(component =>
    component.methods
      .filter(method => method.kind === 'quotaGrading' && method.within === 'leadUnit')
      .flatMap(method => groupsOf(component, method as QuotaGradingMethod, appraisees, units, rulings)),
  )
  return { ...found, rulings, groups }
}

/** Finds the group of a lead unit. `notFound` for a component that is not graded, `noBoard` for a unit without members to grade. */
export function groupOf(
  { scheme, units, groups }: GradingContext,
  lead: string,
  component: string,
): GradedGroup | Refusal {
  const found = groups.find(group => group.lead.id === lead && group.component.id === component)
  if (found !== undefined) return found
  if (!scheme.components.some(one => one.id === component))
    return refuse('notFound', { what: `分项“${component}”` })
  return refuse('noBoard', { unit: units.get(lead)?.name ?? lead })
}

function groupsOf(
  component: Component,
  method: QuotaGradingMethod,
  appraisees: readonly Appraisee[],
  units: ReadonlyMap<string, Unit>,
  rulings: Rulings,
): GradedGroup[] {
  const graded = appraisees.filter(
    one =>
      one.leadUnit !== undefined && one.leadUnit !== one.unit && methodOf(component, one.tier) === method,
  )
  const rounding = rulings.find('quotaRounding', component.id)?.answer ?? 'largestRemainder'
  const shares = method.grades.map(grade => grade.share)
  const byName = new Intl.Collator('zh')
  return [...Map.groupBy(graded, one => one.leadUnit!)]
    .flatMap(([id, members]) => {
      const lead = units.get(id)
      if (lead === undefined) return []
      const sorted = members.toSorted((one, other) => byName.compare(one.name, other.name))
      return [
        { component, method, lead, members: sorted, proof: proveQuota(members.length, shares, rounding) },
      ]
    })
    .toSorted((one, other) => byName.compare(one.lead.name, other.lead.name))
}

import { followUpsOf } from '../../scheme/consequenceRule.ts'
import { indexRulings } from '../../scheme/rulings.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { History } from '../../year/history/history.ts'
import type { Roster } from '../../year/roster/roster.ts'
import { metThen } from './applyConsequences.ts'

/** Lists the units under key supervision this year (重点督促检查对象): those that met last year a measure that key supervision follows, or the units that took them over. By id. (五（四）) */
export function listSupervised(scheme: Scheme, { units }: Roster, { years }: History): readonly string[] {
  const last = years.find(({ cycle }) => cycle === scheme.cycle - 1)
  const cohort = indexRulings(scheme).find('smallCohort')?.answer
  if (last === undefined || cohort === undefined) return []
  const rules = scheme.consequences.filter(
    rule => rule.years === undefined && followUpsOf(rule).includes('supervision'),
  )
  const met = new Set(
    last.entries.filter(entry => rules.some(rule => metThen(rule, entry, cohort))).map(({ unit }) => unit),
  )
  return units
    .filter(({ id, succeeds = [] }) => [id, ...succeeds].some(one => met.has(one)))
    .map(({ id }) => id)
}

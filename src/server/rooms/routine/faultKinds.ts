import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Points } from '../../../domain/kernel/points.ts'
import type { Row } from '../../../domain/scheme/rubric.ts'
import { formOf, type Rule } from '../../../domain/scheme/forms/ruleForms.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { OccasionKind } from './occasions.store.ts'

/** A fault that can be recorded: a fault counter of the scheme, with the occasions where it occurs, what it excludes, and what it costs where. */
export interface FaultKind {
  readonly counter: string
  readonly name: string
  readonly citation: string
  readonly kinds: OccasionKind[]
  readonly excludes: string[]
  readonly costs: { readonly where: string; readonly citation: string; readonly each: Points }[]
  /** the row and rule of the annex that it counts towards. */
  readonly feeds?: { readonly row: string; readonly rule: string }
}

/**
 * Returns the faults of a scheme that can be recorded. Faults that exclude one another belong to meetings
 * (being absent, or sending somebody else); the others belong to returns. In a scheme without such pairs,
 * each may occur at either. (三（二）1, R6, R17, 附件 四.4)
 */
export function faultKinds(scheme: Scheme): readonly FaultKind[] {
  const faults = scheme.counters.filter(({ kind, from }) => kind === 'fault' && from === undefined)
  const rules = scheme.rubrics.flatMap(rubric =>
    rubric.rows.flatMap(row => row.rules.map(rule => ({ row, rule }))),
  )
  const fed = (counter: string) => rules.find(({ rule }) => rule.counter === counter)
  const excludedBy = (counter: string): string[] => {
    const own = fed(counter)
    if (own === undefined) return []
    const out = own.row.rules.filter(
      rule =>
        own.rule.exclusiveWith?.includes(rule.id) === true ||
        rule.exclusiveWith?.includes(own.rule.id) === true,
    )
    return out.flatMap(rule => (rule.counter === undefined ? [] : [rule.counter]))
  }
  const excludes = new Map(faults.map(({ id }) => [id, excludedBy(id)]))
  const pairs = [...excludes.values()].some(list => list.length > 0)
  return faults.map(({ id, name, citation }) => {
    const own = fed(id)
    const isMeeting = excludes.get(id)!.length > 0
    return {
      counter: id,
      name,
      citation,
      kinds: pairs ? [isMeeting ? 'meeting' : 'return'] : ['meeting', 'return'],
      excludes: excludes.get(id)!,
      costs: [...tariffCosts(scheme, id), ...(own === undefined ? [] : rubricCost(own))],
      feeds: own === undefined ? undefined : { row: own.row.id, rule: own.rule.id },
    }
  })
}

function tariffCosts(scheme: Scheme, counter: string): FaultKind['costs'] {
  const rulings = indexRulings(scheme)
  return scheme.components.flatMap(component => {
    const method = component.methods.find(one => one.kind === 'ledger')
    const each =
      method === undefined ? undefined : rulings.find('ledgerTariff', component.id)?.answer?.tariff[counter]
    return method === undefined || each === undefined
      ? []
      : [{ where: component.name, citation: method.citation, each }]
  })
}

function rubricCost({ row, rule }: { readonly row: Row; readonly rule: Rule }): FaultKind['costs'] {
  const { counts, perCount } = formOf(rule)
  return perCount !== undefined && counts(rule) === 'each'
    ? [{ where: row.title, citation: row.citation, each: perCount(rule) as Points }]
    : []
}

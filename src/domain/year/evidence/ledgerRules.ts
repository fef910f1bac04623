import { indexRulings } from '../../scheme/rulings.ts'
import type { Requirement } from '../../scheme/forms/ruleForm.ts'
import type { Row } from '../../scheme/rubric.ts'
import { countingOf, feedsOf, formOf, type Rule } from '../../scheme/forms/ruleForms.ts'
import { methodOf } from '../../scheme/methods.ts'
import type { Scheme } from '../../scheme/scheme.ts'

/** A row fed by the ledger (读台账的一行), with those of its rules that read it. */
export interface LedgerRow {
  readonly row: Row
  /** Floor of the row in thousandths, as R2 or the row itself says. */
  readonly floor: number
  readonly rules: readonly LedgerRule[]
}

/** A rule fed by the ledger (读台账的一条规则): `each` is the cost of one; `once` means that one counts however many there are (R23). */
export interface LedgerRule {
  readonly rule: Rule
  readonly each: number
  readonly once: boolean
  readonly cap: number
  readonly feeds: readonly { readonly counter: string; readonly requirement?: Requirement }[]
}

/** Lists the rubric rows fed by the ledger for units of one tier (某层级单位的细则中读台账的各行), without counters that do not count there (R17). (四（一）, 附件) */
export function ledgerRowsOf(scheme: Scheme, tier: string): readonly LedgerRow[] {
  const rulings = indexRulings(scheme)
  const methods = scheme.components.flatMap(component => methodOf(component, tier) ?? [])
  const shared = rulings.find('doubleCounting')?.answer
  const isElsewhere = methods.some(method => method.kind === 'ledger') && shared?.countsIn === 'ledger'
  const silent = isElsewhere ? shared.counters : []
  const negative = rulings.find('rowFloor')?.answer === 'negative'
  const unclearUnit = rulings.find('unclearUnit')?.answer
  const rubrics = new Set(methods.flatMap(method => (method.kind === 'rubric' ? [method.rubric] : [])))
  return scheme.rubrics
    .filter(rubric => rubrics.has(rubric.id))
    .flatMap(rubric => rubric.rows)
    .flatMap(row => {
      const rules = row.rules.flatMap(rule => ledgerRule(rule, unclearUnit, silent))
      return rules.length === 0 ? [] : [{ row, floor: floorOf(row, negative), rules }]
    })
}

/** Returns the requirement of a counter (一项计数的应有次数): of several rules, the one that requires most in a year. */
export function requirementOf(rows: readonly LedgerRow[], counter: string): Requirement | undefined {
  const asked = rows
    .flatMap(row => row.rules)
    .flatMap(rule => rule.feeds)
    .flatMap(feed => (feed.counter === counter && feed.requirement !== undefined ? [feed.requirement] : []))
  return asked.reduce<Requirement | undefined>(
    (most, one) => (most === undefined || inYear(one) > inYear(most) ? one : most),
    undefined,
  )
}

/** Prints a requirement (应有次数的说法), e.g. 每季度1次. */
export function printRequirement({ required, per }: Requirement): string {
  return `${{ year: '全年', quarter: '每季度', month: '每月' }[per]}${required}次`
}

function inYear({ required, per }: Requirement): number {
  return required * { year: 1, quarter: 4, month: 12 }[per]
}

function ledgerRule(
  rule: Rule,
  unclearUnit: 'perItem' | 'once' | undefined,
  silent: readonly string[],
): readonly LedgerRule[] {
  const each = formOf(rule).perCount?.(rule)
  const feeds = feedsOf(rule).filter(feed => !silent.includes(feed.counter))
  if (each === undefined || feeds.length === 0) return []
  const once = countingOf(rule, unclearUnit) === 'once'
  return [{ rule, each, once, cap: rule.cap ?? Number.POSITIVE_INFINITY, feeds }]
}

function floorOf(row: Row, negative: boolean): number {
  if (row.floor === 'negative') return Number.NEGATIVE_INFINITY
  if (row.floor !== undefined) return row.floor
  return negative ? Number.NEGATIVE_INFINITY : 0
}

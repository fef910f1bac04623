import type { LedgerCount, Finding } from '../../../year/facts/facts.ts'
import type { Explained } from '../../../kernel/explanation.ts'
import type { Rule } from '../../../scheme/rubric.ts'

/**
 * 规则形式: how one form of rule turns what was found into thousandths of points, never negative: so much for each one counted
 * (`perCount`), an amount of the finding's own (`contribution`), or by a measure (`measured`). Amounts add up, or the largest alone counts.
 */
export interface RuleFormOf<R extends Rule> {
  readonly form: R['form']
  readonly combine: 'sum' | 'max'
  /** what one counted costs, whether a finding, the ledger or a test counts it. */
  readonly perCount?: (rule: R) => number
  /** what a finding costs that brings more than a count. */
  readonly contribution?: (rule: R, finding: Finding) => number
  /** what a value of the rule's measure costs. */
  readonly measured?: (rule: R, value: number) => number
  /** one Chinese sentence: what the rule says, what was found, what it costs or adds. */
  sentence(node: RuleExplained<R>): string
}

/** 一条规则的说明: what it took or gave, from which findings and ledger counts. */
export interface RuleExplained<R extends Rule = Rule> extends Explained {
  readonly kind: R['form']
  readonly rule: R
  /** how many in all, where the form counts. */
  readonly count: number
  readonly findings: readonly Finding[]
  readonly ledger: readonly LedgerCount[]
  /** the measure's value, where one drives the rule. */
  readonly measured?: number
  /** the amount before the rule's own cap, when the cap acted. */
  readonly beforeCap?: number
  /** where the same matter costs points too. (R17) */
  readonly alsoIn?: string
}

import type { Explained } from '../../kernel/explanation.ts'
import { type Points, printPoints } from '../../kernel/points.ts'
import type { RuleSum } from '../../scheme/forms/ruleForm.ts'
import { formOf, type Rule } from '../../scheme/forms/ruleForms.ts'
import type { Finding, LedgerCount } from '../../year/facts/facts.ts'

/** Explanation of a rule (一条规则的说明): what it took or gave, and from which findings and ledger counts. */
export interface RuleExplained<R extends Rule = Rule> extends Explained, RuleSum<R> {
  readonly kind: R['form']
  readonly findings: readonly Finding[]
  readonly ledger: readonly LedgerCount[]
  /** The amount before the rule's own cap, when the cap acted. */
  readonly beforeCap?: number
  /** Where the same matter also costs points. (R17) */
  readonly alsoIn?: string
  /** How many of the occurrences found cost points elsewhere instead, and where. (R17) */
  readonly elsewhere?: { readonly count: number; readonly place: string }
}

/** Returns the sentence of a rule (一条规则的句子): its own text, then what was found and what it costs or adds. */
export function ruleSentence(node: RuleExplained): string {
  return `${node.rule.text}，${ruleSaid(node)}`
}

/** Returns the sentence of a rule (一条规则的句子) without the rule's own text. */
export function ruleSaid(node: RuleExplained): string {
  const { rule, beforeCap, alsoIn, elsewhere } = node
  const capped =
    beforeCap === undefined ? '' : `（应计${printPoints(beforeCap as Points)}分，以该项上限为限）`
  const shared = alsoIn === undefined ? '' : `（同一事项在${alsoIn}也扣分）`
  const left =
    elsewhere === undefined ? '' : `（台账已记的${elsewhere.count}次只在${elsewhere.place}扣分，这里不再扣）`
  return `${formOf(rule).said(node)}${capped}${shared}${left}`
}

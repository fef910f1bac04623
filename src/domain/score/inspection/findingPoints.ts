import { NO_POINTS, type Points } from '../../kernel/points.ts'
import { multiplied } from '../../scheme/forms/ruleForm.ts'
import { countingOf, countOf, formOf, type Rule } from '../../scheme/forms/ruleForms.ts'
import type { Rulings } from '../../scheme/rulings.ts'
import type { Finding } from '../../year/facts/facts.ts'
import type { PreparedRule } from './preparedRubric.ts'

/** Returns the points of one finding (一条核查情况本身的分值): what it alone takes or gives under its rule, within the rule's own cap but without the row's floor and cap. (附件) */
export function findingPoints(rule: Rule, finding: Finding, rulings: Rulings): Points {
  const form = formOf(rule)
  const once = countingOf(rule, rulings.find('unclearUnit')?.answer) === 'once'
  const amount =
    form.combine?.(rule, [finding]) ??
    amountOf({ rule, form, each: form.perCount?.(rule), once }, finding, countOf(form.byPersons, finding))
  return Math.min(rule.cap ?? Number.POSITIVE_INFINITY, amount) as Points
}

/** Returns the deduction of one finding (一条核查情况的扣分), in thousandths, before the rule's cap. For forms that do not compare findings. */
export function amountOf(
  rule: Pick<PreparedRule, 'rule' | 'form' | 'each' | 'once'>,
  finding: Finding,
  count: number,
): number {
  const { each, once } = rule
  const plain =
    each === undefined
      ? (rule.form.contribution?.(rule.rule, once ? { ...finding, count: 1 } : finding) ?? NO_POINTS)
      : once
        ? each
        : each * count
  return finding.multiplier === undefined ? plain : multiplied(rule.rule, finding, plain)
}

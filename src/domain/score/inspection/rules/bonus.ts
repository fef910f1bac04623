import type { Finding } from '../../../year/facts/facts.ts'
import { NO_POINTS } from '../../../kernel/points.ts'
import type { BonusRule } from '../../../scheme/rubric.ts'
import { levelPoints } from './parallel.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 加分: once, or for each one when the rule says so; of one project the highest alone where `highestOnly` holds (就高). (附件 一.2) */
export const bonus: RuleFormOf<BonusRule> = {
  form: 'bonus',
  combine: 'sum',
  sentence: ({ rule, points }) => `${rule.text}，加${printAmount(points)}`,
}

/** 多项加分的合计, of one finding or more: the largest alone unless each counts; of one project the highest alone. */
export function combineBonuses(rule: BonusRule, findings: readonly Finding[]): number {
  const amounts =
    rule.highestOnly === true
      ? bestByProject(rule, findings)
      : findings.map(finding => bonusOf(rule, finding) * timesOf(rule, finding))
  return rule.each === true ? amounts.reduce((sum, amount) => sum + amount) : Math.max(...amounts)
}

function bestByProject(rule: BonusRule, findings: readonly Finding[]): readonly number[] {
  const best = new Map<string, number>()
  for (const finding of findings) {
    const [project, amount] = [finding.project ?? '', bonusOf(rule, finding)]
    best.set(project, Math.max(best.get(project) ?? amount, amount))
  }
  return [...best.values()]
}

function timesOf(rule: BonusRule, finding: Finding): number {
  return rule.each === true ? finding.count : 1
}

function bonusOf(rule: BonusRule, finding: Finding): number {
  return rule.levels === undefined ? (rule.points ?? NO_POINTS) : levelPoints(rule.levels, finding.level)
}

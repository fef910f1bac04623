import type { Finding } from '../../../cycle/facts.ts'
import type { BonusRule } from '../../../scheme/rubric.ts'
import { levelPoints } from './parallel.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 加分: once, or for each one when the rule says so; of one project the highest alone where `highestOnly` holds (就高). (附件 一.2) */
export const bonus: RuleFormOf<BonusRule> = {
  form: 'bonus',
  combine: 'sum',
  contribution: (rule, finding) => bonusOf(rule, finding) * (rule.each === true ? finding.count : 1),
  sentence: ({ rule, points }) => `${rule.text}，加${printAmount(points)}`,
}

/** 多项加分的合计: the largest alone unless each counts; of one project the highest alone. */
export function combineBonuses(rule: BonusRule, findings: readonly Finding[]): number {
  if (rule.highestOnly === true) {
    const best = new Map<string, number>()
    for (const finding of findings) {
      const project = finding.project ?? ''
      best.set(project, Math.max(best.get(project) ?? 0, bonusOf(rule, finding)))
    }
    const perProject = [...best.values()]
    return rule.each === true ? perProject.reduce((a, b) => a + b, 0) : Math.max(0, ...perProject)
  }
  const amounts = findings.map(finding => bonus.contribution(rule, finding))
  return rule.each === true ? amounts.reduce((a, b) => a + b, 0) : Math.max(0, ...amounts)
}

function bonusOf(rule: BonusRule, finding: Finding): number {
  return rule.levels === undefined ? (rule.points ?? 0) : levelPoints(rule.levels, finding.level)
}

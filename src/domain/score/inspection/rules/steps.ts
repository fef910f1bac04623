import { NO_POINTS, printPoints, type Points } from '../../../kernel/points.ts'
import type { StepsRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 阶梯扣分: so many points for each step of the measure beyond the start. */
export const steps: RuleFormOf<StepsRule> = {
  form: 'steps',
  combine: 'sum',
  measured: (rule, value) => rule.points * stepsBeyond(rule, value),
  sentence: ({ rule, measured = 0, count, points }) =>
    `${rule.text}，指标为${printPoints(measured as Points)}，${rule.direction === 'below' ? '低于' : '高于'}${printPoints(rule.start)}共${count}个步长（每步${printPoints(rule.size)}），每步扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}

/** 超出起点的步数: whole steps, a part of one dropped or counted as the rule says. */
export function stepsBeyond(rule: StepsRule, value: number): number {
  const beyond = Math.max(NO_POINTS, rule.direction === 'below' ? rule.start - value : value - rule.start)
  const rest = beyond % rule.size
  const whole = (beyond - rest) / rule.size
  return rest > 0 && rule.partial === 'counted' ? whole + 1 : whole
}

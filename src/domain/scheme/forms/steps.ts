import { NO_POINTS, printPoints, type Points, toDecimal } from '../../kernel/points.ts'
import { found } from '../schemeFault.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A deduction by steps (阶梯扣分): points for each step of a measure beyond a start (每低1个百分点扣0.5分). */
export interface StepsRule extends RuleCore {
  readonly form: 'steps'
  readonly measure: string
  readonly start: Points
  readonly direction: 'below' | 'above'
  readonly size: Points
  readonly points: Points
  /** How an incomplete step counts (不足一个步长): `dropped` ignores it, `counted` counts it as a full step. */
  readonly partial: 'dropped' | 'counted'
}

/** The form by steps (阶梯扣分): points for each step of the measure beyond the start. */
export const steps: RuleFormOf<StepsRule> = {
  form: 'steps',
  effect: 'deducts',
  counts: () => 'each',
  measured: (rule, value) => rule.points * stepsBeyond(rule, value),
  measuredCount: stepsBeyond,
  amounts: rule => amountIn('points', rule.points),
  *faults(rule, row, path) {
    if (rule.size > 0) return
    const id = `${row}/${rule.id}`
    const amount = toDecimal(rule.size)
    yield found('amountNotPositive', [...path, 'size'], { kind: 'rule', id, field: 'size', amount })
  },
  mostMeasured: (rule, { least, most }) => {
    const edge = rule.direction === 'below' ? least : most
    return edge === undefined || rule.size <= 0
      ? Number.POSITIVE_INFINITY
      : rule.points * stepsBeyond(rule, edge)
  },
  said: ({ rule, measured = 0, count, points }) =>
    `指标为${printPoints(measured as Points)}，${rule.direction === 'below' ? '低于' : '高于'}${printPoints(rule.start)}共${count}个步长（每步${printPoints(rule.size)}），每步扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}

/** Returns the number of steps beyond the start (超出起点的步数); an incomplete step is dropped or counted as the rule says. */
export function stepsBeyond(rule: Omit<StepsRule, 'form'>, value: number): number {
  const beyond = Math.max(NO_POINTS, rule.direction === 'below' ? rule.start - value : value - rule.start)
  const rest = beyond % rule.size
  const whole = (beyond - rest) / rule.size
  return rest > 0 && rule.partial === 'counted' ? whole + 1 : whole
}

import { printPoints, type Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'
import { steps, type StepsRule, stepsBeyond } from './steps.ts'

/** A bonus by steps (阶梯加分): points for each step of a measure beyond a start (每超1个百分点加0.5分). */
export interface BonusStepsRule extends RuleCore, Pick<StepsRule, 'measure' | 'start' | 'direction'> {
  readonly form: 'bonusSteps'
  readonly size: Points
  readonly points: Points
  readonly partial: StepsRule['partial']
}

const asSteps = (rule: BonusStepsRule): StepsRule => ({ ...rule, form: 'steps' })

/** The form of a bonus by steps (阶梯加分): points for each step of the measure beyond the start. */
export const bonusSteps: RuleFormOf<BonusStepsRule> = {
  form: 'bonusSteps',
  effect: 'adds',
  counts: () => 'each',
  measured: (rule, value) => rule.points * stepsBeyond(rule, value),
  measuredCount: stepsBeyond,
  topic: { name: 'bonusCap', on: 'row' },
  amounts: rule => amountIn('points', rule.points),
  faults: (rule, row, path) => steps.faults!(asSteps(rule), row, path),
  mostMeasured: (rule, ends) => steps.mostMeasured!(asSteps(rule), ends),
  said: ({ rule, measured = 0, count, points }) =>
    `指标为${printPoints(measured as Points)}，${rule.direction === 'below' ? '低于' : '高于'}${printPoints(rule.start)}共${count}个步长（每步${printPoints(rule.size)}），每步加${printAmount(rule.points)}，共加${printAmount(points)}`,
}

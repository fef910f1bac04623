import { found } from '../schemeFault.ts'
import { levelPoints } from './parallel.ts'
import { printAmount } from './printAmount.ts'
import { amountsIn, type Level, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A ladder (定档得分): the unit is placed on exactly one level and gets its points (一等10分、二等8分、三等6分). */
export interface LadderRule extends RuleCore {
  readonly form: 'ladder'
  /** The levels, best first. */
  readonly levels: readonly Level[]
}

/** The ladder form (定档得分): the points of the one level on which the unit is placed. They are given, not deducted. */
export const ladder: RuleFormOf<LadderRule> = {
  form: 'ladder',
  effect: 'adds',
  isOne: true,
  counts: () => 'once',
  contribution: (rule, finding) => levelPoints(rule.levels, finding.level),
  unitWord: '档',
  topic: { name: 'bonusCap', on: 'row' },
  amounts: rule => amountsIn('levels', rule.levels),
  *faults(rule, row, path) {
    const values = { row, rule: rule.id }
    if (rule.levels.length < 2) yield found('levelsEmpty', [...path, 'levels'], values)
    for (const [at, worse] of rule.levels.entries()) {
      const better = rule.levels[at - 1]
      if (better === undefined || worse.points < better.points) continue
      const reads = [[...path, 'levels']]
      const names = { better: better.name, worse: worse.name }
      yield found('levelsNotFalling', [...path, 'levels', at, 'points'], { ...values, ...names }, { reads })
    }
  },
  said: ({ rule, points, findings = [] }) => {
    const level = rule.levels.find(({ id }) => id === findings[0]?.level)
    return `评为${level === undefined ? '' : `“${level.name}”，`}得${printAmount(points)}`
  },
}

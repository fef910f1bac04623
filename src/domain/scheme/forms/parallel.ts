import { found } from '../schemeFault.ts'
import { printAmount } from './printAmount.ts'
import { amountsIn, type Level, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A deduction by level (分档并列扣分) (分别扣3、2、1分). */
export interface ParallelRule extends RuleCore {
  readonly form: 'parallel'
  readonly levels: readonly Level[]
}

/** The form by level (分档并列扣分): the amount of the finding's level, for each finding. */
export const parallel: RuleFormOf<ParallelRule> = {
  form: 'parallel',
  effect: 'deducts',
  counts: () => 'each',
  contribution: (rule, finding) => levelPoints(rule.levels, finding.level) * finding.count,
  amounts: rule => amountsIn('levels', rule.levels),
  *faults(rule, row, path) {
    if (rule.levels.length === 0) yield found('levelsEmpty', [...path, 'levels'], { row, rule: rule.id })
  },
  said: ({ rule, count, points }) =>
    `${rule.levels.map(level => `${level.name}${printAmount(level.points)}`).join('、')}，共${count}次，扣${printAmount(points)}`,
}

/** Returns the points of a level (某档的分值); an unknown level is a bug, since findings are checked on entry. */
export function levelPoints(levels: readonly Level[], id: string | undefined): number {
  for (const level of levels) if (level.id === id) return level.points
  throw new RangeError(`no such level: ${id}`)
}

import type { Level, ParallelRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 分档并列扣分: the amount of the finding's level, for each one found. */
export const parallel: RuleFormOf<ParallelRule> = {
  form: 'parallel',
  combine: 'sum',
  contribution: (rule, finding) => levelPoints(rule.levels, finding.level) * finding.count,
  sentence: ({ rule, count, points }) =>
    `${rule.text}，${rule.levels.map(level => `${level.name}${printAmount(level.points)}`).join('、')}，共${count}次，扣${printAmount(points)}`,
}

/** 某档的分值; a level that the rule lacks is a bug, since findings are checked on the way in. */
export function levelPoints(levels: readonly Level[], id: string | undefined): number {
  for (const level of levels) if (level.id === id) return level.points
  throw new RangeError(`no such level: ${id}`)
}

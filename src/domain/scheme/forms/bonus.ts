import { NO_POINTS, type Points } from '../../kernel/points.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { levelPoints } from './parallel.ts'
import { printAmount } from './printAmount.ts'
import {
  amountIn,
  amountsIn,
  type FoundFigures,
  type Level,
  multiplied,
  type RuleCore,
  type RuleFormOf,
} from './ruleForm.ts'

/** A bonus (加分) per occurrence or by level; with `highestOnly` only the best of one project counts (就高). (附件 一.2) */
export interface BonusRule extends RuleCore {
  readonly form: 'bonus'
  readonly points?: Points
  readonly levels?: readonly Level[]
  readonly highestOnly?: boolean
  /** Whether each finding counts; otherwise the bonus counts once. */
  readonly each?: boolean
}

/** The bonus form (加分): once, or for each finding if the rule says so; with `highestOnly` only the highest of one project (就高). (附件 一.2) */
export const bonus: RuleFormOf<BonusRule> = {
  form: 'bonus',
  effect: 'adds',
  counts: rule => (rule.each === true ? 'each' : 'once'),
  combine: combineBonuses,
  topic: { name: 'bonusCap', on: 'row' },
  amounts: rule => [...amountIn('points', rule.points), ...amountsIn('levels', rule.levels)],
  faults: bonusFaults,
  said: ({ points }) => `加${printAmount(points)}`,
}

/** Takes the largest bonus unless each counts; with `highestOnly`, the highest of each project. */
function combineBonuses(rule: BonusRule, findings: readonly FoundFigures[]): number {
  const amounts =
    rule.highestOnly === true
      ? bestByProject(rule, findings)
      : findings.map(finding => bonusOf(rule, finding, rule.each === true ? finding.count : 1))
  return rule.each === true ? amounts.reduce((sum, amount) => sum + amount) : Math.max(...amounts)
}

function bestByProject(rule: BonusRule, findings: readonly FoundFigures[]): readonly number[] {
  const best = new Map<string, number>()
  for (const finding of findings) {
    const [project, amount] = [finding.project ?? '', bonusOf(rule, finding, 1)]
    best.set(project, Math.max(best.get(project) ?? amount, amount))
  }
  return [...best.values()]
}

function bonusOf(rule: BonusRule, finding: FoundFigures, count: number): number {
  const own = rule.levels === undefined ? (rule.points ?? NO_POINTS) : levelPoints(rule.levels, finding.level)
  return multiplied(rule, finding, own * count)
}

function* bonusFaults(rule: BonusRule, row: string, path: FaultPath): Generator<Found> {
  const reads = [
    [...path, 'points'],
    [...path, 'levels'],
  ]
  const values = { row, rule: rule.id }
  if (rule.points === undefined && rule.levels === undefined)
    yield found('bonusUnclear', path, { ...values, has: 'neither' }, { reads })
  if (rule.points !== undefined && rule.levels !== undefined)
    yield found('bonusUnclear', path, { ...values, has: 'both' }, { reads })
  if (rule.levels?.length === 0) yield found('levelsEmpty', [...path, 'levels'], values)
}

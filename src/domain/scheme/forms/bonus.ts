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
  type RuleSum,
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
  said: sum => `加${printAmount(sum.points)}${describeDropped(sum)}`,
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
  return [...byProject(rule, findings).values()].map(([best]) => bonusOf(rule, best!, 1))
}

/** The findings of each project, the highest first. */
function byProject(
  rule: BonusRule,
  findings: readonly FoundFigures[],
): ReadonlyMap<string, readonly FoundFigures[]> {
  const projects = new Map<string, FoundFigures[]>()
  for (const finding of findings) {
    const own = projects.get(finding.project ?? '')
    if (own === undefined) projects.set(finding.project ?? '', [finding])
    else own.push(finding)
  }
  for (const own of projects.values())
    own.sort((one, other) => bonusOf(rule, other, 1) - bonusOf(rule, one, 1))
  return projects
}

/** Names each project of which only the highest finding counts, and what was dropped. */
function describeDropped({ rule, findings = [] }: RuleSum<BonusRule>): string {
  if (rule.highestOnly !== true) return ''
  const said = [...byProject(rule, findings)].flatMap(([project, [best, ...dropped]]) => {
    if (best === undefined || dropped.length === 0) return []
    const name = project === '' ? '没有写项目的各项' : `项目“${project}”`
    return [`${name}取${nameOf(rule, best)}，${dropped.map(one => nameOf(rule, one)).join('、')}不计`]
  })
  return said.length === 0 ? '' : `（就高：${said.join('；')}）`
}

function nameOf(rule: BonusRule, finding: FoundFigures): string {
  const level = rule.levels?.find(({ id }) => id === finding.level)
  return `${level?.name ?? '一项'}${printAmount(bonusOf(rule, finding, 1) as Points)}`
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

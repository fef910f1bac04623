import type { RuleExplained } from '../../../domain/score/inspection/ruleExplained.ts'
import { NO_POINTS, type Points, toDecimal } from '../../../domain/kernel/points.ts'
import type { Level } from '../../../domain/scheme/forms/ruleForm.ts'
import type { MeasureBand, TiersRule } from '../../../domain/scheme/forms/tiers.ts'
import { formOf, levelsOf } from '../../../domain/scheme/forms/ruleForms.ts'
import type { StepsRule } from '../../../domain/scheme/forms/steps.ts'

/** The calculation of a deduction: how 次数 and 每次 make the amount, as far as a formula can express it. */
export interface RuleFigures {
  /** the calculation in a few words. */
  readonly how: string
  /** points per occurrence (item, person, step). */
  readonly each?: number
  /** the number of occurrences, computed from the measure's cell. */
  readonly count?: (measure: string) => string
  /** the amount before the rule's own cap; absent where people set the figure. */
  readonly amount?: (cells: {
    readonly count: string
    readonly each: string
    readonly measure: string
  }) => string
}

const TIMES = ({ count, each }: { readonly count: string; readonly each: string }): string =>
  `${count}*${each}`
const ONCE = ({ count, each }: { readonly count: string; readonly each: string }): string =>
  `IF(${count}>0,${each},0)`

/** Returns the calculation of a rule, with a formula only where it equals the engine's amount. `once` marks a rule that counts once however many findings there are. */
export function ruleFigures(node: RuleExplained, once: boolean): RuleFigures {
  const before = node.beforeCap ?? Math.abs(node.points)
  const { rule, count } = node
  const form = formOf(rule)
  if (form.effect === 'zeroes') return { how: '本行不得分' }
  if (form.bounds !== undefined) return { how: '核查组酌定' }
  if ('bands' in rule) return { how: '按所在区间', amount: ({ measure }) => tiersFormula(rule, measure) }
  if ('size' in rule) {
    const figures = counted('times', rule.points, count, before)
    return { ...figures, how: '超出步数×每步', count: measure => stepsFormula(rule, measure) }
  }
  const counting = once && form.contribution === undefined ? 'once' : 'times'
  const levels = levelsOf(rule)
  const each = ('points' in rule ? rule.points : undefined) ?? NO_POINTS
  const figures =
    levels === undefined ? counted(counting, each, count, before) : byLevel(node, levels, counting, before)
  if (figures.amount !== undefined || form.combine === undefined) return figures
  return { how: 'highestOnly' in rule && rule.highestOnly === true ? '同一项目就高后合计' : '各档合计' }
}

type Counting = 'once' | 'times'

function counted(counting: Counting, each: Points, count: number, before: number): RuleFigures {
  const expected = counting === 'once' ? (count > 0 ? each : 0) : each * count
  if (expected !== before) return { how: '各项合计（含加倍、减半）' }
  return {
    how: counting === 'once' ? '只扣（加）一次' : '次数×每次',
    each: toDecimal(each),
    amount: counting === 'once' ? ONCE : TIMES,
  }
}

function byLevel(node: RuleExplained, levels: readonly Level[], counting: Counting, before: number) {
  const named = new Set(node.findings.map(finding => finding.level))
  const level = named.size === 1 ? levels.find(one => named.has(one.id)) : undefined
  if (level === undefined) return { how: '各档合计' }
  const figures = counted(counting, level.points, node.count, before)
  return { ...figures, how: figures.amount === undefined ? '各档合计' : `“${level.name}”档，${figures.how}` }
}

function stepsFormula({ start, direction, size, partial }: Omit<StepsRule, 'form'>, measure: string): string {
  const beyond = direction === 'below' ? `${toDecimal(start)}-${measure}` : `${measure}-${toDecimal(start)}`
  const steps = `MAX(0,ROUND((${beyond})*1000,0))/${size}`
  return partial === 'dropped' ? `INT(${steps})` : `-INT(-${steps})`
}

function tiersFormula({ bands }: Pick<TiersRule, 'bands'>, measure: string): string {
  return bands.reduceRight(
    (rest, band) => `IF(${bandTest(band, measure)},${toDecimal(band.points)},${rest})`,
    '0',
  )
}

function bandTest({ from, to, fromOpen, toClosed }: MeasureBand, measure: string): string {
  const tests = [
    ...(from === undefined ? [] : [`${measure}${fromOpen ? '>' : '>='}${toDecimal(from)}`]),
    ...(to === undefined ? [] : [`${measure}${toClosed ? '<=' : '<'}${toDecimal(to)}`]),
  ]
  return tests.length === 0 ? 'TRUE' : tests.length === 1 ? tests[0]! : `AND(${tests.join(',')})`
}

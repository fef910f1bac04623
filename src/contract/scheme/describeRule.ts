import type { RulePart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'
import { describeBounds } from './describeBounds.ts'

const PER = { year: '每年', quarter: '每季度', month: '每月' } as const

/** Describes what a rule does with its amounts, in one sentence shown beside its own text; `row` is the id of its row. (附件) */
export function describeRule(rule: RulePart, names: SchemeNames, row = ''): string {
  return [describeForm(rule, names), ...conditionsOf(rule, names, row)].join('；')
}

function describeForm(rule: RulePart, names: SchemeNames): string {
  switch (rule.form) {
    case 'flat':
      return `有此情形扣${rule.points}分，只扣一次`
    case 'perOccurrence':
      return `每查出一项扣${rule.points}分`
    case 'personOccasion':
      return `每人每次扣${rule.points}分`
    case 'perShortfall':
      return `${rule.requires.map(need => `“${names.nameOf(need.counter, 'counters')}”${PER[need.per]}应有${need.required}次`).join('，')}，每少一次扣${rule.points}分`
    case 'discretionary':
      return rule.limit === undefined ? '视情节扣分，幅度依口径' : `视情节扣分，最多${rule.limit}分`
    case 'range':
      return `视情节扣${rule.least}至${rule.limit}分，每档${rule.step}分`
    case 'parallel':
      return `分档扣分：${rule.levels.map(level => `${level.name}${level.points}分`).join('，')}`
    case 'steps':
      return `“${names.nameOf(rule.measure, 'measures')}”${rule.direction === 'below' ? '低于' : '高于'}${rule.start}的，每${rule.direction === 'below' ? '低' : '高'}${rule.size}扣${rule.points}分，不足一步的${rule.partial === 'dropped' ? '不计' : '按一步计'}`
    case 'tiers':
      return `按“${names.nameOf(rule.measure, 'measures')}”分段扣分：${rule.bands.map(band => `${describeBounds(band)}扣${band.points}分`).join('，')}`
    case 'zeroRow':
      return '有此情形本行不得分'
    case 'bonus':
      return describeBonus(rule)
  }
}

function describeBonus({ points, levels, highestOnly, each }: Extract<RulePart, { form: 'bonus' }>): string {
  const amount =
    levels === undefined
      ? `加${points ?? 0}分`
      : `分档加分：${levels.map(level => `${level.name}${level.points}分`).join('，')}`
  return `${each === true ? `每次${amount}` : `${amount}，只加一次`}${highestOnly === true ? '，同一项目就高不重复' : ''}`
}

function* conditionsOf(rule: RulePart, names: SchemeNames, row: string): Generator<string> {
  if (rule.cap !== undefined) yield `本条最多${rule.form === 'bonus' ? '加' : '扣'}${rule.cap}分`
  if (rule.counter !== undefined) yield `次数取自台账“${names.nameOf(rule.counter, 'counters')}”`
  if (rule.unclear === true) yield '按项还是按次依口径'
  for (const { name, times } of rule.multipliers ?? []) yield `${name}的乘以${times}`
  if (rule.exclusiveWith !== undefined && rule.exclusiveWith.length > 0) {
    yield `同一场次不与${rule.exclusiveWith.map(id => `“${names.ruleText(row, id)}”`).join('')}并用`
  }
  if (rule.most !== undefined) yield `次数至多${rule.most}`
}

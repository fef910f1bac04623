import { optionName } from './optionNames.ts'
import type { ConsequencePart, SchemeDocument } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'

/** Describes a consequence: whom it affects and what follows. (五（三）（四）) */
export function describeConsequence(
  { when, years, on, effect }: ConsequencePart,
  names: SchemeNames,
): string {
  const whom = `${describeWhen(when, names)}${years === undefined ? '' : `，连续${describeYears(years)}`}`
  const what =
    effect.kind === 'performanceDeduction'
      ? `绩效考核扣${effect.points}分`
      : `${effect.measure}${bracketed([
          effect.nextYear ? '下一年度执行' : '',
          effect.followUp === undefined ? '' : `后续事项：${optionName('followUp', effect.followUp)!}`,
        ])}`
  return `${whom}的${on === 'unit' ? '单位' : '考核对象'}：${what}`
}

function bracketed(parts: readonly string[]): string {
  const said = parts.filter(part => part !== '')
  return said.length === 0 ? '' : `（${said.join('，')}）`
}

function describeWhen(when: ConsequencePart['when'], names: SchemeNames): string {
  if (when.by === 'grade') return `综合评价为${when.grades.map(id => names.nameOf(id, 'grades')).join('或')}`
  const places = when.from === when.to ? `第${when.from}名` : `第${when.from}至${when.to}名`
  return `${when.by === 'fromBottom' ? '倒数' : ''}${places}`
}

function describeYears({ from, to }: NonNullable<ConsequencePart['years']>): string {
  if (to === undefined) return `${from}年以上`
  return from === to ? `${from}年` : `${from}至${to}年`
}

/** Describes the effect of a veto. */
export function describeVeto(effect: SchemeDocument['vetoes'][number]['effect'], names: SchemeNames): string {
  switch (effect.kind) {
    case 'deduct':
      return `综合得分扣${effect.points}分`
    case 'zero':
      return '综合得分记零'
    case 'disqualify':
      return '不参加排名'
    case 'gradeCap':
      return `等次最高为${names.nameOf(effect.grade, 'grades')}`
    case 'grade':
      return `等次定为${names.nameOf(effect.grade, 'grades')}`
  }
}

/** Describes who answers for a unit. (一) */
export function describeAnswerRule({
  kinds,
  headedByLeader,
  post,
  rank,
}: SchemeDocument['scope']['answers'][number]): string {
  const whom = [
    ...(headedByLeader === undefined
      ? []
      : [headedByLeader ? '上级领导兼任主要负责人的' : '上级领导不兼任主要负责人的']),
    ...(kinds === undefined ? [] : [kinds.join('、')]),
  ].join('')
  return `${whom === '' ? '其余单位' : whom}：${rank === undefined ? '' : `排序第${rank}的`}${post}`
}

import type { ComponentPart, MethodPart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'

const WITHIN = { leadUnit: '牵头单位之内', cohort: '类别之内', all: '全体之内' } as const

/** 计分方法的说法: whom it scores and how. (三（二）) */
export function describeMethod(method: MethodPart, names: SchemeNames): string {
  const tiers =
    method.tiers === undefined ? '' : `${method.tiers.map(id => names.nameOf(id, 'tiers')).join('、')}：`
  return `${tiers}${describeKind(method, names)}`
}

function describeKind(method: MethodPart, names: SchemeNames): string {
  const listed = (items: readonly { readonly name: string }[]): string =>
    items.map(item => item.name).join('、')
  switch (method.kind) {
    case 'rubric':
      return `按“${names.nameOf(method.rubric, 'rubrics')}”逐行计分，一年${method.rounds}轮`
    case 'ledger':
      return '按台账计分'
    case 'quotaGrading':
      return `${WITHIN[method.within]}按${method.grades.map(grade => `${grade.name}${grade.share}`).join('：')}评等次`
    case 'survey':
      return `向${listed(method.groups)}作民意调查，答案为${listed(method.answers)}`
    case 'ballots':
      return `${listed(method.classes)}测评，${method.marks === 'points' ? `打分，满分${method.full}` : `评${listed(method.grades ?? [])}，满分${method.full}`}`
    case 'measure':
      return `以指标“${names.nameOf(method.measure, 'measures')}”的数值为得分`
  }
}

/** 得分换算的说法. */
export function describeConversion(conversion: NonNullable<ComponentPart['conversion']>): string {
  if (conversion.kind === 'ratioToBest') return `与最高者之比，最高者得${conversion.full}分`
  const { table, step, least } = conversion
  return `按名次赋分：${table.join('、')}分，其后每名少${step}分，最低${least}分`
}

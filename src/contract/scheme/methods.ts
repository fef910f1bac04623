import type { ComponentPart, MethodPart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'

/** Words for a method: its name in forms, in workbooks and above its explanation, and its description. */
interface MethodWords<M extends MethodPart> {
  readonly name: string
  readonly short: string
  /** Heading of its explanation, if different from its name. */
  readonly title?: string
  readonly describe: (method: M, names: SchemeNames) => string
}

const WITHIN = { leadUnit: '牵头单位之内', cohort: '类别之内', all: '全体之内' } as const

const listed = (items: readonly { readonly name: string }[]): string =>
  items.map(item => item.name).join('、')

/** Words for every method, in the order that forms offer them. (三（二）) */
export const methodWords: {
  readonly [K in MethodPart['kind']]: MethodWords<Extract<MethodPart, { kind: K }>>
} = {
  rubric: {
    name: '按评分细则计分',
    short: '评分细则',
    describe: ({ rubric, rounds }, names) =>
      `按“${names.nameOf(rubric, 'rubrics')}”逐行计分，一年${rounds}轮`,
  },
  ledger: { name: '按台账计分', short: '台账', title: '台账计分', describe: () => '按台账计分' },
  quotaGrading: {
    name: '按比例评等次',
    short: '评定等次',
    title: '日常等次',
    describe: ({ within, grades }) =>
      `${WITHIN[within]}按${grades.map(grade => `${grade.name}${grade.share}`).join('：')}评等次`,
  },
  survey: {
    name: '民意调查',
    short: '问卷调查',
    title: '民意调查得分',
    describe: ({ groups, answers }) => `向${listed(groups)}作民意调查，答案为${listed(answers)}`,
  },
  ballots: {
    name: '测评票',
    short: '测评票',
    title: '测评得分',
    describe: ({ classes, marks, grades, full }) =>
      `${listed(classes)}测评，${marks === 'points' ? '打分' : `评${listed(grades ?? [])}`}，满分${full}`,
  },
  measure: {
    name: '以指标数值为得分',
    short: '指标',
    describe: ({ measure }, names) => `以指标“${names.nameOf(measure, 'measures')}”的数值为得分`,
  },
}

/** Describes a method: whom it scores and how. (三（二）) */
export function describeMethod(method: MethodPart, names: SchemeNames): string {
  const tiers =
    method.tiers === undefined ? '' : `${method.tiers.map(id => names.nameOf(id, 'tiers')).join('、')}：`
  return `${tiers}${methodWords[method.kind].describe(method as never, names)}`
}

/** Describes a score conversion. */
export function describeConversion(conversion: NonNullable<ComponentPart['conversion']>): string {
  if (conversion.kind === 'ratioToBest') return `与最高者之比，最高者得${conversion.full}分`
  const { table, step, least } = conversion
  return `按名次赋分：${table.join('、')}分，其后每名少${step}分，最低${least}分`
}

import { ruleFieldOptions, ruleFormWords } from './forms/ruleFormWords.ts'
import { countedFromNames } from '../ledger/countedFrom.ts'
import { methodWords } from './methods.ts'

/** Chinese words of options by field, as used in forms and differences. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'counters.kind': { done: '做了几次', fault: '差错几次' },
  'counters.from': countedFromNames,
  'methods.kind': namesOf(methodWords),
  within: { leadUnit: '牵头单位之内', cohort: '类别之内', all: '全体' },
  marks: { points: '打分', grades: '评等次' },
  'conversion.kind': { ratioToBest: '与最高分之比', rankToPoints: '按名次赋分' },
  floor: { negative: '可以倒扣' },
  form: namesOf(ruleFormWords),
  ...ruleFieldOptions,
  'effect.kind': {
    performanceDeduction: '绩效扣分',
    measure: '采取措施',
    deduct: '扣综合得分',
    zero: '综合得分记零',
    disqualify: '不参加排名',
    gradeCap: '等次最高为',
    grade: '等次定为',
  },
  followUp: {
    talk: '约谈',
    proposal: '提出组织调整建议',
    supervision: '列入下一年度重点督查',
    none: '没有',
  },
  by: { fromBottom: '倒数名次', fromTop: '顺数名次', grade: '等次' },
  on: { unit: '单位', appraisee: '考核对象' },
  state: { stated: '通知已写明', settled: '已确认', assumed: '暂按默认', open: '未答复' },
  // answers of rulings
  emptyGroup: { renormalise: '其余人群按比例分担', refuse: '不计分，由组织者决定' },
  emptyClass: { renormalise: '其余票种按比例分担', refuse: '不计分，由组织者决定' },
  pooling: { plainMean: '全部有效票直接平均', classWeights: '按票种加权' },
  'voids.kind': { allEqual: '各项评价全部相同', tooManyHigh: '高分过多' },
  acrossEdge: { lighter: '从轻一档', heavier: '从重一档', committee: '由考核组织者定' },
  places: { competition: '并列占位（1、2、2、4）', dense: '并列不占位（1、2、2、3）' },
  'answer.kind': { count: '按人数', share: '按比例' },
  below: { committee: '由考核组织者定', apply: '照样适用' },
  'quotas.kind': { atMost: '该等次及以上不超过', atLeast: '该等次及以下不少于' },
  round: { down: '舍去小数', up: '有小数即进一', halfUp: '四舍五入' },
  limit: { row: '本行分值' },
  countsIn: { both: '两处都扣', ledger: '只在台账扣', rubric: '只在评分细则扣' },
  use: { informs: '只供参考', rule: '按规则扣分', weighted: '按比例计入' },
  half: { up: '四舍五入', even: '四舍六入五成双' },
  meaning: {
    results: '成绩',
    practice: '特色做法',
    problems: '问题及原因',
    nextSteps: '下步打算',
    lastYear: '上年度问题整改',
  },
  of: { results: '成绩', problems: '问题和下步打算' },
  convenor: { committee: '组织考核者', leadUnit: '牵头单位各自召集' },
  practice: { results: '算成绩', problems: '算问题', neither: '不算' },
  lastYear: { results: '算成绩', problems: '算问题', neither: '不算' },
  small: { merge: '合并计票', withhold: '不公布也不计分' },
  'answer.answers': { holderOnDay: '某日在任者', longestHolder: '全年在任最久者' },
}

function namesOf(
  words: Readonly<Record<string, { readonly name: string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([kind, { name }]) => [kind, name]))
}

/** Returns the options of a field, values with their Chinese words in form order; none if the field is free. */
export function optionsOf(field: string): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(OPTIONS[field] ?? {}).map(([value, label]) => ({ value, label }))
}

/** Returns the Chinese word of an option in a field, or within its context; `undefined` if it is not an option. */
export function optionName(field: string, value: string, around?: string): string | undefined {
  return OPTIONS[`${around ?? ''}.${field}`]?.[value] ?? OPTIONS[field]?.[value]
}

import type { BallotScale, RulingTopic } from '../../domain/scheme/ruling.ts'
import type { RulingPart } from './schemeDocument.ts'
import { optionName } from './optionNames.ts'
import type { SchemeNames } from './schemeNames.ts'
import { describeBounds } from './describeBounds.ts'
import { describeMonthDay } from './describeMonthDay.ts'

/** 某一事项的答案 in file shape. */
export type AnswerPart<T extends RulingTopic> = NonNullable<Extract<RulingPart, { topic: T }>['answer']>

type Table = Readonly<Record<string, number | null>>
type Tellers = { readonly [T in RulingTopic]: (answer: AnswerPart<T>, names: SchemeNames) => string }

/** 口径答案的说法: the answer as data, in words; what a clerk reads before settling it. (R1-R23) */
export function describeAnswer(topic: RulingTopic, answer: unknown, names: SchemeNames): string {
  return (TELLERS[topic] as (answer: unknown, names: SchemeNames) => string)(answer, names)
}

const option =
  (topic: string) =>
  (answer: string): string =>
    optionName(topic, answer) ?? answer

const TELLERS: Tellers = {
  combineRounds: option('combineRounds'),
  rowFloor: option('rowFloor'),
  bonusCap: option('bonusCap'),
  quotaRounding: option('quotaRounding'),
  gradePoints: ({ points }, names) => describeTable(points, names, '分'),
  ledgerTariff: ({ base, tariff }, names) =>
    `满分${base}，每次扣：${
      Object.entries(tariff)
        .map(([id, points]) => `${names.nameOf(id, 'counters')}${points}分`)
        .join('，') || '无'
    }`,
  surveyScale: ({ points, weights, minimumValid, emptyGroup }, names) =>
    [
      describeTable(points, names, '分'),
      `权重 ${describeTable(weights, names, '')}`,
      `有效答卷不足${minimumValid}份不计分`,
      `某人群没有答卷时${option('emptyGroup')(emptyGroup)}`,
    ].join('；'),
  ballotScale: (answer, names) => [...describeBallots(answer, names)].join('；'),
  ties: ({ breakBy, acrossEdge, places }, names) =>
    [
      breakBy.length === 0
        ? '不再比较'
        : `依次比较${breakBy.map(id => names.nameOf(id, 'components')).join('、')}`,
      `跨名次段${option('acrossEdge')(acrossEdge)}`,
      option('places')(places),
    ].join('；'),
  rankingScope: option('rankingScope'),
  smallCohort: answer =>
    answer.kind === 'share'
      ? `名次段按每${answer.ofEvery}名折算`
      : `满${answer.minimum}个考核对象适用，不足的${option('below')(answer.below)}`,
  overallGrades: ({ grades, quotas, preconditions }, names) =>
    [
      grades.map(grade => `${grade.name}：${describeBounds(grade)}`).join('，'),
      ...quotas.map(
        ({ kind, grade, percent, round }) =>
          `${names.nameOf(grade, 'grades')}${kind === 'atMost' ? '及以上不超过' : '及以下不少于'}${percent}%（${option('round')(round)}）`,
      ),
      ...preconditions.map(
        ({ grade, component, atLeast }) =>
          `${names.nameOf(grade, 'grades')}须${names.nameOf(component, 'components')}满${atLeast}分`,
      ),
    ].join('；'),
  streakFollows: option('streakFollows'),
  discretionary: ({ step, limit, reasonRequired }) =>
    `每档${step}分，最多${limit === 'row' ? '扣完本行' : `${limit}分`}，${reasonRequired ? '须写理由' : '不必写理由'}`,
  reportDue: ({ due }) => describeMonthDay(due),
  performanceConversion: ({ percent }) => `综合得分的${percent}%`,
  doubleCounting: ({ counters, countsIn }, names) =>
    counters.length === 0
      ? '没有两处都会扣的事项'
      : `${counters.map(id => names.nameOf(id, 'counters')).join('、')}：${option('countsIn')(countsIn)}`,
  knowledgeTest: (answer, names) =>
    answer.use === 'informs'
      ? '只供参考，不计分'
      : `按${answer.row}的规则“${names.ruleText(answer.row, answer.rule)}”扣分`,
  missingComponent: option('missingComponent'),
  rounding: ({ decimals, half, roundComponents }) =>
    `${decimals === 0 ? '取整数' : `保留${decimals}位小数`}，${option('half')(half)}，分项得分${roundComponents ? '先修约' : '不修约'}`,
  midYearChange: answer =>
    answer.answers === 'longestHolder' ? '全年在任最久者作答' : `${describeMonthDay(answer.day)}在任者作答`,
  leadInspections: answer => (answer.use === 'informs' ? '只供参考，不计分' : `按${answer.percent}%计入`),
  unclearUnit: option('unclearUnit'),
  note: answer => answer,
}

function describeTable(table: Table, names: SchemeNames, unit: string): string {
  return Object.entries(table)
    .map(([id, value]) => `${names.nameOf(id)}${value === null ? '不计' : `${value}${unit}`}`)
    .join('，')
}

function* describeBallots(answer: AnswerPart<'ballotScale'>, names: SchemeNames): Generator<string> {
  const { pooling, weights, emptyClass, trim, voids, gradePoints } = answer
  yield `${optionName('pooling', pooling)}${weights === undefined ? '' : `（${describeTable(weights, names, '')}）`}`
  if (gradePoints !== undefined) yield describeTable(gradePoints, names, '分')
  if (pooling === ('classWeights' satisfies BallotScale['pooling']))
    yield `某票种没有票时${optionName('emptyClass', emptyClass)}`
  yield trim === undefined ? '不去最高最低' : `多于${trim.above}张时去掉最高、最低各${trim.drop}张`
  for (const rule of voids)
    yield rule.kind === 'allEqual'
      ? '各项评价全部相同的作废'
      : `不低于${rule.atLeast}分的超过${rule.moreThan}个的作废`
}

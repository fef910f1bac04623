import { optionName } from './optionNames.ts'
import type { AnswerPart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'

/** Describes points or weights by id. */
export function describeTable(
  table: Readonly<Record<string, number | null>>,
  names: SchemeNames,
  unit: string,
): string {
  return Object.entries(table)
    .map(([id, value]) => `${names.nameOf(id)}${value === null ? '不计' : `${value}${unit}`}`)
    .join('，')
}

/** Describes how a survey is scored. (R7) */
export function describeSurveyScale(
  { points, weights, minimumValid, emptyGroup }: AnswerPart<'surveyScale'>,
  names: SchemeNames,
): string {
  return [
    describeTable(points, names, '分'),
    `权重 ${describeTable(weights, names, '')}`,
    `有效答卷不足${minimumValid}份不计分`,
    `某人群没有答卷时${optionName('emptyGroup', emptyGroup)}`,
  ].join('；')
}

/** Describes how ballots are scored. (R8) */
export function describeBallotScale(answer: AnswerPart<'ballotScale'>, names: SchemeNames): string {
  const { pooling, weights, emptyClass, trim, voids, gradePoints } = answer
  return [
    `${optionName('pooling', pooling)}${weights === undefined ? '' : `（${describeTable(weights, names, '')}）`}`,
    ...(gradePoints === undefined ? [] : [describeTable(gradePoints, names, '分')]),
    ...(pooling === 'classWeights' ? [`某票种没有票时${optionName('emptyClass', emptyClass)}`] : []),
    trim === undefined ? '不去最高最低' : `多于${trim.above}张时去掉最高、最低各${trim.drop}张`,
    ...voids.map(rule =>
      rule.kind === 'allEqual'
        ? '各项评价全部相同的作废'
        : `不低于${rule.atLeast}分的超过${rule.moreThan}个的作废`,
    ),
  ].join('；')
}

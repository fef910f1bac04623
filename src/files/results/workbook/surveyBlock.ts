import { toDecimal } from '../../../domain/kernel/points.ts'
import type { SurveyMethod } from '../../../domain/scheme/component.ts'
import { isNode, type Node, partsOf } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { roundedDecimal } from './decimalOf.ts'
import { MEAN, ratioFormula, roundedFormula } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import { type Here, type TableColumn } from './table.ts'
import { describeHeading } from './describeNote.ts'
import { type MeanPart, weightedMeans } from './weightedMeans.ts'
import { wholeUnit } from './wholeUnit.ts'

/** Creates the columns of the survey (民意调查): one count per answer for each group, the scored answers and their mean; groups combined by weight. (三（二）3, R7) */
export function surveyBlock(
  context: BookContext,
  key: string,
  method: SurveyMethod,
  component: string,
): MethodBlock {
  const { styles, outcome, prepared } = context
  const scale = prepared.rulings.answer('surveyScale', component)
  const notes = prepared.rulings.notes('surveyScale', component)
  const unit = wholeUnit(method.answers.map(answer => scale.points[answer.id] ?? 0))
  const heading = (line: string): string => describeHeading(outcome.scheme, method.citation, [line], notes)
  const answerKey = (group: number, answer: number): string => `${key}.${group}.${answer}`
  const scored = method.answers.flatMap((answer, at) =>
    (scale.points[answer.id] ?? null) === null ? [] : [at],
  )
  const validOf = (here: Here, group: number): string =>
    scored.map(answer => here.at(answerKey(group, answer))).join('+') || '0'
  const sumOf = (here: Here, group: number): string =>
    scored
      .map(answer => {
        const worth = here.parameter(answerKey(group, answer))
        return `${here.at(answerKey(group, answer))}*${unit === 1 ? worth : `ROUND(${worth}*${unit},0)`}`
      })
      .join('+') || '0'

  const columns = method.groups.flatMap((group, at): TableColumn<ComponentLine>[] => [
    ...method.answers.map((answer, place): TableColumn<ComponentLine> => {
      const worth = scale.points[answer.id] ?? null
      return {
        key: answerKey(at, place),
        head: `${group.name}${answer.name}`,
        width: 9,
        style: styles.integer,
        parameter: worth === null ? '不计' : toDecimal(worth),
        note: heading(worth === null ? '不计分' : `每份${toDecimal(worth)}分`),
        cell: line => countOf(context, line, method, component, group.id, answer.id),
      }
    }),
    {
      key: `${key}.${at}.valid`,
      head: `${group.name}计分份数`,
      width: 9,
      style: styles.integer,
      cell: (line, here) =>
        isScored(line, method)
          ? { value: groupOf(line, group.name)?.valid ?? 0, formula: validOf(here, at) }
          : undefined,
    },
    {
      key: `${key}.${at}.mean`,
      head: `${group.name}平均`,
      width: 10,
      style: styles.mean,
      parameter: scale.weights[group.id] ?? 0,
      note: heading(`组内平均；权重${scale.weights[group.id] ?? 0}`),
      cell: (line, here) => {
        const found = groupOf(line, group.name)
        if (found === undefined) return undefined
        const ratio = ratioFormula(
          sumOf(here, at),
          1,
          unit,
          1000 * sumNow(found, unit),
          here.at(`${key}.${at}.valid`),
        )
        return {
          value: roundedDecimal(found.exact, MEAN.decimals),
          formula: roundedFormula(ratio, MEAN, found.exact),
        }
      },
    },
  ])
  return {
    method,
    wholeThousandths: false,
    rounds: false,
    columns,
    ratio: (line, here) => {
      const parts = method.groups.flatMap((group, at): MeanPart[] => {
        const found = groupOf(line, group.name)
        if (found === undefined) return []
        const [sum, count] = [sumOf(here, at), here.at(`${key}.${at}.valid`)]
        return [{ sum, count, weight: found.weight, size: sumNow(found, unit), members: found.valid }]
      })
      return parts.length === 0 ? undefined : weightedMeans(parts, unit, 1, 1)
    },
  }
}

/** Returns the current sum of the answers, in parts of a point. */
function sumNow({ answers }: Node<'surveyGroup'>, unit: number): number {
  return answers.reduce(
    (total, { worth, count }) => total + (worth === null ? 0 : count * Math.round((worth * unit) / 1000)),
    0,
  )
}

function isScored({ method, node }: ComponentLine, own: SurveyMethod): boolean {
  return method === own && node !== undefined && isNode(node, 'survey')
}

function groupOf({ node }: ComponentLine, name: string): Node<'surveyGroup'> | undefined {
  return node !== undefined && isNode(node, 'survey')
    ? partsOf(node, 'surveyGroup').find(group => group.name === name)
    : undefined
}

/** Returns the count of an answer, even where there are too few answers for a score. */
function countOf(
  { outcome }: BookContext,
  { unit, method }: ComponentLine,
  own: SurveyMethod,
  component: string,
  group: string,
  answer: string,
): number | undefined {
  if (method !== own) return undefined
  const tallies = outcome.components.facts
    .get(unit.appraisee.unit)
    ?.surveys.filter(one => one.component === component && one.group === group)
  if (tallies === undefined || tallies.length === 0) return undefined
  return tallies.reduce((sum, tally) => sum + (tally.answers[answer] ?? 0), 0)
}

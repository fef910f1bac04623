import type { SurveyTally } from '../../year/facts/facts.ts'
import { type ExactExplained, NO_PARTS, NO_RULINGS, type RulingNote } from '../../kernel/explanation.ts'
import { by, type Fraction, over, plus, ratio, whole } from '../../kernel/fraction.ts'
import { points, printPoints } from '../../kernel/points.ts'
import { nearestThousandth } from '../../kernel/rounding.ts'
import type { SurveyMethod } from '../../scheme/component.ts'
import type { SurveyScale } from '../../scheme/ruling.ts'
import type { Missing } from '../missing.ts'

/** Explanation of a survey score (民意调查得分的说明): one part for each group. (三（二）3, R7) */
interface SurveyExplained extends ExactExplained {
  readonly kind: 'survey'
  readonly valid: number
}

/** Explanation of a survey group (一类调查对象的说明): the mean of its scored answers. (R7) */
export interface SurveyGroupExplained extends ExactExplained {
  readonly kind: 'surveyGroup'
  readonly name: string
  readonly weight: number
  readonly valid: number
  readonly unscored: number
  readonly answers: readonly {
    readonly name: string
    readonly count: number
    readonly worth: number | null
  }[]
}

/**
 * Scores the survey (民意调查得分): the mean of the scored answers inside each group, groups weighted (R7).
 * Missing without a tally, with fewer valid answers than the minimum, or with an empty group where the
 * scale refuses one; otherwise the other groups share its weight. (三（二）3)
 */
export function scoreSurvey(
  tallies: readonly SurveyTally[],
  method: SurveyMethod,
  scale: SurveyScale,
  notes: readonly RulingNote[],
): SurveyExplained | Missing {
  if (tallies.length === 0) return { missing: 'noSurvey' }
  const groups = method.groups.map(group => scoreGroup(group, tallies, method, scale))
  const valid = groups.reduce((sum, group) => sum + (group?.valid ?? 0), 0)
  if (valid < scale.minimumValid || valid === 0) return { missing: 'tooFewAnswers' }
  const present = groups.filter(group => group !== undefined)
  if (present.length < groups.length && scale.emptyGroup === 'refuse') return { missing: 'emptySurveyGroup' }
  const weights = present.reduce((sum, group) => sum + points(group.weight), 0)
  if (weights === 0) return { missing: 'emptySurveyGroup' }
  const weighted = present.map(group => by(group.exact, whole(points(group.weight)))).reduce(plus, whole(0))
  const exact = over(weighted, whole(weights))
  return {
    kind: 'survey',
    citation: method.citation,
    points: nearestThousandth(exact),
    exact,
    parts: present,
    rulings: notes,
    valid,
  }
}

/** Returns the sentence of a survey score (民意调查的句子). */
export function surveySentence({ valid, points: score, parts }: SurveyExplained): string {
  return `民意调查有效答卷${valid}份，${parts.length}类对象按权重合成，得${printPoints(score)}分`
}

/** Returns the sentence of a survey group (一类调查对象的句子). */
export function surveyGroupSentence({
  name,
  weight,
  valid,
  unscored,
  answers,
  points: score,
}: SurveyGroupExplained): string {
  const told = answers.filter(answer => answer.count > 0).map(answer => `${answer.name}${answer.count}份`)
  const rest = unscored > 0 ? `（其中${unscored}份不计分）` : ''
  return `${name}（权重${weight}）：${told.join('、')}${rest}，计分${valid}份，平均${printPoints(score)}分`
}

function scoreGroup(
  group: { readonly id: string; readonly name: string },
  tallies: readonly SurveyTally[],
  method: SurveyMethod,
  scale: SurveyScale,
): SurveyGroupExplained | undefined {
  let sum = 0
  let valid = 0
  let unscored = 0
  const answers = method.answers.map(answer => {
    const worth = scale.points[answer.id] ?? null
    const count = countOf(tallies, group.id, answer.id)
    if (worth === null) unscored += count
    else {
      valid += count
      sum += count * worth
    }
    return { name: answer.name, count, worth }
  })
  if (valid === 0) return undefined
  const exact: Fraction = ratio(sum, valid)
  return {
    kind: 'surveyGroup',
    citation: method.citation,
    points: nearestThousandth(exact),
    exact,
    parts: NO_PARTS,
    rulings: NO_RULINGS,
    name: group.name,
    weight: scale.weights[group.id] ?? 0,
    valid,
    unscored,
    answers,
  }
}

function countOf(tallies: readonly SurveyTally[], group: string, answer: string): number {
  let count = 0
  for (const tally of tallies) if (tally.group === group) count += tally.answers[answer] ?? 0
  return count
}

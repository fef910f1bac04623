import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import { answerFor, eachAnswer } from './eachAnswer.ts'
import { eachMethodOf, type PlacedMethod } from './eachMethod.ts'
import type { SurveyMethod } from '../component.ts'
import { checkHasAll, checkScaleKeys, checkWorth } from './scaleFaults.ts'
import { checkWeights } from './tableWeights.ts'

/** Checks survey scoring (民意调查计分): each answer has points or is marked unscored, each group has a weight, and the weights are not all zero. (三（二）3, R7) */
export function* checkSurveys(scheme: Scheme): Generator<Found> {
  const methods = [...eachMethodOf(scheme, 'survey')]
  for (const { component, componentPath, method, path } of methods) {
    const placed = answerFor(scheme, 'surveyScale', component.id)
    if (placed === undefined) continue
    const scale = { component, componentPath, ruling: placed.ruling }
    const answers = {
      ...scale,
      path: [...placed.path, 'points'],
      ids: method.answers,
      idsAt: [...path, 'answers'],
    }
    yield* checkWorth('answer', placed.answer.points, answers, component.base)
    const groups = {
      ...scale,
      path: [...placed.path, 'weights'],
      ids: method.groups,
      idsAt: [...path, 'groups'],
    }
    yield* checkHasAll('weightMissing', 'group', placed.answer.weights, groups)
  }
  for (const { answer, ruling, path } of eachAnswer(scheme, 'surveyScale')) {
    yield* checkScaleKeys(
      'answer',
      answer.points,
      { ruling, path: [...path, 'points'] },
      idsOf(methods, 'answers'),
    )
    yield* checkScaleKeys(
      'group',
      answer.weights,
      { ruling, path: [...path, 'weights'] },
      idsOf(methods, 'groups'),
    )
    const weights = checkWeights(ruling, answer.weights, [...path, 'weights'])
    yield* weights.faults
    if (weights.sum <= 0)
      yield found(
        'groupWeightsOff',
        [...path, 'weights'],
        { ruling: ruling.id, sum: weights.sum },
        { citation: ruling.citation },
      )
    const worths = Object.values(answer.points)
    if (worths.every(worth => worth === null))
      yield found('nothingScored', [...path, 'points'], { ruling: ruling.id }, { citation: ruling.citation })
  }
}

function idsOf(methods: readonly PlacedMethod<SurveyMethod>[], list: 'answers' | 'groups') {
  return {
    known: methods.map(({ component, method }) => ({
      component: component.id,
      ids: method[list].map(({ id }) => id),
    })),
    knownAt: [
      ['components', '*', 'id'],
      ['components', '*', 'methods', '*', 'kind'],
      ...methods.map(({ path }) => [...path, list, '*', 'id']),
    ],
  }
}

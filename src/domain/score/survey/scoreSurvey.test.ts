import { describe, expect, test } from 'vitest'
import { compareFractions, over, whole } from '../../kernel/fraction.ts'
import { points } from '../../kernel/points.ts'
import type { SurveyMethod } from '../../scheme/component.ts'
import type { SurveyScale } from '../../scheme/ruling.ts'
import { isMissing } from '../missing.ts'
import { scoreSurvey, type SurveyGroupExplained, surveyGroupSentence, surveySentence } from './scoreSurvey.ts'

const named = (id: string) => ({ id, name: id })
const method: SurveyMethod = {
  kind: 'survey',
  citation: '三（二）3',
  groups: [named('党员'), named('群众')],
  answers: ['满意', '一般', '不了解'].map(named),
}
const scale: SurveyScale = {
  points: { 满意: points(100), 一般: points(80), 不了解: null },
  weights: { 党员: 50, 群众: 50 },
  minimumValid: 10,
  emptyGroup: 'refuse',
}

const tally = (group: string, 满意: number, 一般: number, 不了解 = 0) => ({
  unit: 'u',
  component: 'survey',
  group,
  answers: { 满意, 一般, 不了解 },
})

function score(tallies: readonly ReturnType<typeof tally>[], changed: Partial<SurveyScale> = {}) {
  const found = scoreSurvey(tallies, method, { ...scale, ...changed }, [])
  if (isMissing(found)) return found.missing
  return found
}

function expectScore(found: ReturnType<typeof score>, num: number, den = 1): void {
  if (typeof found === 'string') throw new Error(found)
  expect(compareFractions(found.exact, over(whole(points(num)), whole(den)))).toBe(0)
}

describe('三（二）3, R7 survey scores', () => {
  test('the score is the exact mean inside each group, both groups weighted equally', () => {
    expectScore(score([tally('党员', 3, 4), tally('群众', 2, 1, 9)]), (620 / 7 + 280 / 3) * 21 * 0.5, 21)
  })

  test('unscored answers are described, not counted', () => {
    const found = score([tally('党员', 5, 5, 7), tally('群众', 5, 0)])
    if (typeof found === 'string') throw new Error(found)
    const parts = found.parts as readonly SurveyGroupExplained[]
    expect([found.valid, parts[0]!.valid, parts[0]!.unscored, parts[1]!.unscored]).toEqual([15, 10, 7, 0])
    expect(surveySentence(found)).toBe('民意调查有效答卷15份，2类对象按权重合成，得95.00分')
    expect(surveyGroupSentence(parts[0]!)).toBe(
      '党员（权重50）：满意5份、一般5份、不了解7份（其中7份不计分），计分10份，平均90.00分',
    )
    expect(surveyGroupSentence(parts[1]!)).toBe('群众（权重50）：满意5份，计分5份，平均100.00分')
  })

  test('weights may be of any size', () => {
    expectScore(
      score([tally('党员', 10, 0), tally('群众', 0, 10)], { weights: { 党员: 0.3, 群众: 0.1 } }),
      95,
    )
  })

  test('two tallies of one group add up', () => {
    expectScore(score([tally('党员', 5, 0), tally('党员', 0, 5), tally('群众', 1, 0)]), 95)
  })

  test.each([
    ['nothing at all', [], {}, 'noSurvey'],
    ['one answer too few', [tally('党员', 5, 0), tally('群众', 4, 0)], {}, 'tooFewAnswers'],
    [
      'nobody has a view, and no least number',
      [tally('党员', 0, 0, 9), tally('群众', 0, 0, 9)],
      { minimumValid: 0 },
      'tooFewAnswers',
    ],
    ['a group without a view', [tally('党员', 10, 0), tally('群众', 0, 0, 5)], {}, 'emptySurveyGroup'],
    ['a group never asked', [tally('党员', 10, 0)], {}, 'emptySurveyGroup'],
    [
      'the only group without weight',
      [tally('党员', 10, 0)],
      { emptyGroup: 'renormalise', weights: { 群众: 100 } },
      'emptySurveyGroup',
    ],
  ] as const)('%s: no score', (_name, tallies, changed, wanted) => {
    expect(score(tallies, changed)).toBe(wanted)
  })

  test('the minimum number of answers is enough', () => {
    expectScore(score([tally('党员', 5, 0), tally('群众', 5, 0)]), 100)
  })

  test('an empty group’s weight goes to the other where the ruling says so', () => {
    expectScore(score([tally('党员', 0, 10), tally('群众', 0, 0, 5)], { emptyGroup: 'renormalise' }), 80)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { points } from '../../src/domain/kernel/points.ts'
import type { GradePrecondition, GradeQuota, OverallGradesAnswer } from '../../src/domain/scheme/ruling.ts'
import { RUNS } from '../properties/runs.ts'
import { annexScheme, aYear, decidedScores, run } from './aYear.ts'

const grades: OverallGradesAnswer['grades'] = [
  { id: 'good', name: '好', from: points(90), to: points(100), toClosed: true },
  { id: 'fair', name: '较好', from: points(80), to: points(90) },
  { id: 'ordinary', name: '一般', from: points(60), to: points(80) },
  { id: 'poor', name: '差', from: points(0), to: points(60) },
]
const needs = (grade: string, component: string, atLeast: number): GradePrecondition => ({
  grade,
  component,
  atLeast: points(atLeast),
})
const quota = (kind: GradeQuota['kind'], grade: string, percent: number): GradeQuota => ({
  kind,
  grade,
  percent: points(percent),
  round: 'down',
})

/** Scores of routine, inspection, survey and debrief by unit. */
type Scores = Readonly<Record<string, readonly number[]>>

function year(scores: Scores, answer: Partial<OverallGradesAnswer>) {
  const overallGrades = { grades, quotas: [], preconditions: [], ...answer }
  const made = aYear(annexScheme, Object.keys(scores), {
    overallGrades,
    smallCohort: { kind: 'count', minimum: 1, below: 'apply' },
  })
  return run(decidedScores(made, scores))
}

function gradesOf(scores: Scores, answer: Partial<OverallGradesAnswer>): readonly string[] {
  return year(scores, answer).grades.grades.map(one => `${one?.grade} ${one?.movedBy ?? ''}`.trim())
}

describe('五（一） a unit falls to the best grade whose preconditions hold', () => {
  const lowSurvey = { u: [95, 95, 50, 95] }

  test('whatever the order in which the scheme lists them', () => {
    const both = [needs('good', 'survey', 60), needs('fair', 'survey', 60)]
    expect(gradesOf(lowSurvey, { preconditions: both })).toEqual(['ordinary precondition'])
    expect(gradesOf(lowSurvey, { preconditions: both.toReversed() })).toEqual(['ordinary precondition'])
    expect(gradesOf(lowSurvey, { preconditions: [both[0]!] })).toEqual(['fair precondition'])
    expect(gradesOf(lowSurvey, { preconditions: [both[1]!] })).toEqual(['good'])
  })

  test('also when a quota moves it', () => {
    const scores = { a: [99, 99, 99, 99], b: [95, 95, 57.5, 95] }
    const quotas = [quota('atMost', 'good', 50)]
    expect(gradesOf(scores, { quotas })).toEqual(['good', 'fair quota'])
    expect(gradesOf(scores, { quotas, preconditions: [needs('fair', 'survey', 85)] })).toEqual([
      'good',
      'ordinary precondition',
    ])
  })

  test('the last grade asks for nothing', () => {
    const preconditions = grades.map(({ id }) => needs(id, 'survey', 60))
    expect(gradesOf(lowSurvey, { preconditions })).toEqual(['poor precondition'])
  })

  test('neither preconditions nor quotas depend on their order, and every grade given is met', () => {
    const score = fc.integer({ min: 40, max: 100 })
    const anyScores = fc.array(fc.tuple(score, score, score, score), { minLength: 1, maxLength: 8 })
    const grade = fc.constantFrom('good', 'fair', 'ordinary')
    const component = fc.constantFrom('inspection', 'survey')
    const some = fc.record({
      preconditions: fc.array(fc.tuple(grade, component, score), { maxLength: 4 }),
      quotas: fc.uniqueArray(
        fc.tuple(
          fc.constantFrom('atMost' as const, 'atLeast' as const),
          grade,
          fc.integer({ min: 0, max: 100 }),
        ),
        { maxLength: 3, selector: ([kind, of]) => `${kind} ${of}` },
      ),
    })
    fc.assert(
      fc.property(anyScores, some, (list, made) => {
        const scores = Object.fromEntries(list.map((one, at) => [`u${at}`, one]))
        const answer = {
          preconditions: made.preconditions.map(one => needs(...one)),
          quotas: made.quotas.map(one => quota(...one)),
        }
        const given = gradesOf(scores, answer)
        expect(
          gradesOf(scores, {
            preconditions: answer.preconditions.toReversed(),
            quotas: answer.quotas.toReversed(),
          }),
        ).toEqual(given)
        given.forEach((told, at) => {
          for (const [of, part, least] of made.preconditions)
            if (told.startsWith(of))
              expect(list[at]![part === 'inspection' ? 1 : 2]).toBeGreaterThanOrEqual(least)
        })
      }),
      RUNS,
    )
  })
})

describe('R9, R12 a full tie at the edge of a quota', () => {
  const alike = Object.fromEntries(['a', 'b', 'c', 'd'].map(unit => [unit, [95, 95, 95, 95]]))
  const issues = (scores: Scores, quotas: readonly GradeQuota[]) =>
    year(scores, { quotas }).issues.flatMap(issue => (issue.kind === 'tieAtQuota' ? [issue.text] : []))

  test('moves all of them and is listed for the committee', () => {
    expect(gradesOf(alike, { quotas: [quota('atMost', 'good', 50)] })).toEqual(Array(4).fill('fair quota'))
    expect(issues(alike, [quota('atMost', 'good', 50)])).toEqual([
      '单位a、单位b、单位c等4个单位并列在“好”及以上名额的边界，一并不列入，请考核组织者研究决定',
    ])
    expect(issues(alike, [quota('atLeast', 'fair', 25)])).toEqual([
      '单位a、单位b、单位c等4个单位并列在“较好”及以下名额的边界，一并列入，请考核组织者研究决定',
    ])
  })

  test('is not told where the quota parts the ranking, or where nobody has to move', () => {
    const apart = { a: [95, 95, 95, 95], b: [95, 95, 95, 95], c: [92, 92, 92, 92] }
    expect(issues(apart, [quota('atMost', 'good', 67)])).toEqual([])
    expect(issues(alike, [quota('atMost', 'good', 100)])).toEqual([])
    expect(issues(alike, [quota('atMost', 'good', 0)])).toEqual([])
  })
})

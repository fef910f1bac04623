import { expect, test } from 'vitest'
import type { Questionnaire } from '../questionnaire.ts'
import { analyseQuestions } from './analyseQuestions.ts'
import { estimateEverybody } from './estimateEverybody.ts'
import { estimateUnits } from './estimateUnits.ts'
import { findDisagreements } from './findDisagreements.ts'
import { groupByLead, groupByTheme } from './groupDisagreements.ts'
import type { SurveyAnswer, SurveyData } from './surveyData.ts'

const options = [
  { id: 'good', text: '满意' },
  { id: 'bad', text: '不满意' },
  { id: 'unknown', text: '不了解' },
]
const questionnaire: Questionnaire = {
  opening: '您好',
  questions: [
    { kind: 'satisfaction', id: 'q1', text: '是否满意', counts: true, turned: false, options },
    {
      kind: 'choice',
      id: 'q2',
      text: '是否参加过活动',
      turned: false,
      options: [
        { id: 'yes', text: '参加过' },
        { id: 'no', text: '没有' },
      ],
      when: { question: 'q1', answers: ['bad'] },
    },
    { kind: 'open', id: 'q3', text: '还有什么意见' },
  ],
  closing: '谢谢',
}

function sheets(unit: string, group: string, good: number, bad: number, unknown = 0): SurveyAnswer[] {
  const rows: readonly SurveyAnswer[] = [
    { unit, group, answers: { q1: 'good' }, times: good },
    { unit, group, answers: { q1: 'bad', q2: 'yes' }, times: bad },
    { unit, group, answers: { q1: 'unknown' }, times: unknown },
  ]
  return rows.filter(({ times }) => times > 0)
}

function data(answers: readonly SurveyAnswer[], more: Partial<SurveyData> = {}): SurveyData {
  return {
    questionnaire,
    groups: [
      { id: 'members', name: '党员', weight: 50 },
      { id: 'public', name: '群众', weight: 50 },
    ],
    units: ['a', 'b', 'c'].map(id => ({ id, name: id })),
    worth: { good: 100, bad: 50, unknown: null },
    least: 10,
    populations: new Map(),
    answers,
    ...more,
  }
}

test('R7 the mean weighs the groups equally, whatever their size, and leaves unscored answers out', () => {
  const { units } = estimateUnits(
    data([...sheets('a', 'members', 10, 10, 5), ...sheets('a', 'public', 40, 0)]),
  )
  expect(units[0]).toMatchObject({ valid: 60, mean: { value: 87.5 } })
  expect(units[0]!.mean!.low).toBeLessThan(87.5)
  expect(units[0]!.mean!.high).toBeLessThanOrEqual(100)
})

test('a unit with too few answers in a group that answered has no figure', () => {
  const { units } = estimateUnits(data([...sheets('a', 'members', 10, 5), ...sheets('a', 'public', 4, 5)]))
  expect(units[0]).toEqual({ unit: 'a', name: 'a', valid: 24 })
})

test('without any answer nothing is estimated, and all answers alike have an interval', () => {
  expect(estimateUnits(data([]))).toMatchObject({ bounds: [] })
  const { units } = estimateUnits(data(sheets('a', 'members', 12, 0)))
  expect(units[0]!.mean).toMatchObject({ value: 100, high: 100 })
  expect(units[0]!.mean!.low).toBeLessThan(95)
})

test('a unit far below the others is under by more than chance', () => {
  const many = Array.from({ length: 20 }, (_, at) => `u${at}`)
  const answers = many.flatMap((unit, at) => sheets(unit, 'members', at === 0 ? 5 : 36, at === 0 ? 35 : 4))
  const { units, mean, bounds } = estimateUnits(data(answers, { units: many.map(id => ({ id, name: id })) }))
  expect(units.filter(one => one.chance === 'under').map(one => one.unit)).toEqual(['u0'])
  expect(bounds.every(({ low, high }) => low < mean! && mean! < high)).toBe(true)
})

test('the change from last year has an interval', () => {
  const before = [{ unit: 'a', group: 'members', answers: { good: 10, bad: 10 } }]
  const { units } = estimateUnits(data(sheets('a', 'members', 20, 0)), before)
  expect(units[0]!.change).toMatchObject({ value: 25 })
})

test('a question is unanswered only for whom it was put to', () => {
  const { unanswered, heat, cross } = analyseQuestions(data(sheets('a', 'members', 10, 10)))
  expect(unanswered.map(({ asked, share }) => [asked, share?.value])).toEqual([
    [20, 0],
    [10, 0],
    [20, 1],
  ])
  // A share of few people would give away who they are.
  const few = analyseQuestions(data(sheets('a', 'members', 1, 0))).unanswered
  expect(few.map(({ asked, share }) => [asked, share])).toEqual([
    [1, undefined],
    [0, undefined],
    [1, undefined],
  ])
  expect(heat[0]!.cells).toEqual([75, 100])
  expect(heat[1]!.cells).toEqual([null, null])
  expect(cross[0]!.rows).toMatchObject([{ category: '党员', size: 20 }])
})

test('a satisfaction question has the figure that is scored in the heat map, too, and none where the unit has none', () => {
  const both = (few: number) => [...sheets('a', 'members', 10, 10), ...sheets('a', 'public', few, 0)]
  const [enough, tooFew] = [data(both(40)), data(both(4))]
  expect(analyseQuestions(enough).heat[0]!.cells[0]).toBe(estimateUnits(enough).units[0]!.mean!.value)
  expect(analyseQuestions(enough).heat[0]!.cells[0]).toBe(87.5)
  expect(analyseQuestions(tooFew).heat[0]!.cells[0]).toBeNull()
})

test('two measures disagree on a unit that one puts at the top and the other at the bottom, where there are enough units to rank', () => {
  const scores = (count: number, first: number) =>
    new Map(Array.from({ length: count }, (_, at) => [`u${at}`, at === 0 ? first : 60 + at] as const))
  const found = (count: number) =>
    findDisagreements(scores(count, 60), new Map([['inspection', scores(count, 100)]]))
  expect(found(10)).toEqual([{ unit: 'u0', component: 'inspection', survey: 0, other: 1 }])
  expect(found(9)).toEqual([])
})

test('by people each answer stands for as many as it was drawn from, and is raked where a group has none', () => {
  const people = (entries: Record<string, number>) => new Map(Object.entries(entries))
  const answers = [...sheets('a', 'members', 10, 10), ...sheets('a', 'public', 40, 0)]
  const counted = { 'a members': 100, 'a public': 300, 'b members': 0, 'b public': 0 }
  const found = (more: Record<string, number>, of = answers) =>
    estimateEverybody(
      data(of, { units: ['a', 'b'].map(id => ({ id, name: id })), populations: people(more) }),
    )
  expect(found({ 'a members': 100 })).toBeUndefined()
  expect(found(counted)).toMatchObject({ raked: false, mean: { value: (100 * 75 + 300 * 100) / 400 } })
  expect(estimateUnits(data(answers, { populations: people(counted) })).units[0]!.byPeople).toBe(93.75)
  // b has no answer of its members: its public stand for all of b, and the members of a for all members.
  const raked = found({ ...counted, 'b members': 50, 'b public': 50 }, [
    ...answers,
    ...sheets('b', 'public', 20, 0),
  ])!
  expect(raked).toMatchObject({ raked: true, met: true })
  // Each has answers of one group alone: no weights meet both how many people a unit and a group has.
  const apart = found({ ...counted, 'b members': 50, 'b public': 50 }, [
    ...sheets('a', 'members', 10, 10),
    ...sheets('b', 'public', 20, 0),
  ])
  expect(apart).toMatchObject({ raked: true, met: false })
  expect(raked.mean.value).toBeCloseTo((150 * 75 + 350 * 100) / 500, 6)
})

test('disagreements are counted by lead group and by theme of the inspection', () => {
  const found = [
    { unit: 'a', component: 'inspection', survey: 0, other: 1 },
    { unit: 'b', component: 'inspection', survey: 0.1, other: 0.9 },
    { unit: 'c', component: 'inspection', survey: 1, other: 0.2 },
  ]
  expect(groupByLead(found, unit => (unit === 'c' ? undefined : 'lead'))).toEqual([
    { lead: 'lead', surveyLow: 2, surveyHigh: 0 },
  ])
  const themes = new Map([
    ['1.1', '组织生活'],
    ['1.2', '组织生活'],
    ['2.1', '阵地'],
  ])
  const findings = [
    { unit: 'a', row: '1.2' },
    { unit: 'c', row: '2.1' },
    { unit: 'c', row: 'list' },
  ]
  expect(groupByTheme(found, themes, findings)).toEqual([
    { theme: '组织生活', low: 2, clean: 1, high: 1, faulted: 0 },
    { theme: '阵地', low: 2, clean: 2, high: 1, faulted: 1 },
  ])
})

import { expect, test } from 'vitest'
import type { Points } from '../../../../domain/kernel/points.ts'
import { aDraft, aSignature } from '../../../../../tests/web/someDraft.ts'
import { fitted } from '../photo/shrinkPhoto.ts'
import { firstVisitDay } from '../draft/firstVisitDay.ts'
import { rowMatches } from './rowMatches.ts'
import { whatIsLacking } from './whatIsLacking.ts'

const days = { from: '2018-10-08', to: '2018-12-24' }
const rule = {
  id: 'publicOpinion',
  text: '引起舆情',
  amount: { least: 0.5, most: 5, step: 0.5, reasonRequired: true },
}
const row = { id: '二.2', title: '组织生活', rules: [rule] } as never
const rubric = { rows: [row] }
const signed = {
  inspectorSignature: aSignature('张三'),
  unitSignature: { kind: 'refused', reason: '不认可' },
} as const
const lacking = (fields: Parameters<typeof aDraft>[0]) => whatIsLacking(aDraft(fields), days, rubric)
const finding = (note: string) => ({
  id: 'one',
  row: '二.2',
  rule: 'publicOpinion',
  count: 1,
  amount: 500 as Points,
  note,
})

test('R14 an amount set by the inspector needs a written reason', () => {
  expect(lacking({ ...signed, findings: [finding(' ')] })).toEqual(['二.2 “引起舆情”须写理由：返回填写。'])
  expect(lacking({ ...signed, findings: [finding('转载')] })).toEqual([])
})

test('both sides sign, or the reason for not signing is given', () => {
  expect(lacking({})).toHaveLength(2)
  expect(lacking({ ...signed, unitSignature: { kind: 'refused', reason: '' } })).toEqual([
    '请写明单位不签字的原因。',
  ])
  expect(lacking({ ...signed, unitSignature: { kind: 'paper', name: ' ', post: '' } })).toEqual([
    '请写明在纸上签字的人。',
  ])
})

test('the visit day lies within the round', () => {
  expect(lacking({ ...signed, visitedOn: '2018-12-25' })).toEqual([
    '核查日期应在2018年10月8日至2018年12月24日之间。',
  ])
  const noon = new Date('2018-11-05T04:00:00Z')
  expect(firstVisitDay(days, '2018-12-01', noon)).toBe('2018-11-05')
  expect(firstVisitDay(days, '2018-12-01', new Date('2026-11-05T04:00:00Z'))).toBe('2018-12-01')
  expect(
    firstVisitDay({ ...days, plannedOn: '2018-12-20' }, undefined, new Date('2026-11-05T04:00:00Z')),
  ).toBe('2018-12-20')
  expect(firstVisitDay(days, '2019-01-01', new Date('2026-11-05T04:00:00Z'))).toBe('2018-12-24')
})

test('a row is found by its number, its title or a rule', () => {
  expect(['二.2', '二．2', '组织', '舆情 二', ''].map(sought => rowMatches(row, sought))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(rowMatches(row, '主题党日')).toBe(false)
})

test('pictures are only made smaller, with their proportions kept', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fitted(40_000, 10)).toEqual({ width: 1600, height: 1 })
})

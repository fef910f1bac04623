import { expect, test } from 'vitest'
import { checkPlan, type PlanToCheck } from '../../domain/campaign/plan/checkPlan.ts'
import { blocksIssue } from '../../domain/campaign/plan/planFaults.ts'
import type { PlannedVisit } from '../../domain/campaign/plan/planTerms.ts'
import { planFaultSentence } from './planFaultSentence.ts'

const names = { unit: (id: string) => `单位${id}`, inspector: (id: string) => `核查员${id}` }
const person = (id: string, home?: string, group = home) => ({
  id,
  active: id !== 'idle',
  homes: home === undefined ? [] : [home],
  groups: group === undefined ? [] : [group],
})

const ground: Omit<PlanToCheck, 'visits'> = {
  units: [
    { id: 'a', group: 'a' },
    { id: 'b', group: 'a' },
    { id: 'c', group: 'c' },
  ],
  inspectors: [person('1'), person('2'), person('3', 'c'), person('4', 'a'), person('idle')],
  teamSize: 2,
  perDay: 1,
  overlap: 1,
  from: '2018-12-03',
  to: '2018-12-28',
  before: new Map([['c', ['1']]]),
}

const sound: readonly PlannedVisit[] = [
  { id: 'v1', unit: 'a', team: 1, day: '2018-12-03', inspectors: ['2', '3'] },
  { id: 'v2', unit: 'b', team: 1, day: '2018-12-04', inspectors: ['1', '3'] },
  { id: 'v3', unit: 'c', team: 2, day: '2018-12-05', inspectors: ['2', '4'] },
]

function faultsOf(visits: readonly PlannedVisit[]) {
  return checkPlan({ ...ground, visits }).map(fault => ({
    kind: fault.kind,
    blocks: blocksIssue(fault),
    told: planFaultSentence(fault, names),
  }))
}

const [first, second, third] = sound as readonly [PlannedVisit, PlannedVisit, PlannedVisit]

test('三（二）2 a sound plan has no faults', () => {
  expect(faultsOf(sound)).toEqual([])
})

test.each<[string, boolean, string, readonly PlannedVisit[]]>([
  ['ownUnit', true, '核查员3是“单位c”的人', [first, second, { ...third, inspectors: ['3', '2'] }]],
  ['ownGroup', true, '同属“单位a”系统', [first, { ...second, inspectors: ['4', '1'] }, third]],
  ['sameTime', true, '2018年12月3日被派往不同的组', [first, second, { ...third, day: '2018-12-03' }]],
  ['nobody', true, '“单位a”没有派人', [{ ...first, inspectors: [] }, second, third]],
  ['leftOut', true, '核查员idle已停派', [{ ...first, inspectors: ['2', 'idle'] }, second, third]],
  [
    'noDay',
    true,
    '“单位a”没有定日期',
    [{ id: 'v1', unit: 'a', team: 1, inspectors: ['2', '3'] }, second, third],
  ],
  ['outsideWindow', true, '不在本轮起止日期', [{ ...first, day: '2018-11-30' }, second, third]],
  [
    'unitGone',
    true,
    '已不在名册中',
    [first, second, third, { id: 'v4', unit: 'x', team: 3, day: '2018-12-06', inspectors: ['1', '2'] }],
  ],
  ['alone', false, '只派了核查员2一人', [{ ...first, inspectors: ['2'] }, second, third]],
  ['crowded', false, '派了 4 人', [first, second, { ...third, inspectors: ['1', '2', '4', 'idle'] }]],
  ['twiceRunning', false, '上一轮也核查过“单位c”', [first, second, { ...third, inspectors: ['1', '4'] }]],
  ['restDay', false, '是周末', [{ ...first, day: '2018-12-08' }, second, third]],
  ['overloaded', false, '多于每日 1 个', [first, { ...second, day: '2018-12-03' }, third]],
  ['unplanned', false, '有 1 个单位没有排上（单位c）', [first, second]],
  [
    'apart',
    false,
    '互不交叉的 2 拨',
    [first, { ...second, inspectors: ['3', '2'] }, { ...third, inspectors: ['1', '4'] }],
  ],
])('%s (blocks: %s) is found and told', (kind, blocks, words, visits) => {
  const found = faultsOf(visits).find(fault => fault.kind === kind)
  expect(found).toMatchObject({ blocks, told: expect.stringContaining(words) })
})

test('uneven work is reported with the highest and lowest counts; completed inspections are not judged', () => {
  const units = Array.from({ length: 8 }, (_, at) => ({ id: `u${at}`, group: `u${at}` }))
  const visits = units.map((unit, at) => ({
    id: unit.id,
    unit: unit.id,
    team: 1,
    day: `2018-12-${10 + (at % 5)}`,
    inspectors: ['1', '2'],
  }))
  const told = checkPlan({ ...ground, units, visits }).map(fault => planFaultSentence(fault, names))
  expect(told.find(sentence => sentence.includes('相差较大'))).toMatch(/核查员[12] 8 个，核查员[34] 0 个/)
  expect(
    faultsOf([{ ...first, inspectors: ['4', '1'], done: true }, second, third]).filter(fault => fault.blocks),
  ).toEqual([])
})

test('fewShared: an inspector paired with only one other, where two are required, is reported', () => {
  const visits = [first, { ...second, inspectors: ['2', '3'] }, { ...third, inspectors: ['1', '4'] }]
  const told = checkPlan({ ...ground, overlap: 2, visits }).map(fault => planFaultSentence(fault, names))
  expect(told).toContainEqual(expect.stringContaining('核查员2只与 1 人同去过单位，少于 2 人'))
})

import { expect, test } from 'vitest'
import type { BoardLine } from './routineTypes.ts'
import { waitingBoards } from './waitingBoards.ts'

const board = (
  leadUnitName: string,
  state: BoardLine['state'],
  more: Partial<BoardLine> = {},
): BoardLine => ({
  component: 'routine',
  leadUnit: leadUnitName,
  leadUnitName,
  state,
  late: false,
  members: 10,
  graded: 3,
  reasoned: 0,
  use: [],
  outdated: false,
  elsewhere: 0,
  ...more,
})

const at = { to: '/2018/routine', when: '2018年12月20日前' }
const lead = { grades: true, receives: false }
const committee = { grades: false, receives: true }

test('三（二）1 a lead unit sees what it has to submit, and nothing once it has submitted', () => {
  expect(
    waitingBoards({ year: 2018, due: '2018-12-20', boards: [board('州委', 'draft')] }, lead),
  ).toMatchObject([{ text: '评定所属10个单位的等次并上报', why: '已评3个', late: false }])
  expect(
    waitingBoards(
      { year: 2018, due: '2018-12-20', boards: [board('州委', 'returned', { late: true })] },
      lead,
    ),
  ).toMatchObject([{ text: '等次评定被退回，改好后重新上报', late: true }])
  for (const state of ['submitted', 'accepted'] as const)
    expect(waitingBoards({ year: 2018, due: '2018-12-20', boards: [board('州委', state)] }, lead)).toEqual([])
})

test('三（二）1 the committee sees which boards wait and which are missing; a board without members is not awaited', () => {
  const boards = [
    board('甲', 'submitted'),
    board('乙', 'draft'),
    board('丙', 'draft', { late: true }),
    board('丁', 'returned'),
    board('戊', 'draft'),
    board('己', 'draft', { members: 0 }),
    board('庚', 'accepted'),
  ]
  expect(waitingBoards({ year: 2018, due: '2018-12-20', boards }, committee)).toEqual([
    { key: 'submitted', text: '1个牵头单位的等次评定已上报，等待接收', why: '甲', late: false, ...at },
    { key: 'open', text: '4个牵头单位还没有上报等次评定', why: '乙、丙、丁等', late: true, ...at },
  ])
  expect(
    waitingBoards({ year: 2018, due: '2018-12-20', boards: [board('庚', 'accepted')] }, committee),
  ).toEqual([])
})

test('a reader who only oversees has nothing to do', () => {
  expect(
    waitingBoards(
      { year: 2018, due: '2018-12-20', boards: [board('甲', 'draft'), board('乙', 'submitted')] },
      { grades: false, receives: false },
    ),
  ).toEqual([])
})

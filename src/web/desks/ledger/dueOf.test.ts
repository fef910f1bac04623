import { expect, test } from 'vitest'
import { dueOf, isOpen, describeMissing } from './dueOf.ts'
import type { Counter, Slot } from './ledgerTypes.ts'

const slot = (period: string, state: Slot['state'], done: number, endsOn: string): Slot => ({
  period,
  name: period,
  done,
  due: 2,
  state,
  endsOn,
  closesOn: endsOn,
  closing: 'open',
  late: 0,
})

const counter = (id: string, kind: Counter['kind'], periods: readonly Slot[]): Counter => ({
  counter: id,
  name: id,
  citation: '附件 三.3',
  kind,
  rows: [],
  kept: true,
  total: 0,
  due: 0,
  entries: 0,
  imported: 0,
  periods: [...periods],
  shortNow: 0,
  shortAtEnd: 0,
})

test('四（一） late duties come first, one line per duty with its latest period; then those that expire soonest; complete or future duties are not due', () => {
  const due = dueOf(
    [
      counter('study', 'done', [
        slot('2018-01', 'short', 0, '2018-01-31'),
        slot('2018-02', 'done', 2, '2018-02-28'),
        slot('2018-06', 'short', 1, '2018-06-30'),
        slot('2018-07', 'current', 1, '2018-07-31'),
        slot('2018-08', 'ahead', 0, '2018-08-31'),
      ]),
      counter('research', 'done', [slot('2018', 'current', 0, '2018-12-31')]),
      counter('absent', 'fault', [slot('2018-01', 'short', 0, '2018-01-31')]),
    ],
    '2018-07-10',
  )
  expect(
    due.map(one => `${one.counter} ${one.slot.period} ${one.periods} ${one.missing} ${one.late} ${one.days}`),
  ).toEqual(['study 2018-06 2 3 true -10', 'study 2018-07 1 1 false 21', 'research 2018 1 2 false 174'])
  expect(due.map(describeMissing)).toEqual([
    '2个期间共差3次，最近的是2018-06',
    '2018-07还差1次',
    '2018还差2次',
  ])
})

test('a closed period can no longer be entered: the latest open period is offered', () => {
  const closed = { ...slot('2018-06', 'short', 0, '2018-06-30'), closing: 'closed' as const }
  const [due] = dueOf(
    [counter('study', 'done', [slot('2018-05', 'short', 0, '2018-05-31'), closed])],
    '2018-07-10',
  )
  expect(due?.slot.period).toBe('2018-05')
  expect(isOpen({ closing: 'past' })).toBe(true)
  expect(isOpen({ closing: 'closed' })).toBe(false)
})

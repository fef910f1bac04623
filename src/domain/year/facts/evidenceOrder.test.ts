import { expect, test } from 'vitest'
import { inFixedOrder } from '../../kernel/fixedOrder.ts'
import { compareFindings, compareLedgerCounts } from './evidenceOrder.ts'
import type { Finding, LedgerCount } from './facts.ts'

const finding = (found: Partial<Finding>): Finding => ({
  unit: 'U',
  row: '一.1',
  rule: 'noPlan',
  count: 1,
  ...found,
})
const entry = (counter: string, period: string, count: number): LedgerCount => ({
  unit: 'U',
  counter,
  period,
  count,
})

test('findings are ordered by quarter and day, those without a quarter last, whatever the order of entry', () => {
  const told = [
    finding({ quarter: 1, foundOn: '2018-03-20' }),
    finding({ quarter: 3, note: '甲' }),
    finding({ quarter: 3, note: '乙' }),
    finding({ quarter: 3, foundOn: '2018-07-02' }),
    finding({ quarter: 3, foundOn: '2018-09-12' }),
    finding({ foundOn: '2018-01-01' }),
  ]
  const entered = [5, 3, 1, 0, 4, 2].map(at => told[at]!)
  const sorted = inFixedOrder(entered, compareFindings)
  expect(sorted.map(one => [one.quarter, one.foundOn])).toEqual(told.map(one => [one.quarter, one.foundOn]))
  expect(inFixedOrder(entered.toReversed(), compareFindings)).toEqual(sorted)
})

test('ledger counts are ordered by counter and period, then by content', () => {
  const told = [
    entry('absent', '2018-11', 1),
    entry('deputy', '2018-02', 1),
    entry('deputy', '2018-02', 2),
    entry('deputy', '2018-10', 1),
  ]
  const entered = [2, 0, 3, 1].map(at => told[at]!)
  expect(inFixedOrder(entered, compareLedgerCounts)).toEqual(told)
})

import { expect, test } from 'vitest'
import {
  countChanges,
  NO_CHANGES,
  parseSandbox,
  toChanges,
  withoutFact,
  withRuling,
  withWeight,
} from './sandbox.ts'

test('excluding a record twice lists it once', () => {
  const once = withoutFact(NO_CHANGES, 'f1', '缺会')
  expect(withoutFact(once, 'f1', '缺会')).toBe(once)
  expect(toChanges(once).remove).toEqual(['f1'])
})

test('a weight set back to its original value is no change', () => {
  const changed = withWeight(NO_CHANGES, 'survey', 15, 10)
  expect(toChanges(changed).weights).toEqual([{ component: 'survey', weight: 15 }])
  expect(countChanges(withWeight(changed, 'survey', 10, 10))).toBe(0)
})

test('a ruling has one answer on trial, which can be reverted', () => {
  const twice = withRuling(withRuling(NO_CHANGES, 'R2', { answer: 'negative', told: '倒扣' }), 'R2', {
    answer: 'zero',
    told: '扣完为止',
  })
  expect(toChanges(twice).rulings).toEqual([{ ruling: 'R2', answer: 'zero', text: '扣完为止' }])
  expect(countChanges(withRuling(twice, 'R2'))).toBe(0)
})

test('a saved sandbox is restored; any other content gives an empty sandbox', () => {
  const kept = withoutFact(NO_CHANGES, 'f1', '缺会')
  expect(parseSandbox(JSON.stringify(kept))).toEqual(kept)
  expect([null, '{', '{"remove":1}', '7'].map(text => countChanges(parseSandbox(text)))).toEqual([0, 0, 0, 0])
})

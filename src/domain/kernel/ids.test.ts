import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, compareIds, indexById } from './ids.ts'
import { sized } from '../../../tests/longRun.ts'

test('ids are ordered by code unit, not by locale', () => {
  expect(['乙', 'b', '甲', 'a', 'B'].toSorted(compareIds)).toEqual(['B', 'a', 'b', '乙', '甲'])
  expect([compareIds('a', 'a'), compareIds('a', 'b'), compareIds('b', 'a')]).toEqual([0, -1, 1])
})

test('a value has one canonical text for any order of its fields', () => {
  expect(canonicalText({ b: [1, { d: 'x', c: null }], a: true, gone: undefined })).toBe(
    '{"a":true,"b":[1,{"c":null,"d":"x"}]}',
  )
  expect(canonicalText(undefined)).toBe('null')
})

test('the canonical text is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: sized(2_000, 200) },
  )
})

test('a duplicate id throws a RangeError', () => {
  expect(indexById([{ id: 'a' }, { id: 'b' }]).get('b')).toEqual({ id: 'b' })
  expect(() => indexById([{ id: 'a' }, { id: 'a' }])).toThrow(RangeError)
})

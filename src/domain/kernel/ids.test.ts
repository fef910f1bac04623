import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, compareIds, indexById } from './ids.ts'

test('ids are ordered by code unit, not by language', () => {
  expect(['乙', 'b', '甲', 'a', 'B'].toSorted(compareIds)).toEqual(['B', 'a', 'b', '乙', '甲'])
  expect([compareIds('a', 'a'), compareIds('a', 'b'), compareIds('b', 'a')]).toEqual([0, -1, 1])
})

test('one value has one text, whatever the order of its fields', () => {
  expect(canonicalText({ b: [1, { d: 'x', c: null }], a: true, gone: undefined })).toBe(
    '{"a":true,"b":[1,{"c":null,"d":"x"}]}',
  )
  expect(canonicalText(undefined)).toBe('null')
})

test('the text is JSON for the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 2_000 },
  )
})

test('an id used twice is a bug', () => {
  expect(indexById([{ id: 'a' }, { id: 'b' }]).get('b')).toEqual({ id: 'b' })
  expect(() => indexById([{ id: 'a' }, { id: 'a' }])).toThrow(RangeError)
})

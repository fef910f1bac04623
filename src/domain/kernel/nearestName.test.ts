import { expect, test } from 'vitest'
import { nearestName } from './nearestName.ts'

test('a misspelt name finds the intended one', () => {
  expect(nearestName('lateRetrun', ['absent', 'lateReturn', 'missingReturn'])).toBe('lateReturn')
  expect(nearestName('四.5', ['四.1', '一.1', '五.5'])).toBe('四.1')
  expect(nearestName('州林业据', ['州林业局', '州农业局'])).toBe('州林业局')
})

test('a name unlike all others finds nothing', () => {
  expect(nearestName('surveyor', ['absent', 'lateReturn'])).toBeUndefined()
  expect(nearestName('x', ['y'])).toBeUndefined()
  expect(nearestName('absent', [])).toBeUndefined()
})

test('one character may differ in a short name, a third of them in a long one', () => {
  expect(nearestName('ab', ['ac'])).toBe('ac')
  expect(nearestName('abcdef', ['abcdxy'])).toBe('abcdxy')
  expect(nearestName('abcdef', ['abcxyz'])).toBeUndefined()
})

test('two transposed neighbours count as one error', () => {
  expect(nearestName('form', ['from'])).toBe('from')
  expect(nearestName('abcd', ['badc'])).toBeUndefined()
})

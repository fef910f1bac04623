import { expect, test } from 'vitest'
import { nearestName } from './nearestName.ts'

test('a slip of the pen finds the name that was meant', () => {
  expect(nearestName('lateRetrun', ['absent', 'lateReturn', 'missingReturn'])).toBe('lateReturn')
  expect(nearestName('四.5', ['四.1', '一.1', '五.5'])).toBe('四.1')
  expect(nearestName('州林业据', ['州林业局', '州农业局'])).toBe('州林业局')
})

test('a name unlike all others finds nothing', () => {
  expect(nearestName('surveyor', ['absent', 'lateReturn'])).toBeUndefined()
  expect(nearestName('x', ['y'])).toBeUndefined()
  expect(nearestName('absent', [])).toBeUndefined()
})

test('one sign may differ in a short name, a third in a long one', () => {
  expect(nearestName('ab', ['ac'])).toBe('ac')
  expect(nearestName('abcdef', ['abcdxy'])).toBe('abcdxy')
  expect(nearestName('abcdef', ['abcxyz'])).toBeUndefined()
})

test('two neighbours changed about count as one slip', () => {
  expect(nearestName('form', ['from'])).toBe('from')
  expect(nearestName('abcd', ['badc'])).toBeUndefined()
})

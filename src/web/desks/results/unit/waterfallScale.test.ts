import { expect, test } from 'vitest'
import type { UnitResult } from '../resultTypes.ts'
import { waterfallScale } from './waterfallScale.ts'

type Steps = UnitResult['waterfall']
const step = (kind: Steps[number]['kind'], effect: number, after: number): Steps[number] => ({
  kind,
  label: '',
  citation: '',
  effect,
  after,
})

test('the axis begins at a multiple of ten below the score, so that small losses are visible', () => {
  const { from, to, at } = waterfallScale([
    step('base', 100, 100),
    step('row', -16, 84),
    step('score', 84, 84),
  ])
  expect([from, to, at(100), at(from)]).toEqual([80, 100, 100, 0])
})

test('a score near zero keeps zero on the axis; one below zero is visible', () => {
  expect(waterfallScale([step('base', 100, 100), step('veto', -100, 0)]).from).toBe(0)
  expect(waterfallScale([step('base', 100, 100), step('row', -104, -4)]).from).toBe(-10)
})

test('a bonus above the full mark is visible', () => {
  expect(waterfallScale([step('base', 100, 100), step('bonus', 2.5, 102.5)]).to).toBe(103)
})

import { expect, test } from 'vitest'
import { faultOfCount, standingOfAll, standingOfPart } from './dualDebrief.ts'

test('六（四） a debrief is late after its planned day, or after the year when none is planned', () => {
  expect(standingOfPart({ plannedOn: '2018-12-20' }, 2018, '2018-12-20')).toBe('planned')
  expect(standingOfPart({ plannedOn: '2018-12-20' }, 2018, '2018-12-21')).toBe('late')
  expect(standingOfPart({}, 2018, '2018-12-31')).toBe('unplanned')
  expect(standingOfPart({}, 2018, '2019-01-01')).toBe('late')
  expect(standingOfPart({ plannedOn: '2018-12-20', heldOn: '2018-12-28' }, 2018, '2019-01-01')).toBe('held')
})

test('六（四） the debriefs of a person stand as the one that is furthest behind', () => {
  const held = { heldOn: '2018-12-10' }
  expect(standingOfAll([held, held], 2018, '2018-12-24')).toBe('held')
  expect(standingOfAll([held, {}], 2018, '2018-12-24')).toBe('unplanned')
  expect(standingOfAll([{ plannedOn: '2018-12-01' }, held], 2018, '2018-12-24')).toBe('late')
})

test('六（四） a count holds at least one mark, and no more marks than voters', () => {
  expect(faultOfCount([5, 20], [0, 0, 0, 0])).toBe('nobody')
  expect(faultOfCount([5, 20], [20, 5, 1, 0])).toBe('exceed')
  expect(faultOfCount([5, 20], [20, 4, 0, 0])).toBeUndefined()
})

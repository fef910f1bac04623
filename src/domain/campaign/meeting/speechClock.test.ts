import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../files/sha256.ts'
import { drawAgenda } from './arrangeAgenda.ts'
import { elapsedOf, pauseClock, readClock, startClock } from './speechClock.ts'
import { shownTurnout } from './turnout.ts'

const MINUTE = 60_000

describe('六（二） the clock of a speech', () => {
  test('eight minutes: warned in the last, then overrun; a pause does not count', () => {
    const clock = startClock(0)
    expect(readClock(clock, 8, 6 * MINUTE)).toEqual({ stage: 'within', left: 120, overrun: 0 })
    expect(readClock(clock, 8, 7 * MINUTE)).toEqual({ stage: 'warned', left: 60, overrun: 0 })
    expect(readClock(clock, 8, 8 * MINUTE)).toEqual({ stage: 'warned', left: 0, overrun: 0 })
    const paused = pauseClock(clock, 7 * MINUTE)
    expect(elapsedOf(paused, 90 * MINUTE)).toBe(7 * MINUTE)
    const again = pauseClock(paused, 90 * MINUTE)
    expect(readClock(again, 8, 92 * MINUTE)).toEqual({ stage: 'overrun', left: 0, overrun: 60 })
  })

  test('a clock of the machine that is set back loses nothing', () => {
    expect(elapsedOf({ spent: 5, runningSince: 100 }, 50)).toBe(5)
  })
})

test('the order of an agenda follows from meeting, units and seed alone', () => {
  const [one, again, other] = [
    drawAgenda('m', ['b', 'a', 'c'], '12345612', sha256),
    drawAgenda('m', ['c', 'b', 'a'], '12345612', sha256),
    drawAgenda('n', ['c', 'b', 'a'], '12345612', sha256),
  ]
  expect(again).toEqual(one)
  expect(other.fingerprint).not.toBe(one.fingerprint)
  expect(one.order.toSorted()).toEqual(['a', 'b', 'c'])
})

test('turnout is shown at quarters only, never for a class under 10', () => {
  expect([0, 4, 5, 9, 10, 15, 19, 20].map(cast => shownTurnout(cast, 20))).toEqual([
    0, 0, 25, 25, 50, 75, 75, 100,
  ])
  expect(shownTurnout(9, 9)).toBe(undefined)
})

import { describe, expect, test } from 'vitest'
import { Refused } from '../../../client/Refused.ts'
import { afterRefusal } from './afterRefusal.ts'
import { nextTry } from './nextTry.ts'

const waiting = {
  kind: 'waiting',
  schemeHash: 'x',
  signedAt: '',
  perhapsSent: true,
  tries: 0,
  nextAt: 0,
} as const
const after = (status: number, code: string, wasUnsure = false, tries = 0) =>
  afterRefusal({ ...waiting, tries }, wasUnsure, new Refused(status, code, '句子'), 1_000_000, 0.5)

describe('failed sends', () => {
  test('without an answer the draft waits, may have arrived, and is retried at growing intervals', () => {
    expect(after(0, 'unreachable')).toMatchObject({
      stage: { kind: 'waiting', perhapsSent: true, tries: 1, nextAt: 1_000_000 + nextTry(1, 0.5) },
    })
    expect(after(503, 'databaseAway').stage.kind).toBe('waiting')
    expect(after(429, 'tooManyRequests').stage.kind).toBe('waiting')
  })

  test('without a session the draft waits for the sign-in, and nothing is lost', () => {
    expect(after(401, 'notSignedIn')).toMatchObject({
      isSignedOut: true,
      stage: { kind: 'waiting', perhapsSent: false },
    })
    expect(after(401, 'notSignedIn', true)).toMatchObject({ stage: { perhapsSent: true } })
  })

  test('a clear refusal reopens the draft with its message', () => {
    expect(after(422, 'sheetFaulty').stage).toEqual({ kind: 'refused', code: 'sheetFaulty', message: '句子' })
  })

  test('photos that the server has discarded are sent once more, but not endlessly', () => {
    expect(after(422, 'sheetPhotosMissing')).toMatchObject({
      forgetsPhotos: true,
      stage: { kind: 'waiting', tries: 1 },
    })
    expect(after(422, 'sheetPhotosMissing', false, 3).stage.kind).toBe('refused')
  })
})

test('pauses double from seconds to minutes and are spread among phones', () => {
  const pauses = [0, 1, 2, 3].map(tries => nextTry(tries, 0.5))
  expect(pauses).toEqual([2000, 4000, 8000, 16_000])
  expect(nextTry(50, 0.5)).toBe(300_000)
  expect(nextTry(50, 0)).toBeLessThan(nextTry(50, 1))
  expect(nextTry(50, 1)).toBeLessThanOrEqual(375_000)
})

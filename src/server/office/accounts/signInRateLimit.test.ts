import { expect, test } from 'vitest'
import { signInRateLimit } from './signInRateLimit.ts'

test('tooManyRequests: an address waits after a hundred failures within ten minutes; others do not', () => {
  let minutes = 0
  const pace = signInRateLimit(() => new Date(minutes * 60_000))
  for (let time = 0; time < 100; time++) {
    expect(pace.wait('a')).toBe(0)
    pace.fail('a')
    minutes = time / 20
  }
  expect(pace.wait('a')).toBe(600 - 4.95 * 60)
  expect(pace.wait('b')).toBe(0)
  minutes = 10
  expect(pace.wait('a')).toBe(0)
})

import { expect, test } from 'vitest'
import { networkOf, signInRateLimit } from './signInRateLimit.ts'

test('tooManyRequests: a network waits two seconds a try after a hundred failures within ten minutes; others do not', async () => {
  let minutes = 0
  let waited = 0
  let release: (() => void) | undefined
  const pace = signInRateLimit(
    () => new Date(minutes * 60_000),
    ms => {
      waited += ms
      return new Promise(resolve => (release = resolve))
    },
  )
  for (let time = 0; time < 100; time++) {
    expect(await pace.pause('a')).toBe(0)
    pace.fail('a')
    minutes = time / 20
  }
  const tries = Array.from({ length: 4 }, () => pace.pause('a'))
  expect(waited).toBe(8000)
  expect(await pace.pause('a')).toBe(2)
  expect(await pace.pause('b')).toBe(0)
  release!()
  expect(await tries.at(-1)).toBe(0)
  const next = pace.pause('a')
  expect(waited).toBe(10_000)
  release!()
  expect(await next).toBe(0)
  minutes = 10
  expect(await pace.pause('a')).toBe(0)
})

test('a clock that steps back a day makes nobody wait', async () => {
  let now = Date.UTC(2018, 11, 24)
  const pace = signInRateLimit(
    () => new Date(now),
    () => Promise.reject(new Error('waited')),
  )
  for (let time = 0; time < 100; time++) pace.fail('a')
  now -= 24 * 3_600_000
  expect(await pace.pause('a')).toBe(0)
})

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

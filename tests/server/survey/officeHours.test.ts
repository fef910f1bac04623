import { afterEach, expect, test } from 'vitest'
import { bandOf, presetHours } from '../../../src/domain/campaign/survey/callingHours.ts'
import { useTimeZone } from '../../../src/files/officeTimeZone.ts'
import { localDay } from '../../../src/server/platform/localDays.ts'
import { officeTime } from '../../../src/server/rooms/survey/officeHours.ts'

const host = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = host
})

test.each([
  ['2018-11-12T00:59:59Z', '2018-11-12T08:59', undefined],
  ['2018-11-12T10:29:59Z', '2018-11-12T18:29', undefined],
  ['2018-11-12T10:30:00Z', '2018-11-12T18:30', 2],
  ['2018-11-12T12:59:59Z', '2018-11-12T20:59', 2],
  ['2018-11-12T13:00:00Z', '2018-11-12T21:00', undefined],
  ['2018-11-12T16:30:00Z', '2018-11-13T00:30', undefined],
  ['2018-11-13T01:00:00Z', '2018-11-13T09:00', 0],
])('on a host in UTC %s is %s in the office, in band %s', (instant, time, band) => {
  process.env['TZ'] = 'UTC'
  useTimeZone(process.env)
  const at = new Date(instant)
  const here = officeTime({ now: () => at, today: () => localDay(at) })
  expect(here).toBe(time)
  expect(bandOf(presetHours, here.slice(11))).toBe(band)
})

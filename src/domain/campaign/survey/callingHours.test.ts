import { expect, test } from 'vitest'
import { appointmentTimes, boundaryTimes, presetHours } from './callingHours.ts'

test('appointments are offered each half hour of the calling hours, from now until the last day', () => {
  const days = appointmentTimes('2018-11-29T20:00', { ends: '2018-11-30', hours: presetHours })
  expect(days.map(({ day }) => day)).toEqual(['2018-11-29', '2018-11-30'])
  expect(days[0]!.times).toEqual(['20:30'])
  expect(days[1]!.times).toContain('09:00')
  expect(days[1]!.times).not.toContain('12:00')
  expect(appointmentTimes('2018-11-30T20:30', { ends: '2018-11-30', hours: presetHours })).toEqual([])
})

test('calling hours can end at midnight', () => {
  expect([boundaryTimes[0], boundaryTimes.at(-1)]).toEqual(['00:00', '24:00'])
})

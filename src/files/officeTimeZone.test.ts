import { afterEach, expect, test } from 'vitest'
import { formatInstant } from '../server/platform/formatInstant.ts'
import { useTimeZone } from './officeTimeZone.ts'

const host = process.env['TZ']

afterEach(() => {
  process.env['TZ'] = host
})

test('the day and the printed time are those of the office, whatever the zone of the host', () => {
  for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
    process.env['TZ'] = zone
    expect(useTimeZone(process.env)).toEqual({ zone: 'Asia/Shanghai' })
    expect(formatInstant('2018-12-31T23:30:00Z')).toBe('2019年1月1日 07:30')
    expect(new Date('2018-12-31T23:30:00Z').getFullYear()).toBe(2019)
  }
})

test('the zone is a setting; a name that is none is refused', () => {
  expect(useTimeZone(process.env, 'Asia/Urumqi')).toEqual({ zone: 'Asia/Urumqi' })
  expect(formatInstant('2018-12-31T23:30:00Z')).toBe('2019年1月1日 05:30')
  expect(useTimeZone({ HENGPING_TIME_ZONE: 'Europe/Paris' })).toEqual({ zone: 'Europe/Paris' })
  expect(useTimeZone({ HENGPING_TIME_ZONE: 'Peking' })).toMatchObject({
    wrong: expect.stringContaining('现在是“Peking”'),
  })
})

import { afterEach, expect, test, vi } from 'vitest'
import { setOfficeZone } from '../client/officeZone.ts'
import { businessDay } from '../alone/phone/draft/firstVisitDay.ts'
import { printDay, printMoment } from './printDay.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  setOfficeZone('Asia/Shanghai')
})

test('days and times are shown in the zone of the office, not of the browser', () => {
  vi.stubEnv('TZ', 'America/New_York')
  expect(printDay('2018-12-21')).toBe('2018年12月21日')
  expect(printDay('2018-12-21T23:05:00Z')).toBe('2018年12月22日 07:05')
  expect(printMoment('2018-12-31T16:00:00.000Z')).toBe('1月1日 00:00')
  expect(businessDay({}, new Date('2018-12-21T23:05:00Z'))).toBe('2018-12-22')
  setOfficeZone('Asia/Urumqi')
  expect(printDay('2018-12-21T23:05:00Z')).toBe('2018年12月22日 05:05')
})

import { expect, test } from 'vitest'
import { askedDay } from './askedDay.ts'

test('the day of an address is a real one; anything else typed there asks for none, so that the page opens as of now', () => {
  expect(askedDay('2018-12-21')).toBe('2018-12-21')
  for (const typed of ['abc', '', '2018-02-30', '2018-12-21 ', 20181221, ['2018-12-21'], undefined])
    expect(askedDay(typed)).toBeUndefined()
})

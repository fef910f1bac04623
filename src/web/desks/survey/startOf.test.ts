import { expect, test } from 'vitest'
import { startOf } from './startOf.ts'

test('四（三） a new commission proposes November, and days that are still ahead once November has begun', () => {
  expect(startOf(2018, '2018-09-03')).toMatchObject({
    begins: '2018-11-01',
    ends: '2018-11-30',
    deleteOn: '2018-12-31',
  })
  expect(startOf(2018, '2018-12-24')).toMatchObject({
    begins: '2018-12-24',
    ends: '2019-01-22',
    deleteOn: '2019-02-22',
  })
})

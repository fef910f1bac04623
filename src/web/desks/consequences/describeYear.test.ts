import { expect, test } from 'vitest'
import { describeYear } from './describeYear.ts'

test('五（四） a year that led to a consequence is described by its place, or by its grade if it has no place', () => {
  expect(describeYear({ cycle: 2018, place: 98, of: 100, fromBottom: 3 })).toBe(
    '2018年 第98名，共100名，倒数第3',
  )
  expect(describeYear({ cycle: 2017, fromBottom: 2 })).toBe('2017年 倒数第2')
  expect(describeYear({ cycle: 2018, gradeName: '一般' })).toBe('2018年 一般')
  expect(describeYear({ cycle: 2016 })).toBe('2016年')
})

import { expect, test } from 'vitest'
import { readProblems } from './readProblems.ts'

test('六（二） a table with problems and remedies is the list of problems; a date that cannot be read stays in the remedy', () => {
  const rows = [
    ['序号', '存在问题', '原因分析', '整改措施', '完成时限'],
    ['1', '到基层少', '重视不够', '每月一次', '2019年6月30日'],
    ['2', '台账不全', '', '补齐', '6月底前'],
    ['', '', '', '', ''],
  ]
  expect(readProblems(rows)).toEqual([
    { problem: '到基层少', cause: '重视不够', remedy: '每月一次', due: '2019-06-30' },
    { problem: '台账不全', cause: '', remedy: '补齐（时限：6月底前）', due: undefined },
  ])
})

test('another table is not taken for the list, nor one without a head', () => {
  expect(
    readProblems([
      ['项目', '次数'],
      ['党课', '4'],
    ]),
  ).toBeUndefined()
  expect(readProblems([])).toBeUndefined()
})

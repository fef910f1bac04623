import { expect, test } from 'vitest'
import { csvFile } from './csvFile.ts'

test('a table keeps its columns whatever is typed, and a spreadsheet computes none of it', () => {
  const { name, pieces } = csvFile('登记', [
    ['标题', '份数'],
    ['甲,乙"丙"\n丁', -2],
    ['=HYPERLINK("x")', 1],
  ])
  expect(name).toBe('登记.csv')
  const text = Buffer.concat([...(pieces as Iterable<Uint8Array>)]).toString('utf8')
  expect(text).toBe('\uFEFF标题,份数\r\n"甲,乙""丙""\n丁",-2\r\n"\'=HYPERLINK(""x"")",1\r\n')
})

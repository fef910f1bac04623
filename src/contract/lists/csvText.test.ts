import { expect, test } from 'vitest'
import { csvText } from './csvText.ts'

test('a list opens in WPS: UTF-8 with BOM, CRLF, quotes doubled', () => {
  expect(
    csvText(
      ['单位', '原因'],
      [
        ['州林业局', '缺“述职测评”，未办'],
        ['甲"乙', undefined],
      ],
    ),
  ).toBe('\uFEFF单位,原因\r\n州林业局,缺“述职测评”，未办\r\n"甲""乙",\r\n')
  expect(csvText(['甲'], [['一,二'], ['一\n二']])).toBe('\uFEFF甲\r\n"一,二"\r\n"一\n二"\r\n')
})

test('a cell that begins like a formula becomes text', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']
  for (const cell of cells) expect(csvText(['甲'], [[cell]]).split('\r\n')[1]).toBe(`'${cell}`)
  expect(csvText(['甲'], [[-1.5]]).split('\r\n')[1]).toBe('-1.5')
})

import { expect, test } from 'vitest'
import { readHistory } from '../../src/files/facts/readHistory.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import type { SheetPlan } from '../../src/files/xlsx/sheetPlan.ts'
import { roster, xiangxi } from './aYear.ts'
import { aWorkbook, noticesOf, refusals } from './aWorkbook.ts'

/** A workbook with headings of the office's own: in the ledger, and in the findings. */
const own = await aWorkbook({
  sheets: { 核查情况: [{ 单位: 'miao', 行: '四.4', 规则: 'absent', 次数: 1 }] },
  change: sheets =>
    sheets.map(sheet => renamed(renamed(sheet, '核查情况', '单位', '受查方'), '台账', '次数', '几回')),
})

function renamed(sheet: SheetPlan, name: string, from: string, to: string): SheetPlan {
  if (sheet.name !== name) return sheet
  const [headings, ...rows] = [...sheet.rows]
  return { ...sheet, rows: [headings!.map(cell => (cell === from ? to : cell)), ...rows] }
}

test('a sheet with headings of one’s own is refused, and says what is looked for and what stands there', async () => {
  const reading = await readFacts(own, xiangxi)
  expect(refusals(reading)).toEqual(['“核查情况”表第1行 columnMissing', '“台账”表第1行 columnMissing'])
  expect(reading.unfit.map(({ sheet }) => sheet)).toEqual(['核查情况', '台账'])
  expect(reading.unfit[0]!.columns).toContain('单位')
  expect(reading.unfit[0]!.found).toContain('受查方')
})

test('with its columns matched it is read, and each matched heading is told; a name of another sheet changes nothing', async () => {
  const headings = '核查情况/单位\t受查方\n台账/次数\t几回\n测评/单位\t受查方\n核查情况/规则\t'
  const reading = await readFacts(own, xiangxi, { headings })
  expect([refusals(reading), reading.unfit]).toEqual([[], []])
  expect(reading.facts.findings).toHaveLength(1)
  expect(noticesOf(reading)).toEqual([
    '“核查情况”表“受查方”列 tookHeading 1',
    '“台账”表“几回”列 tookHeading 1',
  ])
})

test('where the roster itself is not read, the headings of all other sheets are looked at, whatever their order', async () => {
  const bytes = await aWorkbook({
    change: sheets =>
      sheets
        .map(sheet => renamed(renamed(sheet, '单位名册', '名称', '单位全称'), '核查情况', '单位', '受查方'))
        .map(sheet => renamed(sheet, '历年结果', '综合得分', '总分'))
        .toReversed(),
  })
  const reading = await readFacts(bytes, xiangxi)
  expect(reading.unfit.map(({ sheet }) => sheet).toSorted()).toEqual(['单位名册', '历年结果', '核查情况'])
  const headings = '单位名册/名称\t单位全称\n核查情况/单位\t受查方\n历年结果/综合得分\t总分'
  expect(refusals(await readFacts(bytes, xiangxi, { headings }))).toEqual([])
})

test('the sheet 历年结果 of one’s own workbook is matched too', async () => {
  const past = {
    年度: 2017,
    单位: 'miao',
    考核对象: '孙示安',
    综合得分: 88,
    名次: 3,
    倒数第几: 2,
    等次: '较好',
  }
  const bytes = await aWorkbook({
    sheets: { 历年结果: [past] },
    change: sheets => sheets.map(sheet => renamed(sheet, '历年结果', '综合得分', '总分')),
  })
  const refused = await readHistory(bytes, xiangxi, roster)
  expect(refused.unfit.map(({ sheet }) => sheet)).toEqual(['历年结果'])
  const headings = '历年结果/综合得分\t总分'
  const read = await readHistory(bytes, xiangxi, roster, { headings })
  expect([read.unfit, read.history.years[0]!.entries.length]).toEqual([[], 1])
})

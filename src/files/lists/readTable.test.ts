import { expect, test } from 'vitest'
import { rawRow, rawSheet, rawXlsx } from '../../../tests/readers/rawXlsx.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import { defineList } from './defineList.ts'
import { createNames } from './matchNames.ts'
import { readText } from './readCell.ts'
import { type ListReading, readList } from './readList.ts'
import { choosingHeadings } from './readTable.ts'

const units = createNames([
  { id: 'A1', name: '试中心（本级）' },
  { id: 'A2', name: '试中心(本级)' },
  { id: 'B1', name: '试林业局' },
])

const list = defineList({
  name: '人员',
  most: 5,
  columns: [
    { name: '姓名', also: ['党员姓名'], wanted: true },
    { name: '所属单位' },
    { name: '日期' },
    { name: '人数' },
    { name: '编号' },
    { name: '说明', also: ['备注'] },
  ],
  read: (line, _none: undefined) => ({
    name: line.text('姓名'),
    unit: line.unit('所属单位', units),
    on: line.day('日期'),
    count: line.count('人数'),
    id: line.code('编号'),
    note: line.text('说明'),
  }),
  once: { key: ({ name }) => name, twin: first => `与第${first}行相同` },
})

type Reading = ListReading<ReturnType<typeof list.read> & object>

function read(
  sheets: Readonly<Record<string, string>>,
  tail = '',
  hidden: readonly string[] = [],
  head = '',
) {
  const names = Object.keys(sheets)
  const workbook = `<workbook xmlns:r="o"><sheets>${names
    .map(
      (name, at) =>
        `<sheet name="${name}" r:id="rId${at + 1}" ${hidden.includes(name) ? 'state="hidden"' : ''}/>`,
    )
    .join('')}</sheets></workbook>`
  const bytes = rawXlsx({
    sheets: Object.fromEntries(names.map(name => [name, rawSheet(sheets[name]!, tail, head)])),
    parts: { 'xl/workbook.xml': workbook },
  })
  return readList(list, bytes, undefined)
}

function ok(reading: Reading | Refusal): Reading {
  if (isRefusal(reading)) throw new Error(JSON.stringify(reading))
  return reading
}

const sheet = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells, at) => rawRow(at + 1, cells)).join('')
const names = (reading: Reading): readonly string[] => reading.accepted.map(({ value }) => value.name)
const reasons = (reading: Reading): readonly string[] =>
  reading.refused.map(({ row, cell, reason }) => `${row} ${cell ?? ''} ${reason.slice(0, 10)}`)
const told = (reading: Reading): readonly string[] =>
  reading.notices.map(({ place, sentence, times }) => `${place} ${sentence} ${times}`)

test('passedHiddenSheet, passedSheetOfList: all visible sheets with the headings are read; others and hidden ones are told', () => {
  const reading = ok(
    read(
      {
        一支部: sheet(['姓名'], ['张三']),
        二支部: sheet(['名册'], ['姓名 *'], ['李四'], ['张三']),
        别的: sheet(['金额'], ['3']),
        空的: '',
        旧: sheet(['姓名'], ['王五']),
        填写说明: sheet(['一行一人。']),
      },
      '',
      ['旧'],
    ),
  )
  expect(reading.accepted.map(({ sheet: of, row, value }) => [of, row, value.name])).toEqual([
    ['一支部', 2, '张三'],
    ['二支部', 3, '李四'],
  ])
  expect(reading.refused).toMatchObject([
    { sheet: '二支部', row: 4, reason: '与第2行相同（在工作表“一支部”）' },
  ])
  expect(told(reading)).toEqual([
    '“旧”表 隐藏的工作表，没有读入；要读入的请先取消隐藏 1',
    '“别的”表 没有读入：前十行里没有表头姓名 1',
  ])
})

test('errors, formulas without a value, broken signs and merged cells refuse their row with the cell', () => {
  const reading = ok(
    read(
      {
        表: sheet(
          ['姓名', '说明', '日期'],
          ['张三', '<c r="B2"><f>A1</f></c>'],
          ['李四', '<c r="B3" t="e"><v>#REF!</v></c>'],
          ['王五', '演示_x0000_记录'],
          ['赵六', '一_xD800_'],
          ['孙七'],
        ),
      },
      '<mergeCells><mergeCell ref="A6:A7"/></mergeCells>',
    ),
  )
  expect(reading.accepted).toEqual([])
  expect(reasons(reading)).toEqual([
    '2 B2 公式“=A1”没有存',
    '3 B3 公式的结果是错误值 ',
    '4 B4 文字中含有空字符（看',
    '5 B5 文字中含有半个字符（',
    '6  这一行在合并单元格 ',
  ])
})

test('tookHeading, columnMissing, columnTwice: other names are taken and told, unknown ones told, near and doubled ones refused', () => {
  const reading = ok(read({ 表: sheet(['序号', '党员姓名', '备注', '面貌'], ['1', '张三', '新', '党员']) }))
  expect(reading.accepted[0]!.value).toMatchObject({ name: '张三', note: '新' })
  expect(told(reading)).toEqual([
    '“党员姓名”列 已当作“姓名”列读入 1',
    '“备注”列 已当作“说明”列读入 1',
    '第2行“面貌”列 “面貌”列不在模板中，没有读入 1',
  ])
  expect(read({ 表: sheet(['姓名', '所属单元'], ['张三', '一']) })).toMatchObject({
    code: 'columnMissing',
    values: { column: '所属单位', nearest: '所属单元' },
  })
  expect(read({ 表: sheet(['姓名', '说明', '说明'], ['张三', '一', '二']) })).toMatchObject({
    code: 'columnTwice',
    values: { column: '说明', first: 'B列' },
  })
  expect(read({ 表: sheet(['金额', '3'], ['5', '6']) })).toMatchObject({
    code: 'tableHeadingsMissing',
    values: { wanted: '姓名' },
  })
})

test('headings that a user has chosen are taken for the columns', () => {
  const sheets = { 表: sheet(['名册'], ['称呼', '在哪'], ['张三', '试林业局']) }
  expect(read(sheets)).toMatchObject({
    code: 'tableHeadingsMissing',
    values: { columns: '姓名\t所属单位\t日期\t人数\t编号\t说明', found: '称呼\t在哪' },
  })
  const chosen = choosingHeadings(list, '姓名\t称呼\n所属单位\t在哪\n没有的\t甲\n说明\t')
  const bytes = rawXlsx({ sheets: { 表: rawSheet(sheets.表) } })
  expect(readList(chosen, bytes, undefined)).toMatchObject({
    accepted: [{ value: { name: '张三', unit: 'B1' } }],
  })
})

test('numbers are read as shown; rounded ones and serial numbers of days are refused', () => {
  const reading = ok(
    read({
      表: sheet(
        ['姓名', '编号', '日期', '人数', '说明'],
        ['张三', '<c r="B2"><v>433101198001011234</v></c>'],
        ['李四', '', '<c r="C3"><v>43480</v></c>'],
        ['王五', 'Ａ０１', '２０１８－０７－０６', '１２人', '<c r="E4" s="2"><v>0.2</v></c>'],
        ['赵六', '', '', '<c r="D5" s="2"><v>0.2</v></c>'],
      ),
    }),
  )
  expect(reading.accepted.map(({ value }) => value)).toEqual([
    { name: '王五', unit: undefined, on: '2018-07-06', count: 12, id: 'A01', note: '20.00%' },
  ])
  expect(reasons(reading)).toEqual(['2 B2 “433101198', '3 C3 “43480”是日期', '5 D5 “人数”写的是“20'])
})

test('formatRare: a number in a format that is not known is taken as it is, with a notice', () => {
  expect(readText({ kind: 'number', number: 5, format: '[DBNum1]0' })).toMatchObject({
    value: '5',
    notice: { code: 'formatRare' },
  })
  // formatRounds: what the format hides is not lost
  expect(readText({ kind: 'number', number: 0.155, percent: true, format: '0%' })).toMatchObject({
    value: '15.5%',
    notice: { code: 'formatRounds', values: { shown: '16%' } },
  })
  expect(readText({ kind: 'number', number: 0.155, percent: true, format: '0.0%' })).toEqual({
    value: '15.5%',
  })
  expect(readText({ kind: 'number', number: 7, format: '000' })).toEqual({ value: '007' })
})

test('invisible signs are dropped in headings, names and days', () => {
  const reading = ok(
    read({
      表: sheet(
        ['姓\u200b名', '日期', '所属单位'],
        ['张三\u200b', '\u202d2018-07-06\u202c', '\u202a试林业 局\u202c'],
        ['\u200b', '', ''],
      ),
    }),
  )
  expect(reading).toMatchObject({
    accepted: [{ value: { name: '张三', on: '2018-07-06', unit: 'B1' } }],
    refused: [],
  })
})

test('a text that fits two units is refused as ambiguous, unless it is one of them as written', () => {
  const reading = ok(
    read({
      表: sheet(
        ['姓名', '所属单位'],
        ['张三', '试中心(本级)'],
        ['李四', '试中心 （本级）'],
        ['王五', 'Ｂ１'],
      ),
    }),
  )
  expect(reading.accepted.map(({ value }) => value.unit)).toEqual(['A2', 'B1'])
  expect(reading.refused).toMatchObject([{ row: 3, cell: 'B3', reason: expect.stringContaining('说不清') }])
})

test('hiddenRow, hiddenColumn, tableFooter: hidden rows and columns are read and told; totals and signatures are refused', () => {
  const rows = sheet(
    ['党员花名册'],
    ['序号', '姓名'],
    ['1', '张三'],
    ['2', '李四'],
    ['合计', '2人'],
    ['制表人：试某'],
  )
  const reading = ok(read({ 表: rows.replace('<row r="3">', '<row r="3" hidden="1">') }))
  expect(names(reading)).toEqual(['张三', '李四'])
  expect(reasons(reading)).toEqual(['5 A5 “合计”是合计或落款', '6 A6 “制表人：试某”是合'])
  expect(told(reading)).toEqual(['第3行 隐藏的行，已照常读入 1'])
  const column = ok(
    read(
      { 表: sheet(['姓名', '说明'], ['张三', '一']) },
      '',
      [],
      '<cols><col min="2" max="3" hidden="1"/></cols>',
    ),
  )
  expect(column.accepted[0]!.value.note).toBe('一')
  expect(told(column)).toEqual(['“说明”列 隐藏的列，已照常读入 1'])
})

test('a web page or XML with the ending of a workbook is named for what it is', () => {
  const page = (text: string) => readList(list, new TextEncoder().encode(text), undefined)
  expect(page('<html><meta charset="gb2312"><table></table></html>')).toMatchObject({
    code: 'workbookIsPage',
    values: { kind: 'html' },
  })
  expect(page('<?xml version="1.0"?>\n<Workbook/>')).toMatchObject({ values: { kind: 'xml' } })
})

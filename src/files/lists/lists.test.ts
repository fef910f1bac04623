import { expect, test } from 'vitest'
import { isRefusal, refuse } from '../../domain/kernel/refusal.ts'
import { openWorkbook } from '../xlsx/openWorkbook.ts'
import type { CellPlan } from '../xlsx/sheetPlan.ts'
import { writeWorkbook } from '../xlsx/writeWorkbook.ts'
import { defineList } from './defineList.ts'
import { readList } from './readList.ts'
import { writeListTemplate } from './writeListTemplate.ts'

interface Context {
  readonly units: ReadonlyMap<string, string>
}

const list = defineList({
  name: '人员',
  most: 3,
  columns: [
    { name: '姓名', wanted: true, most: 4, example: '张三' },
    { name: '单位', wanted: true, options: ({ units }: Context) => [...units.keys()], example: '州林业局' },
    { name: '日期', takes: 'day' },
    { name: '人数', takes: 'count' },
  ],
  guide: () => ['一行一人。'],
  read: (line, { units }: Context) => ({
    name: line.text('姓名'),
    unit: line.unit('单位', text => units.get(text)),
    on: line.day('日期'),
    count: line.count('人数'),
  }),
  once: { key: ({ name }) => name, twin: first => `与第${first}行相同`, column: '姓名' },
})

const context: Context = { units: new Map([['州林业局', 'U1']]) }
const heading = ['人数', '单位（全称）', ' 姓名 *', '日期']

async function read(rows: readonly (readonly CellPlan[])[]) {
  const sheets = [{ name: '甲', columns: [], rows }]
  return readList(list, await writeWorkbook({ title: '甲', madeOn: '2018-12-24', sheets }), context)
}

test('a row is accepted, or refused with its first reason at the cell concerned', async () => {
  const reading = await read([['人员名单'], heading, ['2人', '州林业局', '张三', '2018年7月6日'], []])
  expect(reading).toEqual({
    accepted: [{ row: 3, value: { name: '张三', unit: 'U1', on: '2018-07-06', count: 2 } }],
    refused: [],
    notices: [],
  })
  expect(
    await read([
      heading,
      ['许多', '州林业局', null, '明年'],
      [null, '没有的', '李四', null],
      [null, '州林业局', '名字太长了', null],
    ]),
  ).toMatchObject({
    accepted: [],
    refused: [
      { row: 2, column: '姓名', cell: 'C2', reason: '“姓名”没有填' },
      { row: 3, column: '单位', cell: 'B3', reason: expect.stringContaining('没有的') },
      { row: 4, column: '姓名', cell: 'C4', reason: expect.stringContaining('不超过4字的姓名') },
    ],
  })
})

test('of rows with the same key the first is accepted', async () => {
  const row = [null, '州林业局', '张三', null]
  expect(await read([heading, row, row])).toMatchObject({
    accepted: [{ row: 2 }],
    refused: [{ row: 3, cell: 'C3', reason: '与第2行相同' }],
  })
})

test('tableHeadingsMissing, tableRowsTooMany', async () => {
  expect(await read([['姓名']])).toEqual(
    refuse('tableHeadingsMissing', {
      wanted: '单位',
      columns: '姓名\t单位\t日期\t人数',
      found: '姓名',
      likely: '姓名\t\t\t',
    }),
  )
  const rows = ['一', '二', '三', '四'].map(name => [null, '州林业局', name, null])
  expect(await read([heading, ...rows])).toEqual(refuse('tableRowsTooMany', { most: 3 }))
})

test('the template is a list without rows; its guide ends with the example', async () => {
  const bytes = await writeListTemplate(list, context, { title: '人员模板', madeOn: '2018-12-24' })
  expect(readList(list, bytes, context)).toEqual({ accepted: [], refused: [], notices: [] })
  const book = openWorkbook(bytes)
  if (isRefusal(book)) throw new Error(book.code)
  const texts = book.sheets.flatMap(sheet =>
    [...sheet.rows()].flatMap(row =>
      isRefusal(row) ? [] : row.cells.map(cell => cell && 'text' in cell && cell.text),
    ),
  )
  expect(texts).toEqual(
    expect.arrayContaining(['姓名 *', '一行一人。', '例如：姓名“张三”，单位“州林业局”', '州林业局']),
  )
})

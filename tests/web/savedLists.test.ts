import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeTables } from '../../src/files/xlsx/writeTables.ts'
import type { Column } from '../../src/web/kit/table/column.ts'
import { savedTable } from '../../src/web/kit/table/savedTable.ts'
import { readWorkbook } from '../results/readWorkbook.ts'

const HEAD = { title: '2018年度清单', office: '示范州委组织部', day: '2018年12月24日', madeOn: '2018-12-24' }

interface Row {
  readonly name: string
  readonly count: number
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: '单位', width: 200, value: row => row.name },
  { id: 'count', title: '次数', width: 80, kind: 'number', value: row => row.count },
  { id: 'note', title: '经办', width: 80, value: () => '李四', onlySaved: true },
  { id: 'acts', title: '操作', width: 80, value: () => undefined, sort: false },
]

async function savedBytes(label: string, rows: readonly Row[], office = HEAD.office) {
  return writeTables({ ...HEAD, office }, [savedTable(label, columns, rows)])
}

test('a saved list holds its columns, also those that are only saved, and none of what is there to be pressed', async () => {
  const sheet = readWorkbook(await savedBytes('清单', [{ name: '州林业局', count: 3 }])).get('清单')!
  expect([...sheet.values()].map(cells => cells.map(cell => cell?.value))).toEqual([
    ['2018年度清单'],
    ['示范州委组织部', undefined, '2018年12月24日'],
    ['单位', '次数', '经办'],
    ['州林业局', 3, '李四'],
  ])
})

test('a saved list is a paper: a table with borders, the headings on every page', async () => {
  const parts = unzipSync(await savedBytes('清单', [{ name: '州林业局', count: 3 }]))
  const text = (name: string) => strFromU8(parts[name]!)
  expect(text('xl/workbook.xml')).toContain("'清单'!$1:$3")
  expect(text('xl/worksheets/sheet1.xml')).toContain('<mergeCell ref="A1:C1"/>')
  expect(styleOf(parts, 'A4')).toContain('applyBorder="1"')
})

test('a list with many columns stays in readable type: wide columns wrap', async () => {
  const wide = Array.from({ length: 12 }, (_, at) => ({ ...columns[0]!, id: `column${at}`, width: 400 }))
  const bytes = await writeTables(HEAD, [savedTable('清单', wide, [{ name: '州林业局', count: 3 }])])
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(found => Number(found[1]))
  expect(widths.length).toBe(12)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(180)
})

test.each([
  [
    '州直机关党组织书记抓基层党建工作述职评议考核整改事项清单',
    '州直机关党组织书记抓基层党建工作述职评议考核整改事项清单',
  ],
  ['清'.repeat(40), '清'.repeat(31)],
  ["'第1次[调查]：一/二\\三*?:四'", '第1次 调查 ：一 二 三 四'],
  ['[]', '工作表'],
])('a list of any name has a sheet of a name that Excel takes: %s', async (label, name) => {
  expect([...readWorkbook(await savedBytes(label, [])).keys()]).toEqual([name])
})

test('an office without a name yet leaves its place above a saved list empty', async () => {
  const sheet = readWorkbook(await savedBytes('清单', [], '')).get('清单')!
  expect(sheet.get(2)!.map(cell => cell?.value)).toEqual([undefined, undefined, '2018年12月24日'])
})

test.each(['=1+2', '+8674312345', '-3', '@SUM(A1)'])(
  'a cell that begins with %s is saved as text',
  async name => {
    const bytes = await savedBytes('清单', [{ name, count: 1 }])
    expect(readWorkbook(bytes).get('清单')!.get(4)![0]).toEqual({ value: name })
    expect(styleOf(unzipSync(bytes), 'A4')).toContain('quotePrefix="1"')
  },
)

test('10,000 rows are saved, each where it belongs', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => ({ name: `单位${at}`, count: at }))
  const sheet = readWorkbook(await savedBytes('清单', rows)).get('清单')!
  expect(sheet.size).toBe(10_003)
  expect(sheet.get(10_003)!.map(cell => cell?.value)).toEqual(['单位9999', 9999, '李四'])
})

/** The style of a cell that holds text. */
function styleOf(parts: Readonly<Record<string, Uint8Array>>, cell: string): string {
  const text = (name: string) => strFromU8(parts[name]!)
  const [, style] = new RegExp(`<c r="${cell}" s="(\\d+)" t="inlineStr">`).exec(
    text('xl/worksheets/sheet1.xml'),
  )!
  return [...text('xl/styles.xml').matchAll(/<xf [^>]*xfId="0".*?<\/xf>/g)][Number(style)]![0]
}

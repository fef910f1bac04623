import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { openWorkbook } from './openWorkbook.ts'
import type { SheetPlan } from './sheetPlan.ts'
import { writeWorkbook } from './writeWorkbook.ts'

const text = { open: true, format: '@' } as const

function plan(sheet: Partial<SheetPlan>): SheetPlan {
  return {
    name: '表',
    columns: [{ width: 20, style: text }, { style: { open: true } }],
    rows: [['单位', '次数']],
    ...sheet,
  }
}

async function written(...sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  return writeWorkbook({ title: '示范', madeOn: '2018-01-01', sheets })
}

function read(bytes: Uint8Array): unknown {
  const workbook = openWorkbook(bytes)
  if (isRefusal(workbook)) return workbook
  return workbook.sheets.map(sheet => [...sheet.rows()].map(row => (isRefusal(row) ? row : row.cells)))
}

test('the written workbook reads back: values, formulas with their last values, texts that look like errors or escapes', async () => {
  const rows = [
    ['单位', 1.5, true, null, '#REF!', '_x000D_ a<b>&', undefined],
    [
      { value: 3, formula: '1+2' },
      { value: '', formula: '""' },
      { value: '好', note: '说明' },
      { formula: 'A1' },
    ],
  ]
  const shown = read(await written(plan({ columns: [], rows })))
  const content = (kind: string, value: unknown): object => ({ kind, [kind]: value })
  expect(shown).toEqual([
    [
      [
        content('text', '单位'),
        content('number', 1.5),
        content('boolean', true),
        undefined,
        content('text', '#REF!'),
        content('text', '_x000D_ a<b>&'),
      ],
      [
        { ...content('number', 3), formula: '1+2' },
        { ...content('text', ''), formula: '""' },
        content('text', '好'),
        { kind: 'empty', formula: 'A1' },
      ],
    ],
  ])
})

test('the same plan gives the same bytes', async () => {
  const sheet = plan({ locked: true, frozenRows: 1 })
  expect(await written(sheet)).toEqual(await written(sheet))
})

/** A sheet's XML, and its cell formats in order. */
async function xmlOf(...sheets: readonly SheetPlan[]): Promise<{ xml: string; formats: readonly string[] }> {
  const parts = unzipSync(await written(...sheets))
  const styles = strFromU8(parts['xl/styles.xml']!)
  const formats = [...styles.matchAll(/<xf [^>]*xfId="0".*?<\/xf>/g)].map(([format]) => format)
  return { xml: strFromU8(parts['xl/worksheets/sheet1.xml']!), formats }
}

test('on a locked sheet whole columns are editable, also beyond the last, except the headings', async () => {
  const { xml, formats } = await xmlOf(
    plan({ rows: [[{ value: '单位', style: { bold: true } }, '次数'], ['甲']], locked: true }),
  )
  expect(xml).toMatch(/<sheetProtection sheet="1"/)
  expect(xml).not.toContain('password')
  const isOpen = (style: string | undefined): boolean => formats[Number(style ?? 0)]!.includes('locked="0"')
  const columns = [...xml.matchAll(/<col min="(\d+)" max="(\d+)"[^>]*? style="(\d+)"/g)]
  expect(columns.map(([, min, max, style]) => [min, max, isOpen(style)])).toEqual([
    ['1', '1', true],
    ['2', '2', true],
    ['3', '16384', true],
  ])
  const cell = (at: string): boolean => isOpen(new RegExp(`<c r="${at}" s="(\\d+)"`).exec(xml)?.[1])
  expect(['A1', 'B1', 'A2'].map(cell)).toEqual([false, true, true])
})

test('columns never overlap, wherever a style is set among them', async () => {
  const { xml } = await xmlOf(
    plan({ columns: [{ width: 9 }, { style: { format: 'yyyy-mm-dd' } }, {}, {}], rows: [] }),
  )
  expect([...xml.matchAll(/<col min="(\d+)" max="(\d+)"/g)].map(([, min, max]) => [min, max])).toEqual(
    ['1', '2', '3', '4'].map(at => [at, at]),
  )
})

test('a text that looks like a formula keeps its text marker in any style', async () => {
  const signs = ['=1+1', '+1', '-1', '@A1', '\t=1']
  const { xml, formats } = await xmlOf(
    plan({
      columns: [],
      rows: [signs, ['1=1', -1, { value: '=甲', style: { bold: true } }, { formula: 'A1' }]],
    }),
  )
  const quoted = [...xml.matchAll(/<c r="([A-Z]\d)"(?: s="(\d+)")?/g)].flatMap(([, at, style]) =>
    formats[Number(style ?? 0)]!.includes('quotePrefix="1"') ? [at] : [],
  )
  expect(quoted).toEqual(['A1', 'B1', 'C1', 'D1', 'E1', 'C2'])
})

test('drop-downs, bounds, merges, frozen rows, filters and hidden sheets are written', async () => {
  const sheet = plan({
    frozenRows: 1,
    frozenColumns: 1,
    merges: ['A3:B3'],
    filterRow: 1,
    validations: [
      {
        range: 'A2:A9',
        kind: 'list',
        from: '选项!$A$1:$A$2',
        strict: 'warning',
        title: '单位',
        message: '请选',
      },
      { range: 'B2:B9', kind: 'whole', from: '0', to: '10', strict: 'stop' },
      { range: 'C2:C9', kind: 'list', from: '选项!$A$1:$A$2', strict: 'off' },
    ],
  })
  const bytes = await written(sheet, plan({ name: '选项', hidden: true }))
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
  for (const piece of [
    '<formula1>选项!$A$1:$A$2</formula1>',
    'errorStyle="warning"',
    'type="whole"',
    'xSplit="1"',
    'ySplit="1"',
    '<mergeCell ref="A3:B3"/>',
    '<autoFilter',
  ]) {
    expect(xml).toContain(piece)
  }
  const workbook = openWorkbook(bytes)
  expect(isRefusal(workbook) ? [] : workbook.sheets.map(each => each.hidden)).toEqual([false, true])
  await expect(written(plan({ merges: ['nowhere'] }))).rejects.toThrow(RangeError)
})

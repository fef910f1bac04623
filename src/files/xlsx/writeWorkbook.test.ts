import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { openWorkbook } from './openWorkbook.ts'
import type { SheetPlan } from './sheetPlan.ts'
import { writeWorkbook } from './writeWorkbook.ts'

const open = { protection: { locked: false } } as const
const text = { ...open, numFmt: '@' } as const

function plan(sheet: Partial<SheetPlan>): SheetPlan {
  return {
    name: '表',
    columns: [{ width: 20, style: text }, { style: open }],
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

test('what is written is read back: values, formulas with their last values, texts that look like errors or escapes', async () => {
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
  const sheet = plan({ locked: true, openBelow: 1, frozenRows: 1 })
  expect(await written(sheet)).toEqual(await written(sheet))
})

test('on a locked sheet whole columns stay open, the headings apart', async () => {
  const locked = { protection: { locked: true } } as const
  const sheet = plan({
    rows: [
      [
        { value: '单位', style: locked },
        { value: '次数', style: locked },
      ],
    ],
    locked: true,
    openBelow: 1,
  })
  const xml = strFromU8(unzipSync(await written(sheet))['xl/worksheets/sheet1.xml']!)
  expect(xml).toMatch(/<sheetProtection sheet="1"/)
  expect(xml).not.toContain('password')
  const columns = [...xml.matchAll(/<col style="(\d+)" min="(\d+)"( max="16384")?/g)].map(
    ([, style, min, last]) => [style, min, last !== undefined],
  )
  expect(columns).toHaveLength(3)
  expect(columns.map(([, min, last]) => [min, last])).toEqual([
    ['1', false],
    ['2', false],
    ['3', true],
  ])
  const header = /<c r="A1"[^>]* s="(\d+)"/.exec(xml)?.[1]
  expect(columns.map(([style]) => style)).not.toContain(header)
})

test('drop-downs, bounds, merges, frozen rows, filters and hidden sheets are there', async () => {
  const sheet = plan({
    frozenRows: 1,
    frozenColumns: 1,
    merges: ['A3:B3'],
    filter: 'A1:B1',
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

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { openWorkbook } from '../openWorkbook.ts'
import { escapeText } from './cellXml.ts'
import { openWorkbookStream } from './workbookStream.ts'

async function sample(): Promise<Uint8Array> {
  const workbook = openWorkbookStream({ title: '样本 <&>', madeOn: '2019-01-10' })
  const head = workbook.styles.id({ bold: true, fill: 'F2F2F2', border: true })
  const later = workbook.open({ name: "后'表", columns: [{ width: 10 }], order: 2 })
  const sheet = workbook.open({
    name: '前表',
    columns: [{ width: 10 }, { width: 20 }],
    order: 1,
    frozenRows: 1,
    frozenColumns: 1,
    repeatedRows: [1, 1],
    filterRow: 1,
    marks: { from: 2, formula: '$A2>1', colour: 'C00000' },
  })
  sheet.add([{ value: '数', style: head, note: '条款\n口径 <R1>' }, { value: '文字' }], 24)
  sheet.add([{ value: 1.5 }, { value: '=1+1' }])
  sheet.add([
    { formula: 'A2*2', value: 3 },
    { formula: '""', value: '' },
  ])
  sheet.add([undefined, { value: ' 空格\n换行 \u0001_x0041_ \ud800' }])
  later.add([{ formula: "'前表'!A3", value: 3 }])
  later.merge('A1:B1')
  return workbook.finish()
}

test('the written workbook reads back', async () => {
  const bytes = await sample()
  const opened = openWorkbook(bytes)
  if (isRefusal(opened)) throw new Error(opened.code)
  expect(opened.sheets.map(sheet => sheet.name)).toEqual(['前表', "后'表"])
  expect([...opened.sheets[0]!.rows()]).toEqual([
    {
      row: 1,
      cells: [
        { kind: 'text', text: '数' },
        { kind: 'text', text: '文字' },
      ],
    },
    {
      row: 2,
      cells: [
        { kind: 'number', number: 1.5 },
        { kind: 'text', text: '=1+1' },
      ],
    },
    {
      row: 3,
      cells: [{ kind: 'number', number: 3, formula: 'A2*2' }, expect.objectContaining({ formula: '""' })],
    },
    { row: 4, cells: [undefined, { kind: 'text', text: ' 空格\n换行 \u0001_x0041_ \ufffd' }] },
  ])
  expect(opened.sheets[1]!.survey()).toMatchObject({
    merges: [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }],
  })
  const parts = unzipSync(bytes)
  expect(strFromU8(parts['xl/comments1.xml']!)).toMatch(/<comment ref="A1".*>条款\n口径 &lt;R1&gt;<\/t>/s)
  expect(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels']!)).toContain('../comments1.xml')
})

test('the parts contain freeze, filter, print titles, page setup and the red of a condition', async () => {
  const parts = unzipSync(await sample())
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  expect(sheet).toContain(
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
  )
  expect(sheet).toContain('<autoFilter ref="A1:B4"/>')
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(sheet).toContain(
    '<cfRule type="expression" dxfId="0" priority="1"><formula>$A2&gt;1</formula></cfRule>',
  )
  const book = strFromU8(parts['xl/workbook.xml']!)
  expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'前表'!$1:$1</definedName>`)
  expect(book).toContain(
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'前表'!$A$1:$B$4</definedName>`,
  )
})

test('the same rows give the same bytes', async () => {
  expect(Buffer.compare(await sample(), await sample())).toBe(0)
})

test('text that XML cannot hold is escaped as workbooks do', () => {
  expect(escapeText('a<b>&"c"')).toBe('a&lt;b&gt;&amp;&quot;c&quot;')
  expect(escapeText('\u0000\u001f\uffff')).toBe('_x0000__x001F__xFFFF_')
  expect(escapeText('_x0041_ _x41_')).toBe('_x005F_x0041_ _x41_')
  expect(escapeText('\ud83d\ude00 \ude00')).toBe('\ud83d\ude00 \ufffd')
})

test('thousands of rows are written in pieces', async () => {
  const workbook = openWorkbookStream({ title: '大', madeOn: '2019-01-10' })
  const sheet = workbook.open({ name: '大', columns: [{ width: 10 }] })
  for (let row = 0; row < 40_000; row++) {
    sheet.add([{ value: row }, { value: `第${row}行` }])
    await sheet.settle()
  }
  const opened = openWorkbook(await workbook.finish())
  if (isRefusal(opened)) throw new Error(opened.code)
  let sum = 0
  for (const row of opened.sheets[0]!.rows())
    if ('cells' in row && row.cells[0]?.kind === 'number') sum += row.cells[0].number
  expect(sum).toBe((40_000 * 39_999) / 2)
})

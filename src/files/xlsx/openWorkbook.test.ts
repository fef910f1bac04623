import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rawRow, rawSheet, rawXlsx } from '../../../tests/readers/rawXlsx.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import { type OpenedWorkbook, openWorkbook } from './openWorkbook.ts'
import type { SheetRow } from './sheetCell.ts'
import { WORKBOOK_LIMITS } from './workbookLimits.ts'
import { sized } from '../../../tests/longRun.ts'

const plain = rawXlsx({ sheets: { 表一: rawSheet(rawRow(1, ['甲', '乙'])) } })

function opened(bytes: Uint8Array): OpenedWorkbook {
  const workbook = openWorkbook(bytes)
  if (isRefusal(workbook)) throw new Error(JSON.stringify(workbook))
  return workbook
}

function rowsOf(bytes: Uint8Array, at = 0): readonly (SheetRow | Refusal)[] {
  return [...opened(bytes).sheets[at]!.rows()]
}

function cellsOf(xml: string, tail = ''): readonly unknown[] {
  const [row] = rowsOf(rawXlsx({ sheets: { 表: rawSheet(xml, tail) } }))
  return (row as SheetRow).cells as unknown[]
}

function codeOf(result: unknown): string | undefined {
  return isRefusal(result) ? result.code : undefined
}

test('sheets have their order and names, hidden ones too, and rows their numbers', () => {
  const bytes = rawXlsx({
    sheets: { 表一: rawSheet(rawRow(2, ['甲']) + rawRow(7, ['乙'])), 表二: rawSheet('') },
  })
  expect(opened(bytes).sheets.map(sheet => [sheet.name, sheet.hidden])).toEqual([
    ['表一', false],
    ['表二', false],
  ])
  expect(rowsOf(bytes).map(row => (row as SheetRow).row)).toEqual([2, 7])
  expect(rowsOf(bytes, 1)).toEqual([])
})

test('cells: texts, numbers, booleans, errors, percentages and dates by their style', () => {
  const cells = cellsOf(
    `<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" s="2"><v>0.95</v></c><c r="E1" s="1"><v>43455</v></c><c r="F1" s="3"><v>43455.5</v></c><c r="G1" s="4"><v>43455</v></c><c r="H1" s="6"><v>3</v></c><c r="I1" s="5" t="str"><v>a&lt;b&#x4E2D;_x000D_</v></c></row>`,
  )
  expect(cells).toEqual([
    { kind: 'number', number: 1.5 },
    { kind: 'boolean', boolean: true },
    { kind: 'error', error: '#N/A' },
    { kind: 'number', number: 0.95, percent: true, format: '0.00%' },
    { kind: 'date', serial: 43455, day: '2018-12-21', format: 'yyyy/m/d' },
    { kind: 'date', serial: 43455.5, day: '2018-12-21', format: 'yyyy"年"m"月"d"日"' },
    { kind: 'date', serial: 43455, day: '2018-12-21', format: 'yyyy"年"m"月"d"日"' },
    { kind: 'number', number: 3, format: '0.0"days"' },
    { kind: 'text', text: 'a<b中\r' },
  ])
})

test('a formula keeps its text beside its last value; without one it is empty, but an empty text is a value', () => {
  const cells = cellsOf(
    `<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1"><f>A1</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>A9</f><v>#REF!</v></c></row>`,
  )
  expect(cells).toEqual([
    { kind: 'number', number: 3, formula: '1+2' },
    { kind: 'empty', formula: 'A1' },
    { kind: 'text', text: '', formula: '""' },
    { kind: 'error', error: '#REF!', formula: 'A9' },
  ])
})

test('shared texts: runs are joined, phonetic guides omitted', () => {
  const strings =
    '<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si></sst>'
  const bytes = rawXlsx({
    sheets: { 表: rawSheet('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>') },
    parts: { 'xl/sharedStrings.xml': strings },
  })
  expect((rowsOf(bytes)[0] as SheetRow).cells).toEqual([
    { kind: 'text', text: '乙 丙' },
    undefined,
    { kind: 'text', text: '甲' },
  ])
})

test('prefixes, single quotes, comments and CDATA are read as XML allows; row and cell numbers are optional', () => {
  const xml = `<x:worksheet xmlns:x="m"><x:sheetData><!-- <row r="9"/> --><x:row><x:c t='inlineStr'><x:is><x:t><![CDATA[a & <b>]]></x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:B3"/></x:mergeCells></x:worksheet>`
  const bytes = rawXlsx({ sheets: { 表: xml } })
  expect(rowsOf(bytes)).toEqual([
    {
      row: 1,
      cells: [
        { kind: 'text', text: 'a & <b>' },
        { kind: 'number', number: 2 },
      ],
    },
  ])
  expect(opened(bytes).sheets[0]!.survey()).toEqual({
    merges: [{ name: 'A2:B3', fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 1 }],
  })
})

test('merged ranges are found although a text resembles the end of the rows', () => {
  const bytes = rawXlsx({
    sheets: {
      表: rawSheet(rawRow(1, ['/sheetData>', '甲']), '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    },
  })
  expect(opened(bytes).sheets[0]!.survey()).toMatchObject({ merges: [{ name: 'A1:B1' }], lastRow: 9 })
})

test.each([
  ['in the default namespace', '<workbookPr date1904="1"/>', ''],
  ['with a prefix', '<x:workbookPr date1904="true"/>', 'x:'],
  [
    'with the second element of later versions of Excel',
    '<workbookPr date1904="1"/><extLst><ext xmlns:x15="y"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
    '',
  ],
  ['with a foreign element beside it', '<workbookPr date1904="1"/><x15:workbookPr xmlns:x15="y"/>', ''],
])('the date system of 1904 shifts the days: %s', (_name, settings, prefix) => {
  const workbook = `<${prefix}workbook xmlns:r="o">${settings}<sheets><sheet name="表" r:id="rId1" state="hidden"/></sheets></${prefix}workbook>`
  const bytes = rawXlsx({
    sheets: { 表: rawSheet('<row r="1"><c r="A1" s="1"><v>0</v></c></row>') },
    parts: { 'xl/workbook.xml': workbook },
  })
  expect(opened(bytes).sheets[0]!.hidden).toBe(true)
  expect((rowsOf(bytes)[0] as SheetRow).cells[0]).toMatchObject({
    kind: 'date',
    serial: 0,
    day: '1904-01-01',
  })
})

test('other kinds of files are recognized by content', async () => {
  const ole = (name: string): Uint8Array => {
    const bytes = new Uint8Array(1024)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    ;[...name].forEach((sign, at) => (bytes[512 + at * 2] = sign.charCodeAt(0)))
    bytes[512 + 64] = name.length * 2 + 2
    bytes[512 + 66] = 2
    return bytes
  }
  const refusal = (bytes: Uint8Array): unknown => openWorkbook(bytes)
  expect(refusal(new Uint8Array())).toMatchObject({ code: 'fileEmpty' })
  expect(refusal(ole('Workbook'))).toMatchObject({ code: 'workbookOldXls' })
  expect(refusal(ole('Book'))).toMatchObject({ code: 'workbookOldXls' })
  expect(refusal(ole('EncryptedPackage'))).toMatchObject({ code: 'workbookEncrypted' })
  expect(refusal(ole('WordDocument'))).toMatchObject({ code: 'notWorkbook', values: { seems: 'oldWord' } })
  expect(refusal(ole('Contents'))).toMatchObject({ code: 'notWorkbook', values: { seems: 'oldOffice' } })
  expect(refusal(strToU8('单位,行,次数\n甲,四.4,1\n'))).toMatchObject({
    code: 'notWorkbook',
    values: { seems: 'text' },
  })
  expect(refusal(strToU8('%PDF-1.4'))).toMatchObject({ code: 'notWorkbook', values: { seems: 'pdf' } })
  expect(refusal(new Uint8Array([0, 1, 2, 3]))).toMatchObject({
    code: 'notWorkbook',
    values: { seems: 'binary' },
  })
  const encrypted = readFileSync('tests/readers/encrypted.xlsx')
  expect(refusal(encrypted)).toMatchObject({ code: 'workbookEncrypted' })
})

test('other archives are not workbooks', () => {
  const zip = (parts: Record<string, string>): unknown =>
    openWorkbook(
      zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
    )
  expect(zip({ 'a.txt': 'a' })).toMatchObject({ code: 'notWorkbook', values: { seems: 'zip' } })
  expect(zip({ 'word/document.xml': '<a/>' })).toMatchObject({ values: { seems: 'word' } })
  expect(zip({ 'ppt/presentation.xml': '<a/>' })).toMatchObject({ values: { seems: 'slides' } })
  expect(zip({ mimetype: 'x', 'content.xml': '<a/>' })).toMatchObject({ values: { seems: 'openDocument' } })
  const binary = `<Relationships><Relationship Id="r" Type="o/officeDocument" Target="xl/workbook.bin"/></Relationships>`
  expect(zip({ '_rels/.rels': binary, 'xl/workbook.bin': 'x' })).toMatchObject({ values: { seems: 'xlsb' } })
})

test('a workbook with macros is read like any other', () => {
  const bytes = rawXlsx({
    sheets: { 表: rawSheet(rawRow(1, ['甲'])) },
    parts: { 'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) },
  })
  expect(rowsOf(bytes)).toHaveLength(1)
})

test('a missing part is named', () => {
  const bytes = rawXlsx({ sheets: { 表: rawSheet('') }, parts: { 'xl/worksheets/sheet1.xml': undefined } })
  expect(openWorkbook(bytes)).toMatchObject({
    code: 'workbookPartMissing',
    values: { part: 'xl/worksheets/sheet1.xml' },
  })
  expect(openWorkbook(rawXlsx({ sheets: {} }))).toMatchObject({ code: 'workbookPartMissing' })
})

test('a file truncated at any point is refused, never read in part', () => {
  for (let length = 4; length < plain.length; length += 7)
    expect(openWorkbook(plain.slice(0, length))).toMatchObject({ code: 'zipTruncated' })
})

test('a changed byte in the data is detected by the checksum before any row is returned', () => {
  const bytes = rawXlsx({ sheets: { 表: rawSheet(rawRow(1, ['甲', '乙', '丙'])) }, stored: true })
  const at = findBytes(bytes, strToU8('丙'))
  bytes[at + 2]! ^= 1
  expect(opened(bytes).sheets[0]!.survey()).toMatchObject({ code: 'zipBroken', values: { what: 'checksum' } })
  expect(codeOf(rowsOf(bytes).at(-1))).toBe('zipBroken')
})

test('broken data, an unknown method and a duplicate part are refused', () => {
  const deflated = rawXlsx({ sheets: { 表: rawSheet(rawRow(1, Array<string>(20).fill('甲乙丙'))) } })
  const entry = findBytes(deflated, strToU8('xl/worksheets/sheet1.xml'))
  deflated.fill(0xff, entry + 30, entry + 60)
  expect(opened(deflated).sheets[0]!.survey()).toMatchObject({ code: 'zipBroken', values: { what: 'data' } })
  const unknown = rawXlsx({ sheets: { 表: rawSheet('') } })
  new DataView(unknown.buffer).setUint16(directoryEntry(unknown, '_rels/.rels') + 10, 99, true)
  expect(openWorkbook(unknown)).toMatchObject({ code: 'zipBroken', values: { what: 'method' } })
  const twice = rawXlsx({ sheets: { 甲: rawSheet(''), 乙: rawSheet('') } })
  twice[directoryEntry(twice, 'xl/worksheets/sheet2.xml') + 46 + 'xl/worksheets/sheet'.length] =
    '1'.charCodeAt(0)
  expect(openWorkbook(twice)).toMatchObject({ code: 'zipBroken', values: { what: 'twice' } })
})

test('an encrypted part is refused as an encrypted workbook', () => {
  const bytes = rawXlsx({ sheets: { 表: rawSheet('') } })
  new DataView(bytes.buffer).setUint16(directoryEntry(bytes, '_rels/.rels') + 8, 1, true)
  expect(openWorkbook(bytes)).toMatchObject({ code: 'workbookEncrypted' })
})

test('zip bombs are refused by ratio, total size, part size, number of parts and shared bytes', () => {
  const zeros = rawXlsx({ sheets: { 表: rawSheet('', ' '.repeat(40 * 1024 * 1024)) } })
  expect(opened(zeros).sheets[0]!.survey()).toMatchObject({ code: 'zipBomb', values: { what: 'ratio' } })
  expect(codeOf([...opened(zeros).sheets[0]!.rows()].at(-1))).toBe('zipBomb')
  const bulky = rawXlsx({
    sheets: { 表: rawSheet(rawRow(1, ['甲'])) },
    parts: { 'xl/styles.xml': `<styleSheet>${' '.repeat(60_000)}</styleSheet>` },
  })
  expect(openWorkbook(bulky, { ...WORKBOOK_LIMITS, smallPart: 50_000 })).toMatchObject({
    code: 'zipBomb',
    values: { what: 'part' },
  })
  expect(openWorkbook(bulky, { ...WORKBOOK_LIMITS, inflated: 50_000 })).toMatchObject({
    code: 'zipBomb',
    values: { what: 'total' },
  })
  expect(openWorkbook(bulky, { ...WORKBOOK_LIMITS, entries: 3 })).toMatchObject({
    code: 'zipBomb',
    values: { what: 'entries' },
  })
  expect(openWorkbook(bulky, { ...WORKBOOK_LIMITS, file: 100 })).toMatchObject({ code: 'fileTooLarge' })
  const shared = rawXlsx({ sheets: { 甲: rawSheet(rawRow(1, ['甲'])), 乙: rawSheet(rawRow(1, ['乙'])) } })
  const view = new DataView(shared.buffer)
  const [one, other] = ['1', '2'].map(number =>
    directoryEntry(shared, `xl/worksheets/sheet${number}.xml`),
  ) as [number, number]
  view.setUint32(other + 42, view.getUint32(one + 42, true), true)
  expect(openWorkbook(shared)).toMatchObject({ code: 'zipBomb', values: { what: 'overlap' } })
})

test('sizes claimed by the directory are not trusted', () => {
  const bytes = rawXlsx({ sheets: { 表: rawSheet(rawRow(1, ['甲'])) } })
  new DataView(bytes.buffer).setUint32(directoryEntry(bytes, 'xl/worksheets/sheet1.xml') + 24, 1, true)
  expect(opened(bytes).sheets[0]!.survey()).toMatchObject({ code: 'zipBroken', values: { what: 'checksum' } })
})

test('zip64 directories, as written by streaming writers, are read', () => {
  const bytes = rawXlsx({ sheets: { 表: rawSheet(rawRow(1, ['甲'])) } })
  const end = bytes.length - 22
  const view = new DataView(bytes.buffer)
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  const wide = new Uint8Array(56 + 20 + 22)
  const record = new DataView(wide.buffer)
  record.setUint32(0, 0x06064b50, true)
  record.setBigUint64(32, BigInt(count), true)
  record.setBigUint64(48, BigInt(at), true)
  record.setUint32(56, 0x07064b50, true)
  record.setBigUint64(64, BigInt(end), true)
  record.setUint32(76, 0x06054b50, true)
  record.setUint16(86, 0xffff, true)
  record.setUint32(92, 0xffffffff, true)
  const joined = new Uint8Array(end + wide.length)
  joined.set(bytes.subarray(0, end))
  joined.set(wide, end)
  expect(rowsOf(joined)).toHaveLength(1)
})

test('any bytes give a workbook or a Refusal, never an exception', () => {
  const edits = fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(edits, changes => {
      const bytes = plain.slice()
      for (const [at, byte] of changes) bytes[at] = byte
      const workbook = openWorkbook(bytes)
      if (isRefusal(workbook)) return
      for (const sheet of workbook.sheets) {
        sheet.survey()
        for (const row of sheet.rows()) expect(isRefusal(row) || row.row > 0).toBe(true)
      }
    }),
    { numRuns: sized(400, 80) },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(isRefusal(openWorkbook(bytes))).toBe(true)
    }),
    { numRuns: sized(300, 60) },
  )
})

function findBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  for (let at = from; at <= bytes.length - wanted.length; at++)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  throw new Error('not there')
}

/** Where the directory entry of a part begins. */
function directoryEntry(bytes: Uint8Array, path: string): number {
  const name = strToU8(path)
  for (
    let at = findBytes(bytes, new Uint8Array([0x50, 0x4b, 1, 2]));
    ;
    at = findBytes(bytes, new Uint8Array([0x50, 0x4b, 1, 2]), at + 4)
  ) {
    if (name.every((byte, index) => bytes[at + 46 + index] === byte)) return at
  }
}

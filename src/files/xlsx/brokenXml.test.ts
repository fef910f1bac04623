import { expect, test } from 'vitest'
import { rawRow, rawSheet, rawXlsx } from '../../../tests/readers/rawXlsx.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import { openWorkbook } from './openWorkbook.ts'
import type { SheetRow } from './sheetCell.ts'

function rowsOf(bytes: Uint8Array): readonly (SheetRow | Refusal)[] {
  const workbook = openWorkbook(bytes)
  return isRefusal(workbook) ? [workbook] : [...workbook.sheets[0]!.rows()]
}

function codeOf(result: unknown): string | undefined {
  return isRefusal(result) ? result.code : undefined
}

test('broken XML: document type, unclosed tags, invalid UTF-8, rows and cells out of order, missing shared texts', () => {
  const last = (xml: string | Uint8Array): unknown =>
    rowsOf(rawXlsx({ sheets: { 表: '' }, parts: { 'xl/worksheets/sheet1.xml': xml }, stored: true })).at(-1)
  const what = (xml: string | Uint8Array): unknown => (last(xml) as { values: { what: string } }).values.what
  expect(codeOf(last('<!DOCTYPE a [<!ENTITY b "c">]><a/>'))).toBe('xmlBroken')
  expect(what('<!DOCTYPE a [<!ENTITY b "c">]><a/>')).toBe('doctype')
  expect(what('<worksheet><sheetData><row r="1">')).toBe('unclosed')
  expect(what('</worksheet>')).toBe('unclosed')
  expect(what('<worksheet>< /></worksheet>')).toBe('tag')
  expect(what(new Uint8Array([60, 97, 62, 0xff, 0xfe, 60, 47, 97, 62]))).toBe('encoding')
  expect(what('')).toBe('unclosed')
  expect(what(rawSheet(rawRow(3, ['a']) + rawRow(2, ['b'])))).toBe('rowNumber')
  expect(what(rawSheet('<row r="1048577"/>'))).toBe('rowNumber')
  expect(what(rawSheet('<row r="1"><c r="B1"/><c r="A1"/></row>'))).toBe('cellReference')
  expect(what(rawSheet('<row r="1"><c r="1"/></row>'))).toBe('cellReference')
  expect(what(rawSheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))).toBe('stringNumber')
  const long = 'x'.repeat(2 * 1024 * 1024)
  for (const xml of [`<a>${long}</a>`, `<a ${long}></a>`, `<a><!--${long}--></a>`])
    expect(what(xml)).toBe('tooLong')
})

test('UTF-16 is detected by its byte order mark', () => {
  const text = rawSheet(rawRow(1, ['甲']))
  const bytes = new Uint8Array(text.length * 2 + 2)
  const view = new DataView(bytes.buffer)
  ;[...`\ufeff${text}`].forEach((sign, at) => view.setUint16(at * 2, sign.charCodeAt(0), true))
  const workbook = rawXlsx({ sheets: { 表: '' }, parts: { 'xl/worksheets/sheet1.xml': bytes } })
  expect(rowsOf(workbook)).toEqual([{ row: 1, cells: [{ kind: 'text', text: '甲' }] }])
})

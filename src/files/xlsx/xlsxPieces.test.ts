import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOfCode } from './cellFormats.ts'
import { mergedRange } from './mergedRange.ts'
import { dayOfSerial, serialOfDay } from './serialDay.ts'
import { columnLetter, columnOf, rowOf } from './sheetCell.ts'
import { xmlScanner } from './xmlScanner.ts'
import { attributeOf, decodeCellText, decodeXml } from './xmlText.ts'

test('days and serial numbers convert across the day that 1900 never had', () => {
  expect(dayOfSerial(43455, false)).toBe('2018-12-21')
  expect(dayOfSerial(59, false)).toBe('1900-02-28')
  expect(dayOfSerial(60, false)).toBeUndefined()
  expect(dayOfSerial(61, false)).toBe('1900-03-01')
  expect(dayOfSerial(1, false)).toBe('1900-01-01')
  expect(dayOfSerial(0.5, false)).toBeUndefined()
  expect(dayOfSerial(-1, true)).toBeUndefined()
  expect(dayOfSerial(1e12, false)).toBeUndefined()
  expect(serialOfDay('1900-01-01')).toBe(1)
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_900_000 }), serial => {
      expect(serialOfDay(dayOfSerial(serial, false)!)).toBe(serial)
    }),
  )
})

test('number formats: dates by their letters, outside literals and brackets', () => {
  for (const code of ['yyyy-mm-dd', 'yyyy"年"m"月"', '[$-804]aaaa d', 'h:mm', '[h]:mm', 'm/d;@'])
    expect(formatOfCode(code)).toBe('date')
  for (const code of ['0%', '0.0"d"%']) expect(formatOfCode(code)).toBe('percent')
  for (const code of ['General', '0.00', '#,##0"元"', '[Red]0', '0\\d', '_d0', '@'])
    expect(formatOfCode(code)).toBe('plain')
})

test('cell addresses', () => {
  expect(['A1', 'Z1', 'AA7', 'XFD1', 'XFE1', '7', 'A', '-1'].map(columnOf)).toEqual([
    0,
    25,
    26,
    16383,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(['A1', 'AB1048576', 'A0', 'A1048577', 'A'].map(rowOf)).toEqual([
    1,
    1048576,
    undefined,
    undefined,
    undefined,
  ])
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  expect(mergedRange('B2:C4')).toEqual({ name: 'B2:C4', fromRow: 2, toRow: 4, fromColumn: 1, toColumn: 2 })
  expect(mergedRange('B2')).toMatchObject({ fromRow: 2, toRow: 2 })
  expect(mergedRange('nowhere')).toBeUndefined()
})

test('XML text: entities, escapes of workbooks, attributes with and without prefix', () => {
  expect(decodeXml('a &lt;b&gt; &amp;amp; &#20013;&#x4e2d;&quot;&apos; &nbsp; &#x110000;')).toBe(
    'a <b> &amp; 中中"\' &nbsp; &#x110000;',
  )
  expect(decodeCellText('_x005F_x000D__x000D_')).toBe('_x000D_\r')
  expect(attributeOf(' r="A1" t = \'s\' r:id="rId1"', 't')).toBe('s')
  expect(attributeOf(' r:id="rId1"', 'id')).toBe('rId1')
  expect(attributeOf(' rid="x" id="y"', 'id')).toBe('y')
  expect(attributeOf(' id="y', 'id')).toBeUndefined()
  expect(attributeOf('', 'id')).toBeUndefined()
})

test('the scanner gives the same events however the text is split into pieces', () => {
  const xml =
    '<?xml version="1.0"?><!-- a --><x:a k="1>0"><b/>甲&amp;<![CDATA[<乙>]]><c d=\'"\'>丙</c ></x:a>\n'
  const met = (pieces: readonly string[]): { readonly log: string; readonly fault: string | undefined } => {
    let log = ''
    const scanner = xmlScanner({
      open: (name, attributes) => (log += `<${name}|${attributes.trim()}>`),
      close: name => (log += `</${name}>`),
      text: raw => (log += raw),
    })
    const faults = pieces.map(piece => scanner.feed(piece))
    return { log, fault: faults.find(fault => fault !== undefined) ?? scanner.end() }
  }
  const whole = met([xml])
  expect(whole).toEqual({ log: `<a|k="1>0"><b|></b>甲&amp;<乙><c|d='"'>丙</c></a>`, fault: undefined })
  fc.assert(
    fc.property(fc.array(fc.nat(xml.length), { maxLength: 8 }), cuts => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), xml.length]
      expect(met(at.slice(1).map((end, index) => xml.slice(at[index], end)))).toEqual(whole)
    }),
  )
})

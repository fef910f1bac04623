import { expect, test } from 'vitest'
import type { HistoryReading } from '../../src/files/facts/historyReading.ts'
import { printPlace } from '../../src/files/lists/place.ts'
import { readHistory } from '../../src/files/facts/readHistory.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { aUnit, roster as plain, xiangxi } from './aYear.ts'
import { aWorkbook, type Rows } from './aWorkbook.ts'

const roster = { ...plain, units: [...plain.units, aUnit('xin', '示范州新站', { succeeds: ['lao'] })] }
const row = {
  年度: 2017,
  单位: '示范州种苗站',
  考核对象: '孙示安',
  综合得分: 88.125,
  名次: 3,
  倒数第几: 2,
  参加排名数: 4,
  等次: '较好',
  失分行: '附件 四.4、一.2',
}
const entry = {
  unit: 'miao',
  person: 'p-miao',
  composite: points(88.125),
  place: 3,
  fromBottom: 2,
  of: 4,
  grade: 'fair',
  rowsLost: ['四.4', '一.2'],
}

async function fromSheet(rows: Rows): Promise<HistoryReading> {
  const reading = await readHistory(await aWorkbook({ sheets: { 历年结果: rows } }), xiangxi, roster)
  expect(reading.rows.in).toBe(reading.rows.accepted + reading.rows.refused)
  return reading
}

async function fromJson(fields: unknown): Promise<HistoryReading> {
  const reading = await readHistory(new TextEncoder().encode(JSON.stringify(fields)), xiangxi, roster)
  expect(reading.rows.in).toBe(reading.rows.accepted + reading.rows.refused)
  return reading
}

const told = ({ refused }: HistoryReading): readonly string[] =>
  refused.map(({ place, refusal }) => `${printPlace(place)} ${refusal.code}`)

test('五（四） earlier results from the sheet: units and persons by name, rows with and without 附件', async () => {
  const reading = await fromSheet([
    row,
    { ...row, 年度: '2016年', 考核对象: '外调某人', 参加排名数: null, 失分行: null },
    { ...row, 单位: 'lao' },
  ])
  expect(told(reading)).toEqual(['“历年结果”表第4行“单位”列（B4） unknownUnit'])
  const { of: _of, rowsLost: _lost, ...short } = entry
  expect(reading.history).toEqual({
    years: [
      { cycle: 2017, entries: [entry] },
      { cycle: 2016, entries: [{ ...short, person: '外调某人' }] },
    ],
  })
})

test('the same results from JSON, where merged units are known by id', async () => {
  const raw = { ...entry, composite: 88.125 }
  const years = [{ cycle: 2017, entries: [raw, { ...raw, unit: 'lao' }, { ...raw, unit: 'nobody' }] }]
  const reading = await fromJson({ format: 'hengping-history/1', years })
  expect(told(reading)).toEqual(['years[0].entries[2].unit unknownUnit'])
  expect(reading.history).toEqual({ years: [{ cycle: 2017, entries: [entry, { ...entry, unit: 'lao' }] }] })
})

test('a year that is not past is refused once, with all its entries', async () => {
  const reading = await fromJson({
    format: 'hengping-history/1',
    years: [{ cycle: 2018, entries: [{}, {}, {}] }],
  })
  expect(told(reading)).toEqual(['years[0].cycle pastYearNotEarlier'])
  expect(reading.rows).toEqual({ in: 3, accepted: 0, refused: 3 })
})

test('faults in single results', async () => {
  const rows = [
    { ...row, 年度: 2018 },
    { ...row, 年度: '去年' },
    { ...row, 等次: '优' },
    { ...row, 名次: 5 },
    { ...row, 倒数第几: null },
    row,
    { ...row, 名次: 2 },
    { ...row, 年度: 2016, 失分行: '九.9' },
  ]
  const reading = await fromSheet(rows)
  expect(told(reading)).toEqual([
    '“历年结果”表第2行“年度”列（A2） pastYearNotEarlier',
    '“历年结果”表第3行“年度”列（A3） cellWrongKind',
    '“历年结果”表第4行“等次”列（H4） unknownTerm',
    '“历年结果”表第5行“名次”列（E5） placeOutside',
    '“历年结果”表第6行“倒数第几”列（F6） cellEmpty',
    '“历年结果”表第8行 sameKeyTwice',
  ])
  expect(reading.notices.map(({ notice }) => notice)).toEqual([
    { code: 'historyRowUnknown', values: { row: '九.9' } },
  ])
})

test('a workbook without the sheet, a file of facts, and invalid years are refused', async () => {
  const bytes = await aWorkbook({ change: sheets => sheets.filter(sheet => sheet.name !== '历年结果') })
  expect(told(await readHistory(bytes, xiangxi, roster))).toEqual([' sheetMissing'])
  expect(told(await readHistory(new Uint8Array(), xiangxi, roster))).toEqual([' fileEmpty'])
  expect(told(await fromJson({ format: 'hengping-facts/1' }))).toEqual([' formatUnknown'])
  expect(told(await fromJson({ format: 'hengping-history/1' }))).toEqual(['years fieldMissing'])
  const years = [7, { cycle: 2017 }, { cycle: 'x', entries: [] }, { cycle: 2016, entries: [{}, 1], extra: 1 }]
  expect(told(await fromJson({ format: 'hengping-history/1', years }))).toEqual([
    'years[0] fieldMissing',
    'years[1] fieldMissing',
    'years[2] fieldMissing',
    'years[3].extra keyUnknown',
    ...['unit', 'person', 'composite', 'place', 'fromBottom', 'grade'].map(
      field => `years[3].entries[0].${field} fieldMissing`,
    ),
    'years[3].entries[1] wrongShape',
  ])
})

test('long files report their progress', async () => {
  const entries = Array.from({ length: 12_000 }, () => ({ ...entry, composite: 80 }))
  const steps: number[] = []
  const bytes = new TextEncoder().encode(
    JSON.stringify({ format: 'hengping-history/1', years: [{ cycle: 2017, entries }] }),
  )
  const reading = await readHistory(bytes, xiangxi, roster, { onProgress: done => steps.push(done) })
  expect(reading.rows).toEqual({ in: 12_000, accepted: 1, refused: 11_999 })
  expect(steps).toEqual([5000, 10_000])
})

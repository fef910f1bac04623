import { strToU8, zipSync, unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import type { CellPlan } from '../../src/files/xlsx/sheetPlan.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import { sentenceOfRefusal } from '../../src/contract/shape/refusalSentences.ts'
import { roster, xiangxi } from './aYear.ts'
import { aWorkbook, changed, expectWhole, readWorkbook, refusals, type Rows } from './aWorkbook.ts'
import { sized } from '../longRun.ts'
import { rawRow, rawXlsx } from './rawXlsx.ts'

const absent = { 单位: 'miao', 行: '四.4', 规则: 'absent', 次数: 1 }

async function told(bytes: Uint8Array): Promise<readonly string[]> {
  const reading = await readFacts(bytes, xiangxi)
  expectWhole(reading)
  return refusals(reading)
}

test('each file that is not a workbook is refused once', async () => {
  expect(await told(new Uint8Array())).toEqual([' fileEmpty'])
  expect(await told(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toEqual([
    ' notWorkbook',
  ])
  expect(await told((await aWorkbook({})).slice(0, 5000))).toEqual([' zipTruncated'])
  expect(await told(rawXlsx({ sheets: {} }))).toEqual([' workbookPartMissing'])
})

test('a missing sheet that the scheme needs is refused, an optional one is not', async () => {
  const without = (name: string): ReturnType<typeof readWorkbook> =>
    readWorkbook({ change: sheets => sheets.filter(sheet => sheet.name !== name) })
  const reading = await without('台账')
  expect(refusals(reading)).toEqual([' sheetMissing'])
  expect(sentenceOfRefusal(reading.refused[0]!.refusal)).toContain('“台账”')
  expect(reading.rows.accepted).toBe(10)
  expect(refusals(await without('决定'))).toEqual([])
})

test('noSheetOfFacts: a workbook of other sheets is refused once, not for each missing sheet', async () => {
  const reading = await readWorkbook({
    change: sheets => sheets.map((sheet, at) => ({ ...sheet, name: `Tabelle${at + 1}` })),
  })
  expect(refusals(reading)).toEqual([' noSheetOfFacts'])
  expect(reading.rows.accepted).toBe(0)
})

test('for a renamed sheet the nearest name is suggested, even if the sheet is optional', async () => {
  const renamed = async (name: string, to: string): Promise<unknown> => {
    const { refused, notices } = await readWorkbook({
      change: changed(name, sheet => ({ ...sheet, name: to })),
    })
    expect(notices).toEqual([])
    return refused.map(({ refusal }) => refusal)
  }
  expect(await renamed('核查情况', '核查情况表')).toEqual([
    { code: 'sheetMissing', values: { sheet: '核查情况', nearest: '核查情况表' } },
  ])
  expect(await renamed('年度考核建议', '年度考核建议表')).toEqual([
    { code: 'sheetMissing', values: { sheet: '年度考核建议', nearest: '年度考核建议表' } },
  ])
})

test('without a roster nothing else is read, since every unit would be unknown', async () => {
  const reading = await readWorkbook({
    sheets: { 核查情况: [absent] },
    change: changed('单位名册', sheet => ({
      ...sheet,
      rows: [['编码', ...sheet.rows[0]!.slice(1)], ...sheet.rows.slice(1)],
    })),
  })
  expect(refusals(reading)).toEqual(['“单位名册”表第1行 columnMissing'])
  expect(reading.rows).toEqual({ in: 5, accepted: 0, refused: 5 })
})

test('headings: renamed, missing, duplicated, merged, not in the first row, absent', async () => {
  const headings = async (
    change: (row: readonly CellPlan[]) => readonly (readonly CellPlan[])[],
  ): Promise<readonly string[]> => {
    const reading = await readWorkbook({
      sheets: { 核查情况: [absent, absent] },
      change: changed('核查情况', sheet => ({
        ...sheet,
        rows: [...change(sheet.rows[0]!), ...sheet.rows.slice(1)],
      })),
    })
    expect(reading.facts.findings).toEqual([])
    expect(reading.rows.refused).toBeGreaterThanOrEqual(2)
    return refusals(reading)
  }
  const place = '“核查情况”表第1行'
  expect(await headings(row => [row.map(header => (header === '次数' ? '次数量' : header))])).toEqual([
    `${place} columnMissing`,
  ])
  expect(await headings(row => [row.map(header => (header === '规则' ? '规划' : header))])).toEqual([
    `${place} columnMissing`,
  ])
  expect(await headings(row => [row.map(header => (header === '印证资料' ? '印证材料' : header))])).toEqual([
    `${place} columnMissing`,
  ])
  expect(await headings(row => [[...row, '次数']])).toEqual([`${place} columnTwice`])
  expect(await headings(() => [['甲', '乙']])).toEqual([`${place} headingMissing`])
  expect(await headings(row => [['核查情况登记表'], [], row])).toEqual(['“核查情况”表第3行 headingNotFirst'])
  expect(await headings(row => [[], row])).toEqual(['“核查情况”表第2行 headingNotFirst'])
  const merged = await readWorkbook({
    sheets: { 核查情况: [absent] },
    change: changed('核查情况', sheet => ({ ...sheet, merges: ['A1:B1'] })),
  })
  expect(refusals(merged)).toEqual([`${place} headingMerged`])
  const empty = await readWorkbook({ change: changed('核查情况', sheet => ({ ...sheet, rows: [] })) })
  expect(refusals(empty)).toEqual(['“核查情况”表 headingMissing'])
})

test('an optional heading may be missing, unless a similar one is there', async () => {
  const reading = await readWorkbook({
    sheets: { 核查情况: [absent] },
    change: changed('核查情况', sheet => ({
      ...sheet,
      rows: sheet.rows.map(row => row.filter((_, at) => sheet.rows[0]![at] !== '印证资料')),
    })),
  })
  expect(refusals(reading)).toEqual([])
})

test('rows in merged cells are refused with the range, the others are kept', async () => {
  const rows = [absent, { ...absent, 季度: 1 }, { ...absent, 季度: 2 }, { ...absent, 季度: 3 }]
  const reading = await readWorkbook({
    sheets: { 核查情况: rows },
    change: changed('核查情况', sheet => ({ ...sheet, merges: ['A3:A4', 'C9:D20'] })),
  })
  expect(refusals(reading)).toEqual(['“核查情况”表第3行 mergedCells', '“核查情况”表第4行 mergedCells'])
  expect(reading.refused[0]!.refusal.values).toEqual({ range: 'A3:A4' })
  expect(reading.facts.findings).toHaveLength(2)
})

test('a row with text only outside the table is refused', async () => {
  const reading = await readWorkbook({
    sheets: { 核查情况: [absent] },
    change: changed('核查情况', sheet => ({
      ...sheet,
      rows: [...sheet.rows, [...Array<null>(20).fill(null), '填表人：某某']],
    })),
  })
  expect(refusals(reading)).toEqual(['“核查情况”表第3行（U3） strayRow'])
  expect(reading.facts.findings).toHaveLength(1)
})

test('roster faults are reported with sheet and row, and facts of refused units are not called unknown', async () => {
  const reading = await readWorkbook({
    roster: {
      ...roster,
      units: [
        ...roster.units.slice(0, 4),
        { ...roster.units[4]!, tier: '顶层' },
        { ...roster.units[3]!, id: 'cao2' },
      ],
    },
    sheets: { 核查情况: [{ ...absent, 单位: '示范州气象局' }, { ...absent, 单位: 'cao2' }, absent] },
  })
  expect(refusals(reading)).toEqual([
    '“单位名册”表第6行“层级”列 unknownTerm',
    '“单位名册”表第7行“名称”列 unitNameTwice',
    '“任职”表第6行“单位”列 unitRefused',
    '“核查情况”表第2行“单位”列（A2） unitRefused',
    '“核查情况”表第3行“单位”列（A3） unitRefused',
  ])
  expect(reading.facts.findings).toHaveLength(1)
})

test('a unit whose row cannot be read counts as refused, not as unknown', async () => {
  const [first, ...rest] = roster.units
  const unit = (of: (typeof roster.units)[number]): Rows[number] => ({
    编号: of.id,
    名称: of.name,
    类别: '机关',
    级别: '正处级',
    层级: of.tier,
    牵头单位: of.leadUnit,
    归口管理: '是',
    上级领导兼任: '否',
  })
  const reading = await readWorkbook({
    sheets: {
      单位名册: [{ ...unit(first!), 归口管理: '大概' }, ...rest.map(unit)],
      核查情况: [{ ...absent, 单位: 'lin' }],
    },
  })
  expect(refusals(reading)).toEqual([
    '“单位名册”表第2行“归口管理”列（H2） cellWrongKind',
    '“任职”表第2行“单位”列（A2） unitRefused',
    '“单位名册”表第4行“牵头单位”列 unitRefused',
    '“单位名册”表第5行“牵头单位”列 unitRefused',
    '“任职”表第4行“单位”列 unitRefused',
    '“任职”表第5行“单位”列 unitRefused',
    '“核查情况”表第2行“单位”列（A2） unitRefused',
  ])
})

test('two units with the same name need ids', async () => {
  const holder = { 姓名: '赵示安', 职务: '党组织书记' }
  const reading = await readWorkbook({
    sheets: {
      任职: [
        { ...holder, 单位: 'lin' },
        { ...holder, 单位: 'nong' },
        { ...holder, 单位: 'lin', 职务: '副职' },
      ],
    },
  })
  expect(refusals(reading)).toEqual(['“任职”表第3行“人员编号”列（B3） personNeedsId'])
})

test('a ballot is accepted or refused as a whole', async () => {
  const mark = (ballot: CellPlan, unit: string, value: CellPlan): Rows[number] => ({
    场次: '会',
    票号: ballot,
    票种: 'delegate',
    单位: unit,
    分数: value,
  })
  const reading = await readWorkbook({
    sheets: {
      测评票: [
        mark(1, 'miao', 90),
        mark(2, 'miao', 101),
        mark(1, 'cao', 80),
        mark(2, 'cao', 80),
        mark(3, 'miao', '九十'),
        mark(3, 'cao', 80),
        mark(4, 'miao', 80),
        mark(4, '示范州种苗站', 81),
        mark(5, 'qi', null),
        mark(null, 'qi', 1),
      ],
    },
  })
  expect(reading.facts.sheets).toHaveLength(1)
  expect(refusals(reading)).toEqual([
    '“测评票”表第6行“分数”列（E6） cellWrongKind',
    '“测评票”表第11行“票号”列（B11） cellEmpty',
    '“测评票”表第3行“分数”列 markOutside',
    '“测评票”表第5行 ballotRefused',
    '“测评票”表第7行 ballotRefused',
    '“测评票”表第8行 ballotRefused',
    '“测评票”表第9行“单位”列 markTwice',
    '“测评票”表第10行“分数”列 markMissing',
  ])
  expect(reading.rows).toEqual({ in: 20, accepted: 12, refused: 8 })
})

test('decisions: the kind determines which columns are filled', async () => {
  const why = { 决定者: '委员会', 理由: '说明' }
  const rows = [
    { 决定事项: '分项得分', 单位: 'miao', 得分: 80, ...why },
    { 决定事项: '倒数名次', 单位: 'miao', 倒数第几: 2, 得分: 80, ...why },
    { 决定事项: '表扬', ...why },
    { 决定事项: 'bandsApply', 排名榜: '全体', 是否适用: '也许', ...why },
    { 决定事项: 'bandsApply', 排名榜: '全体', 是否适用: '是', 决定者: '委员会' },
  ]
  expect(refusals(await readWorkbook({ sheets: { 决定: rows } }))).toEqual([
    '“决定”表第2行“分项”列（C2） decisionFieldMissing',
    '“决定”表第3行“得分”列（D3） decisionFieldNotTaken',
    '“决定”表第4行“决定事项”列（A4） unknownTerm',
    '“决定”表第5行“是否适用”列（F5） cellWrongKind',
    '“决定”表第6行“理由”列（I6） cellEmpty',
  ])
})

test('a truncated sheet is reported, with the rows before the break', async () => {
  const parts = unzipSync(
    await aWorkbook({ sheets: { 台账: [{ 单位: 'miao', 计数项: 'absent', 期间: '9月', 次数: 555 }] } }),
  )
  const path = Object.keys(parts).find(
    name => name.includes('worksheets') && strFromU8(parts[name]!).includes('<v>555</v>'),
  )!
  parts[path] = strToU8(strFromU8(parts[path]!).replace('</sheetData>', '<row r="1"/></sheetData>'))
  const reading = await readFacts(zipSync(parts), xiangxi)
  expect(refusals(reading)).toEqual(['“台账”表 xmlBroken'])
  parts[path] = strToU8(strFromU8(parts[path]!).slice(0, 900))
  expect(refusals(await readFacts(zipSync(parts), xiangxi))).toEqual(['“台账”表 xmlBroken'])
})

const ROWS = sized(100_000, 20_000)

test('many rows are read row by row, good and bad', async () => {
  const parts = unzipSync(await aWorkbook({ sheets: { 核查情况: [{ ...absent, 说明: '第0次' }] } }))
  const path = Object.keys(parts).find(
    name => name.includes('worksheets') && strFromU8(parts[name]!).includes('r="P1"'),
  )!
  const rows = Array.from({ length: ROWS }, (_, at) =>
    rawRow(at + 2, ['miao', '四.4', 'absent', at % 10 === 0 ? '0' : '1', '', '', '', `第${at}次`]),
  )
  parts[path] = strToU8(
    strFromU8(parts[path]!).replace(/<row r="2">.*<\/sheetData>/s, `${rows.join('')}</sheetData>`),
  )
  const steps: number[] = []
  const bytes = zipSync(parts, { level: 1 })
  const reading = await readFacts(bytes, xiangxi, {
    onProgress: (done, total) => expect(steps.push(done) > 0 && done >= 0 && total !== undefined).toBe(true),
  })
  expect(reading.rows).toEqual({ in: ROWS + 10, accepted: ROWS * 0.9 + 10, refused: ROWS / 10 })
  expect(reading.refused).toHaveLength(ROWS / 10)
  expect(reading.refused.every(({ refusal }) => isRefusal(refusal) && refusal.code === 'countNotWhole')).toBe(
    true,
  )
  expect(steps.length).toBeGreaterThan(sized(10, 2))
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
})

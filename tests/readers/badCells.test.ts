import { strToU8, zipSync, unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import type { CellPlan } from '../../src/files/xlsx/sheetPlan.ts'
import { xiangxi } from './aYear.ts'
import { aWorkbook, readWorkbook, refusals, type Rows } from './aWorkbook.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'

const absent = { 单位: 'miao', 行: '四.4', 规则: 'absent', 次数: 1 }

async function findings(rows: Rows): Promise<readonly string[]> {
  return refusals(await readWorkbook({ sheets: { 核查情况: rows } }))
}

/** What one cell of a row in order is refused for. */
async function cell(header: string, value: CellPlan): Promise<string | undefined> {
  const found = await findings([{ ...absent, [header]: value }])
  expect(found.length).toBeLessThan(2)
  return found[0]?.split(' ').at(-1)
}

test('cells of the wrong kind', async () => {
  expect(await cell('次数', '三次')).toBe('cellWrongKind')
  expect(await cell('次数', '1-2')).toBe('cellWrongKind')
  expect(await cell('次数', true)).toBe('cellWrongKind')
  expect(await cell('次数', { value: 3, style: { format: 'yyyy-mm-dd' } })).toBe('cellWrongKind')
  expect(await cell('次数', '50%')).toBe('percentUnexpected')
  expect(await cell('次数', { value: 0.5, style: { format: '0%' } })).toBe('percentUnexpected')
  expect(await cell('次数', null)).toBe('cellEmpty')
  expect(await cell('单位', null)).toBe('cellEmpty')
  expect(await cell('说明', false)).toBe('cellWrongKind')
  expect(await cell('说明', '长'.repeat(4001))).toBe('textTooLong')
  expect(await cell('发现日期', '2018-02-30')).toBe('cellWrongKind')
  expect(await cell('发现日期', '昨天')).toBe('cellWrongKind')
  expect(await cell('发现日期', 43455)).toBe('dayAsNumber')
  expect(await cell('发现日期', '43455')).toBe('dayAsNumber')
  expect(await cell('发现日期', 2018)).toBe('cellWrongKind')
  expect(await cell('发现日期', { value: 9e9, style: { format: 'yyyy-mm-dd' } })).toBe('cellWrongKind')
  expect(await cell('评定分值', 1.2345)).toBe('tooManyDecimals')
  expect(await cell('评定分值', 1e15)).toBe('tooManyDecimals')
  expect(await cell('季度', '春季')).toBe('cellWrongKind')
  expect(await cell('季度', '第五季度')).toBe('quarterOutsideYear')
  expect(await cell('季度', 5)).toBe('quarterOutsideYear')
  expect(await cell('季度', 0)).toBe('quarterOutsideYear')
})

test('counts: negative, fractional, zero, impossible', async () => {
  expect(await cell('次数', -1)).toBe('countNegative')
  expect(await cell('次数', 1.5)).toBe('countFractional')
  expect(await cell('次数', '１．５')).toBe('countFractional')
  expect(await cell('次数', 0)).toBe('countNotWhole')
  expect(await cell('次数', 13800000000)).toBe('countTooLarge')
})

test('formulas: without a value, with an error; errors without a formula', async () => {
  expect(await cell('次数', { formula: 'A1+B1' })).toBe('formulaWithoutValue')
  const bytes = await aWorkbook({
    sheets: {
      核查情况: [
        { ...absent, 次数: 777 },
        { ...absent, 次数: 778 },
      ],
    },
  })
  const parts = unzipSync(bytes)
  for (const [path, content] of Object.entries(parts)) {
    const xml = path.includes('worksheets') ? strFromU8(content) : ''
    if (!xml.includes('<v>777</v>')) continue
    const broken = xml
      .replace(/<c r="D2"[^>]*><v>777<\/v>/, '<c r="D2" t="e"><f>Z9+1</f><v>#REF!</v>')
      .replace(/<c r="D3"[^>]*><v>778<\/v>/, '<c r="D3" t="e"><v>#DIV/0!</v>')
    parts[path] = strToU8(broken)
  }
  const reading = await readFacts(zipSync(parts), xiangxi)
  expect(refusals(reading)).toEqual([
    '“核查情况”表第2行“次数”列（D2） cellError',
    '“核查情况”表第3行“次数”列（D3） cellError',
  ])
  expect(reading.refused.map(({ refusal }) => refusal.values)).toEqual([
    { error: '#REF!' },
    { error: '#DIV/0!' },
  ])
})

test('unknown names', async () => {
  expect(
    await findings([
      { ...absent, 单位: '示范州种苗所' },
      { ...absent, 行: '九.9' },
      { ...absent, 规则: '没这条' },
      { ...absent, 核查者: '纪委' },
    ]),
  ).toEqual([
    '“核查情况”表第2行“单位”列（A2） unknownUnit',
    '“核查情况”表第3行“行”列（B3） unknownRow',
    '“核查情况”表第4行“规则”列（C4） unknownRule',
    '“核查情况”表第5行“核查者”列（F5） unknownTerm',
  ])
  expect(await findings([{ ...absent, 行: '四.3', 规则: '四.4 absent 工委会议缺席，一次减1分' }])).toEqual([
    '“核查情况”表第2行“规则”列（C2） ruleOfOtherRow',
  ])
  expect(await findings([{ ...absent, 行: null, 规则: '没这条' }])).toEqual([
    '“核查情况”表第2行“规则”列（C2） unknownRule',
  ])
})

test('an id shared by several rows needs its row', async () => {
  const scheme: Scheme = {
    ...xiangxi,
    rubrics: xiangxi.rubrics.map(rubric => ({
      ...rubric,
      rows: rubric.rows.map(row =>
        row.id === '四.3'
          ? { ...row, rules: row.rules.map((rule, at) => (at === 0 ? { ...rule, id: 'absent' } : rule)) }
          : row,
      ),
    })),
  }
  const reading = await readWorkbook({ scheme, sheets: { 核查情况: [{ ...absent, 行: null }, absent] } })
  expect(refusals(reading)).toEqual(['“核查情况”表第2行“规则”列（C2） ruleAmbiguous'])
})

test('a repeated fact names the row where it occurs first', async () => {
  const reading = await readWorkbook({
    sheets: { 核查情况: [absent, { ...absent, 季度: 1 }, { ...absent, 单位: '示范州种苗站' }] },
  })
  expect(refusals(reading)).toEqual(['“核查情况”表第4行 duplicate'])
  expect(reading.refused[0]!.refusal.values).toEqual({ first: '第2行' })
})

test('periods and days outside the cycle, and invalid periods', async () => {
  const entry = { 单位: 'miao', 计数项: 'absent', 次数: 1 }
  const rows = ['2017年', '2019-Q1', '十三月', '2018.9.1.1', true, 2018.5].map(period => ({
    ...entry,
    期间: period,
  }))
  const codes = refusals(await readWorkbook({ sheets: { 台账: rows } })).map(line => line.split(' ').at(-1))
  expect(codes).toEqual([
    'periodOutsideCycle',
    'periodOutsideCycle',
    ...Array<string>(4).fill('cellWrongKind'),
  ])
})

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { factsSheets } from '../../src/files/facts/factsSheets.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import { writeFactsTemplate } from '../../src/files/facts/writeFactsTemplate.ts'
import { openWorkbook } from '../../src/files/xlsx/openWorkbook.ts'
import type { SheetCell } from '../../src/files/xlsx/sheetCell.ts'
import { emptyFacts } from '../../src/domain/year/facts/emptyFacts.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { jiangnan, xiangxi } from './aYear.ts'
import { refusals } from './aWorkbook.ts'

async function sheetsOf(scheme: Scheme): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const workbook = openWorkbook(await writeFactsTemplate(scheme))
  if (isRefusal(workbook)) throw new Error(workbook.code)
  const texts = (cells: readonly (SheetCell | undefined)[]): string[] =>
    [...cells].map(cell =>
      cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.number) : '',
    )
  return new Map(
    workbook.sheets.map(sheet => [
      sheet.name,
      [...sheet.rows()].map(row => (isRefusal(row) ? [row.code] : texts(row.cells))),
    ]),
  )
}

test('contains only the sheets that a scheme needs, the guide first, the options last', async () => {
  expect([...(await sheetsOf(xiangxi)).keys()]).toEqual([
    '填表说明',
    '单位名册',
    '任职',
    '核查场次',
    '核查情况',
    '台账',
    '日常管理等次',
    '民意调查',
    '计票结果',
    '测评票',
    '知识测试',
    '决定',
    '年度考核建议',
    '历年结果',
    '选项',
  ])
  expect([...(await sheetsOf(jiangnan)).keys()]).toEqual([
    '填表说明',
    '单位名册',
    '任职',
    '核查场次',
    '核查情况',
    '台账',
    '计票结果',
    '测评票',
    '指标',
    '知识测试',
    '否决事项',
    '决定',
    '年度考核建议',
    '历年结果',
    '选项',
  ])
})

test('contains only the columns that a scheme needs', () => {
  const headers = (scheme: Scheme, name: string): readonly string[] =>
    factsSheets(scheme)
      .find(sheet => sheet.name === name)!
      .columns.map(column => column.header)
  expect(headers(xiangxi, '核查情况')).not.toContain('分档')
  expect(headers(jiangnan, '核查情况')).toEqual(expect.arrayContaining(['分档', '倍数', '人数', '评定分值']))
  expect(headers(xiangxi, '测评票')).toEqual(['场次', '票号', '票种', '单位', '分数'])
  expect(headers(jiangnan, '测评票')).toEqual(['场次', '票号', '票种', '单位', '等次'])
  expect(headers(xiangxi, '民意调查')).toEqual(['单位', '人群', '满意', '基本满意', '不满意', '不了解'])
})

test('the drop-down list of levels holds those of the rule chosen in the same row, by name', async () => {
  const parts = unzipSync(await writeFactsTemplate(jiangnan))
  const findings = Object.values(parts)
    .map(part => strFromU8(part))
    .find(xml => xml.includes('OFFSET('))!
  const [, letter] = /OFFSET\(选项!\$([A-Z]+)\$1,MATCH\(\$C2,选项!/.exec(findings)!
  const options = (await sheetsOf(jiangnan)).get('选项')!
  const at = [...letter!].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
  const pairs = options.map(row => [row[at - 1], row[at]])
  expect(pairs[0]).toEqual(['规则', '分档'])
  expect(
    pairs.filter(([rule]) => rule === '三（一） 表彰按级加分，同一项目就高').map(([, level]) => level),
  ).toEqual(['国家级', '省级', '市级'])
  expect(findings).not.toContain('absent')
})

test('a component column appears if two components are scored alike; answers with the same name are distinguished', () => {
  const [survey] = xiangxi.components.filter(component => component.id === 'survey')
  const method = survey!.methods[0]!
  const second = {
    ...survey!,
    id: 'survey2',
    name: '第二次调查',
    methods: method.kind === 'survey' ? [{ ...method, answers: [{ id: 'ok', name: '满意' }] }] : [],
  }
  const sheet = factsSheets({ ...xiangxi, components: [...xiangxi.components, second] }).find(
    each => each.name === '民意调查',
  )!
  expect(sheet.columns.map(column => column.header)).toEqual([
    '单位',
    '分项',
    '人群',
    '满意（satisfied）',
    '基本满意（basicallySatisfied）',
    '不满意（dissatisfied）',
    '不了解（dontKnow）',
    '满意（ok）',
  ])
})

test('the empty template is accepted and contains nothing', async () => {
  for (const scheme of [xiangxi, jiangnan]) {
    const reading = await readFacts(await writeFactsTemplate(scheme), scheme)
    expect(refusals(reading)).toEqual([])
    expect(reading.notices).toEqual([])
    expect(reading.rows).toEqual({ in: 0, accepted: 0, refused: 0 })
  }
})

test('the guide states the year, the scheme and each sheet; rules are offered by their labels', async () => {
  const sheets = await sheetsOf(xiangxi)
  const guide = sheets.get('填表说明')!.map(row => row.join(' '))
  expect(guide[1]).toBe('考核年度 2018')
  for (const name of [...sheets.keys()].slice(1, -1))
    expect(guide.some(line => line.startsWith(name))).toBe(true)
  const options = sheets.get('选项')!.flat()
  expect(options).toContain('四.4 工委会议缺席，一次减1分')
  expect(options).toEqual(expect.arrayContaining(['第一季度', '2018年9月', '两代表一委员', '是']))
})

test('every sheet is protected without a password, with locked headings that have comments, open columns and a frozen first row', async () => {
  const parts = unzipSync(await writeFactsTemplate(xiangxi))
  const layouts = factsSheets(xiangxi)
  layouts.forEach((layout, at) => {
    const xml = strFromU8(parts[`xl/worksheets/sheet${at + 2}.xml`]!)
    expect(xml).toMatch(/<sheetProtection sheet="1"(?![^>]*password)/)
    expect(xml).toContain('ySplit="1"')
    expect(xml).toMatch(/<col min="\d+" max="16384"[^>]* style="\d+"/)
    const comments = strFromU8(parts[`xl/comments${at + 2}.xml`]!)
    expect(comments.match(/<comment /g)).toHaveLength(layout.columns.length)
    const lists = layout.columns.filter(column => column.options !== undefined && column.options.length > 0)
    expect((xml.match(/type="list"/g) ?? []).length).toBe(lists.length)
  })
  const styles = strFromU8(parts['xl/styles.xml']!)
  expect(styles).toContain('locked="0"')
})

test('drop-down ranges refer to the lists that they name', async () => {
  const parts = unzipSync(await writeFactsTemplate(jiangnan))
  const options = (await sheetsOf(jiangnan)).get('选项')!
  factsSheets(jiangnan).forEach((layout, at) => {
    const xml = strFromU8(parts[`xl/worksheets/sheet${at + 2}.xml`]!)
    layout.columns.forEach((column, index) => {
      if (!Array.isArray(column.options) || column.options.length === 0 || column.byRule) return
      const letter = String.fromCharCode(65 + index)
      const found = new RegExp(
        `sqref="${letter}2:${letter}1048576"[^>]*><formula1>选项!\\$([A-Z]+)\\$2:\\$[A-Z]+\\$(\\d+)<`,
      ).exec(xml)
      const place = found![1]!.split('').reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
      expect(options.slice(1, Number(found![2])).map(row => row[place])).toEqual(column.options)
    })
  })
})

test('the same scheme gives the same bytes', async () => {
  expect(await writeFactsTemplate(xiangxi)).toEqual(await writeFactsTemplate(xiangxi))
})

test('a list longer than a sheet is reported as a bug, not silently cut', async () => {
  const visits = Array.from({ length: 1_048_576 }, () => ({ unit: 'a', quarter: 1 as const }))
  const facts = { ...emptyFacts(2018), visits }
  expect(() => writeFactsTemplate(xiangxi, { roster: { units: [], holders: [] }, facts })).toThrow(RangeError)
})

import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../results/readWorkbook.ts'
import { type DemoOffice, openDemoOffice } from './demoOffice.ts'

let demo: DemoOffice

beforeAll(async () => {
  demo = await openDemoOffice()
})

afterAll(async () => {
  await demo.close()
})

const exported = async (path: string) => (await demo.people.get('committee')!.ask(`GET ${path}`)).raw

test('slips print the address set for the installation, completed as people write it', async () => {
  const committee = demo.people.get('committee')!
  const read = async () =>
    (await committee.ask('GET /api/installation')).body as {
      readonly address: string
      readonly revision: number
    }
  const before = await read()
  expect(before.address).toBe('')
  const body = {
    institution: '示范州委组织部',
    address: ' kaohe.example.cn:8100/ ',
    revision: before.revision,
  }
  expect((await committee.ask('PUT /api/installation/institution', { body })).status).toBe(200)
  expect((await read()).address).toBe('http://kaohe.example.cn:8100')
})

test('an exported list is a paper: title, office and date above a table with borders, the headings on every page', async () => {
  const file = await exported('/api/years/2018/ledger/board.xlsx')
  const rows = readWorkbook(new Uint8Array(file)).get('台账一览')!
  expect(rows.get(1)![0]?.value).toBe('2018年度各单位台账一览')
  expect(rows.get(2)![0]?.value).toBe('示范州委组织部')
  expect(rows.get(2)!.at(-1)?.value).toBe('2018年12月24日')
  expect(rows.get(3)![0]?.value).toBe('单位')
  const parts = unzipSync(new Uint8Array(file))
  const text = (name: string) => Buffer.from(parts[name]!).toString()
  expect(text('xl/workbook.xml')).toContain("'台账一览'!$1:$3")
  expect(text('xl/worksheets/sheet1.xml')).toContain('<mergeCell ref="A1:L1"/>')
})

test('a unit that never registered has no deduction in figures, on paper as on screen', async () => {
  const { lines } = (await demo.people.get('committee')!.ask('GET /api/years/2018/ledger/board')).body as {
    readonly lines: readonly { readonly name: string; readonly kept: number; readonly counters: number }[]
  }
  const rows = readWorkbook(new Uint8Array(await exported('/api/years/2018/ledger/board.xlsx'))).get(
    '台账一览',
  )!
  for (const [at, { name, kept, counters }] of lines.entries()) {
    const row = rows.get(at + 4)!
    expect(row[0]?.value).toBe(name)
    expect(typeof row[9]?.value).toBe(kept === 0 && counters > 0 ? 'string' : 'number')
  }
})

test('a list with many columns stays in readable type: wide columns wrap', async () => {
  const file = await exported('/api/years/2018/consequences.xlsx')
  const sheet = Buffer.from(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml']!).toString()
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(found => Number(found[1]))
  expect(widths.length).toBeGreaterThan(8)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(180)
})

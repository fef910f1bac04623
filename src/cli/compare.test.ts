import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompareOptions, runCompare } from './compare.ts'
import { type DemoFiles, layDemoFiles } from '../../tests/cli/layDemoFiles.ts'
import { testIo } from '../../tests/cli/testIo.ts'

let folder = ''
let demo: DemoFiles
let changed = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 比较-'))
  demo = layDemoFiles(folder)
  changed = join(folder, '新方案')
  cpSync(demo.scheme, changed, { recursive: true })
  const path = join(changed, 'scheme.yaml')
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      '{ good: 95, fair: 85, ordinary: 75 }',
      '{ good: 100, fair: 85, ordinary: 70 }',
    ),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function compare(options: Partial<CompareOptions> = {}) {
  const io = testIo()
  const exit = await runCompare(
    { facts: demo.facts, history: demo.history, scheme: [demo.scheme, changed], ...options },
    io,
  )
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

test('reports who moves by how much, and which ruling causes it', async () => {
  const { exit, said } = await compare()
  expect(exit).toBe(0)
  expect(said).toMatch(/有变动 \d+ 个单位，无变动 \d+ 个/)
  expect(said).toContain('口径不同：')
  expect(said).toMatch(/第\d+名→第\d+名（[升降]\d+），[\d.]+分→[\d.]+分（[+-][\d.]+分）/)
  expect(said).toContain('  · 口径R5的答案改了，文字没有改，仍是“好95分，较好85分，一般75分”，请核对')
  expect(said).toMatch(/分 {2}日常管理〔三（二）1〕：口径R5$/m)
  expect(said).toContain(`新方案：湘西州2018年州直单位党组织书记党建述职评议考核（${changed}）`)
})

test('a scheme compared with itself moves no unit', async () => {
  expect((await compare({ scheme: [demo.scheme, demo.scheme] })).said).toContain(
    '有变动 0 个单位，无变动 118 个',
  )
})

test('the complete comparison is written as JSON and as CSV', async () => {
  const [json, csv] = [join(folder, '变动.json'), join(folder, '变动.csv')]
  expect(await compare({ out: [json, csv] })).toMatchObject({ exit: 0 })
  const file = JSON.parse(readFileSync(json, 'utf8')) as {
    format: string
    moved: number
    movements: unknown[]
  }
  expect([file.format, file.moved]).toEqual(['hengping-comparison/1', file.movements.length])
  expect(readFileSync(csv, 'utf8').split('\r\n')).toHaveLength(file.moved + 2)
  expect(await compare({ out: [json, csv] })).toMatchObject({ exit: 0 })
})

test('one scheme or three is a usage error', async () => {
  expect(await compare({ scheme: [demo.scheme] })).toMatchObject({ exit: 2, said: '' })
  expect((await compare({ scheme: [demo.scheme, changed, changed] })).warned).toContain('现在给了 3 次')
})

test('an unusable scheme stops the comparison', async () => {
  const broken = join(folder, '坏方案')
  cpSync(demo.scheme, broken, { recursive: true })
  const path = join(broken, 'scheme.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('weight: 50', 'weight: 48'))
  const { exit, warned } = await compare({ scheme: [demo.scheme, broken] })
  expect([exit, warned.includes('98')]).toEqual([1, true])
})

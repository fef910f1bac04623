import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoOptions, runDemo } from './demo.ts'
import { runScore } from './score.ts'
import { testIo } from '../../tests/cli/testIo.ts'
import { runVerify } from './verify.ts'
import { schemeFolder } from '../../tests/cli/layDemoFiles.ts'

let folder = ''
let first: Awaited<ReturnType<typeof demo>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '衡评 演示-'))
  first = await demo('甲')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function demo(name: string, options: Partial<DemoOptions> = {}) {
  const io = testIo()
  const out = join(folder, name)
  const exit = await runDemo({ units: 40, seed: 2018, out, ...options }, io)
  return { exit, out, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

const FILES = ['facts.json', 'facts.xlsx', 'history.json', 'results.json', 'results.xlsx']

test('the demo year is ranked and written, and the next steps are printed', () => {
  const { exit, out, said, warned } = first
  expect([exit, warned]).toEqual([0, ''])
  expect(readdirSync(out).sort()).toEqual(FILES)
  expect(said).toMatch(/全部考核对象：3\d 个考核对象/)
  expect(said).toContain(`结果工作簿：${join(out, 'results.xlsx')}`)
  for (const step of ['explain', 'verify', 'template', 'check'])
    expect(said).toContain(`npm run hengping -- ${step} `)
})

test('the same seed writes the same bytes to every file', async () => {
  const [one, other] = [first, await demo('乙')]
  for (const name of FILES)
    expect(readFileSync(join(one.out, name)).equals(readFileSync(join(other.out, name))), name).toBe(true)
})

test('the workbook alone can be scored with the same results, and verified', async () => {
  const { out } = first
  const [again, io] = [join(out, '再算.json'), testIo()]
  expect(
    await runScore(
      { scheme: schemeFolder('xiangxi-2018'), facts: join(out, 'facts.xlsx'), out: [again] },
      io,
    ),
  ).toBe(0)
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(join(out, 'results.json'), 'utf8'))
  expect(await runVerify({ results: again }, testIo())).toBe(0)
})

test('our own results workbook is replaced without --force, a workbook filled by a clerk is not', async () => {
  const { out } = first
  const score = (name: string) =>
    runScore(
      { scheme: schemeFolder('xiangxi-2018'), facts: join(out, 'facts.json'), out: [join(out, name)] },
      testIo(),
    )
  expect([await score('results.xlsx'), await score('facts.xlsx')]).toEqual([0, 2])
})

test('runs with another scheme, a small prefecture and another seed', async () => {
  expect(await demo('戊', { scheme: schemeFolder('jiangnan-2024'), units: 60, seed: 5 })).toMatchObject({
    exit: 0,
    warned: '',
  })
  expect(await demo('己', { units: 3 })).toMatchObject({ exit: 0, warned: '' })
})

test('real facts of an office are not overwritten', async () => {
  const out = join(folder, '庚')
  mkdirSync(out)
  writeFileSync(join(out, 'facts.json'), '{"format":"hengping-facts/1"}')
  const { exit, warned } = await demo('庚')
  expect([exit, warned.includes('已有别的 facts.json')]).toEqual([2, true])
  expect(readdirSync(out)).toEqual(['facts.json'])
})

test('refuses a folder that cannot be created and a missing scheme', async () => {
  writeFileSync(join(folder, '文件'), '')
  expect(await demo('文件')).toMatchObject({ exit: 2, said: '' })
  expect(await demo('辛', { scheme: join(folder, '没有') })).toMatchObject({ exit: 2, said: '' })
})

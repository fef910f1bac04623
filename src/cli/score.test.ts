import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FactsFile } from '../contract/year/factsSchema.ts'
import { engineVersion } from '../files/engineVersion.ts'
import type { ResultsFile } from '../contract/results/resultsSchema.ts'
import { type DemoFiles, layDemoFiles } from '../../tests/cli/layDemoFiles.ts'
import { runScore, type ScoreOptions } from './score.ts'
import { runTemplate } from './template.ts'
import { testIo } from '../../tests/cli/testIo.ts'

let folder = ''
let demo: DemoFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 计分-'))
  demo = layDemoFiles(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function score(options: Partial<ScoreOptions> = {}) {
  return run({ ...demo, ...options })
}

async function run(options: ScoreOptions) {
  const io = testIo()
  const exit = await runScore(options, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

describe('a year without faults', () => {
  test('prints the ranking: the best, the last, ties, consequences and issues to check', async () => {
    const { exit, said, warned } = await score()
    expect([exit, warned]).toEqual([0, ''])
    expect(said).toContain('全部考核对象：118 个考核对象')
    expect(said).toMatch(/^ +1 {2}示范州\S+ +\S+ +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ {2}好$/m)
    expect(said).toMatch(
      /118 {2}示范州统筹技术推广中心.*后3名绩效扣3分；列为下年重点督查；连续三年提出调整建议/,
    )
    expect(said).toContain('并列，跨档，请研究')
    expect(said).toContain('同分，按实地核查分先后')
    expect(said).toContain('…  （中间 98 个略）')
    expect(said).toMatch(/等次：好 \d+ 个，较好 \d+ 个，一般 \d+ 个/)
    expect(said).toContain('请处理 3 项：')
    expect(said).toContain('条暂定口径，尚待考核组织者确认')
  })

  test('says that streaks are unknown without history', async () => {
    const { exit, said } = await runWithoutHistory()
    expect(exit).toBe(0)
    expect(said.match(/涉及连续年度的结果运用，但没有2017年的历年结果，请补录/g)).toHaveLength(3)
    expect(said).not.toContain('连续三年')
  })

  test('the results file carries inputs, hashes, version and date', async () => {
    const out = join(folder, 'results.json')
    const { exit, said } = await score({ out: [out] })
    const file = JSON.parse(readFileSync(out, 'utf8')) as ResultsFile
    expect([exit, said.endsWith(`已写出 ${out}`)]).toEqual([0, true])
    expect([file.format, file.engine, file.asOf, file.partial, file.results.length]).toEqual([
      'hengping-results/1',
      engineVersion(),
      '2018-12-21',
      undefined,
      118,
    ])
    expect(await score({ out: [out] })).toMatchObject({ exit: 0 })
  })

  test('the same inputs give the same bytes', async () => {
    const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')]
    await score({ out: [one, other] })
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'))
  })

  async function runWithoutHistory() {
    const io = testIo()
    const exit = await runScore({ scheme: demo.scheme, facts: demo.facts }, io)
    return { exit, said: io.said.join('\n') }
  }
})

describe('refused rows', () => {
  const spoil = (facts: FactsFile): object => ({
    ...facts,
    findings: [
      { unit: '没有的单位', row: '四.4', rule: 'absent', count: 1 },
      { unit: 'SF030', row: '四.4', rule: 'absentt', count: 1 },
      { unit: 'SF030', row: '四.4', rule: 'absent', count: -1 },
      ...facts.findings,
    ],
  })

  test('stop the run: each is printed with its place, nothing is written', async () => {
    const spoilt = layDemoFiles(join(folder, '坏'), 'xiangxi-2018', 120, spoil)
    const out = join(folder, '坏', 'results.json')
    const { exit, said, warned } = await score({ ...spoilt, out: [out] })
    expect([exit, said]).toEqual([1, ''])
    expect(warned).toContain('有 3 处被拒绝')
    for (const place of ['findings[0]', 'findings[1]', 'findings[2]']) expect(warned).toContain(place)
    expect(warned).toContain('请加 --partial')
    expect(readdirSync(join(folder, '坏')).sort()).toEqual(['事实.json', '历年.json'])
  })

  test('with --partial the rest is scored, the results say how many were omitted, and the exit code is still 1', async () => {
    const spoilt = layDemoFiles(join(folder, '部分'), 'xiangxi-2018', 120, spoil)
    const out = join(folder, '部分', 'results.json')
    const { exit, said } = await score({ ...spoilt, out: [out], partial: true })
    const file = JSON.parse(readFileSync(out, 'utf8')) as ResultsFile
    expect([exit, file.partial]).toEqual([1, { refused: 3 }])
    expect(said).toContain('注意：有 3 行被拒绝，没有计入；以上结果不完整，不能封存')
  })
})

describe('unreadable inputs and unwritable outputs exit with 2 and the reason', () => {
  test('missing files are refused', async () => {
    expect(await score({ scheme: join(folder, '没有') })).toMatchObject({ exit: 2, said: '' })
    const { exit, warned } = await score({ facts: join(folder, '没有.json') })
    expect([exit, warned.endsWith('没有这个文件或文件夹，请核对路径')]).toEqual([2, true])
    expect(await score({ history: join(folder, '没有.json') })).toMatchObject({ exit: 2, said: '' })
  })

  test('files without facts are refused, with --partial too', async () => {
    const path = join(folder, '空.json')
    writeFileSync(path, '')
    const { exit, warned } = await score({ facts: path, partial: true })
    expect([exit, warned.includes('文件是空的')]).toEqual([2, true])
  })

  test('refuses an unknown extension, an input as output, and a foreign file', async () => {
    expect((await score({ out: [join(folder, 'x.pdf')] })).warned).toContain('文件名要以 .json 或 .xlsx 结尾')
    expect((await score({ out: [demo.facts] })).warned).toContain('它是本次的输入')
    const own = join(folder, '我的.json')
    writeFileSync(own, '{}')
    expect(await score({ out: [own] })).toMatchObject({ exit: 2 })
    expect(await score({ out: [own], force: true })).toMatchObject({ exit: 0 })
  })

  test('a missing folder leaves nothing half-written', async () => {
    const before = readdirSync(folder).sort()
    const { exit, warned } = await score({ out: [join(folder, '新建', 'r.json')] })
    expect([exit, warned.includes('这个文件夹，请先建好')]).toEqual([2, true])
    expect(readdirSync(folder).sort()).toEqual(before)
  })
})

test('facts of another year are not scored, and both years are named', async () => {
  const other = layDemoFiles(join(folder, '另一年'), 'jiangnan-2024')
  const { exit, warned } = await score({ facts: other.facts, history: other.history })
  expect([exit, warned.includes('方案是2018年度的，事实是2024年度的')]).toEqual([1, true])
})

test('a workbook of another year is reported once, and its history is ignored', async () => {
  const facts = join(folder, '另一年.xlsx')
  const other = layDemoFiles(join(folder, '另一年'), 'jiangnan-2024', 40)
  await runTemplate({ ...other, out: facts }, testIo())
  const { exit, warned } = await run({ scheme: demo.scheme, facts })
  expect([
    exit,
    warned.split('\n').filter(line => line.startsWith('  ·') && !line.includes('没有读入')),
  ]).toEqual([
    1,
    ['  · “填表说明”表：方案是2018年度的，事实是2024年度的，两者不符；请换用同一年度的方案和事实'],
  ])
})

test('another of our file types given as scheme or facts is named as what it is', async () => {
  const swapped = await score({ scheme: demo.facts, facts: demo.scheme })
  expect([swapped.exit, swapped.warned]).toEqual([1, expect.stringContaining('这是事实文件，不是方案')])
  expect((await score({ facts: demo.history })).warned).toContain('这是历年结果文件，这里要的是事实文件')
  expect((await score({ facts: join(demo.scheme, 'scheme.yaml') })).warned).toContain('不像是事实文件')
  const results = join(folder, '结果.xlsx')
  await score({ out: [results] })
  const { exit, warned } = await run({ scheme: demo.scheme, facts: results })
  expect([exit, warned.split('\n')]).toEqual([
    2,
    [`“${results}”读不了：`, expect.stringContaining('没有“单位名册”等填报用的表')],
  ])
})

test('an unfilled template is not a year: nothing is written', async () => {
  const [facts, out] = [join(folder, '空白.xlsx'), join(folder, '空白.json')]
  await runTemplate({ scheme: demo.scheme, out: facts }, testIo())
  const { exit, said, warned } = await run({ scheme: demo.scheme, facts, out: [out] })
  expect([exit, said, warned]).toEqual([
    1,
    '',
    '没有一个考核对象，不能计分：请在“单位名册”里填上考核范围内的单位',
  ])
  expect(readdirSync(folder)).not.toContain('空白.json')
})

test('the sample facts of the page on carrying in a scheme are scored as they stand there', async () => {
  const root = join(import.meta.dirname, '../..')
  const page = readFileSync(join(root, 'docs/tasks/carry-in-a-new-scheme.md'), 'utf8')
  const facts = join(folder, 'facts.json')
  writeFileSync(facts, /```json\n([\s\S]*?)```/.exec(page)![1]!)
  const scheme = join(root, 'schemes/lantian-2025')
  const { exit, said, warned } = await run({ scheme, facts })
  expect([exit, warned]).toEqual([0, ''])
  expect(said).toMatch(/1 {2}东街镇/)
})

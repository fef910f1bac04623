import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExplainOptions, runExplain } from './explain.ts'
import { type DemoFiles, layDemoFiles } from '../../tests/cli/layDemoFiles.ts'
import { runScore } from './score.ts'
import { testIo } from '../../tests/cli/testIo.ts'

let folder = ''
let demo: DemoFiles
let results = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '衡评 说明-'))
  demo = layDemoFiles(folder)
  results = join(folder, 'results.json')
  await runScore({ ...demo, out: [results] }, testIo())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function explain(options: Partial<ExplainOptions>) {
  const io = testIo()
  const exit = await runExplain({ unit: 'SF025', ...options }, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

describe('the whole tree of a unit', () => {
  test('is printed as indented sentences: figures, clauses, findings, rulings, consequences', async () => {
    const { exit, said } = await explain(demo)
    expect(exit).toBe(0)
    expect(said.split('\n')[0]).toContain('示范州统筹技术推广中心')
    expect(said).toContain('\n  综合得分61.10分')
    expect(said).toContain('\n    实地核查：满分100.00分，得52.00分，按50.00%计入26.00分〔三（二）2〕')
    expect(said).toMatch(/\n {10}班子会研究党建：.*〔附件 一\.1〕\n {12}\S/)
    expect(said).toMatch(/核查情况：第[一二三四]季度/)
    expect(said).toContain('口径R5（')
    expect(said).toContain('【暂按默认，尚未确认】')
    expect(said).toContain('连续三年提出调整建议（2016年、2017年、2018年连续）')
  })

  test('a ruling is printed in full once, and by name after that', async () => {
    const { said } = await explain({ ...demo, unit: 'SF014' })
    expect(said.split('口径R20（三（一））')).toHaveLength(2)
    expect(said).toContain('口径R20（见前）')
  })

  test('is the same when read from the results file', async () => {
    expect((await explain({ results })).said).toBe((await explain(demo)).said)
  })
})

describe('one row', () => {
  test('附件 四.4 prints only its own rules, evidence and rulings', async () => {
    const { exit, said } = await explain({ results, unit: '林业局', row: '四.4' })
    expect([exit, said.split('\n')[0]]).toEqual([0, '示范州林业局（SF008）'])
    expect(said).toMatch(/党务规范、会议和报送：分值5\.00分.*〔附件 四\.4〕/)
    expect(said).not.toContain('民意调查')
  })

  test('is also found by its clause', async () => {
    const { said } = await explain({ results, unit: 'SF008', row: '四.4' })
    for (const row of ['附件 四.4', '附件四.4', ' 四.4'])
      expect((await explain({ results, unit: 'SF008', row })).said).toBe(said)
  })

  test('an unknown row is answered with the rows of the scheme', async () => {
    const { exit, warned } = await explain({ results, row: '四.44' })
    expect([exit, warned.includes('是不是“四.4”')]).toEqual([1, true])
  })

  test('a row outside the rubric that did not affect the unit', async () => {
    const { exit, warned } = await explain({ results, row: '六（四）' })
    expect([exit, warned]).toEqual([1, '“示范州统筹技术推广中心”在“六（四）”这一行没有得分或扣分。'])
  })
})

describe('questions without an answer', () => {
  test('an unknown unit is answered with the nearest name', async () => {
    const { exit, warned } = await explain({ results, unit: '示范州林业句' })
    expect([exit, warned]).toEqual([1, '没有考核对象“示范州林业句”，是不是“示范州林业局”。'])
  })

  test('一 a unit of the roster that is not appraised is reported as such', async () => {
    const { exit, warned } = await explain({ results, unit: 'SF035' })
    expect([exit, warned]).toEqual([
      1,
      expect.stringMatching(/^“示范州.+”（SF035）在名册里，但不是考核对象/u),
    ])
  })

  test('inputs that do not go together are refused', async () => {
    expect(await explain({})).toMatchObject({
      exit: 2,
      warned: '请给出 --results，或者同时给出 --scheme 和 --facts。',
    })
    expect((await explain({ results, facts: demo.facts })).warned).toContain('不能再给')
  })

  test('a file that is not a results file is refused', async () => {
    const facts = await explain({ results: demo.facts })
    expect(facts).toMatchObject({
      exit: 2,
      warned: `“${demo.facts}”：这是事实文件，这里要的是计分结果文件；请换一个文件`,
    })
    const broken = join(folder, '坏.json')
    writeFileSync(broken, '{"format": ')
    const { exit, warned } = await explain({ results: broken })
    expect([exit, warned.includes('JSON 写法有误')]).toEqual([2, true])
    expect(await explain({ results: join(folder, '没有.json') })).toMatchObject({ exit: 2 })
  })
})

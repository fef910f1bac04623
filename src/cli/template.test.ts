import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResultsFile } from '../contract/results/resultsSchema.ts'
import { type DemoFiles, layDemoFiles } from '../../tests/cli/layDemoFiles.ts'
import { runScore } from './score.ts'
import { runTemplate, type TemplateOptions } from './template.ts'
import { testIo } from '../../tests/cli/testIo.ts'

let folder = ''
let demo: DemoFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 模板-'))
  demo = layDemoFiles(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function template(options: Partial<TemplateOptions>) {
  const io = testIo()
  const exit = await runTemplate({ scheme: demo.scheme, out: join(folder, '空白.xlsx'), ...options }, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

async function resultsOf(facts: string, history: string | undefined, out: string): Promise<ResultsFile> {
  const io = testIo()
  await runScore(
    { scheme: demo.scheme, facts, ...(history === undefined ? {} : { history }), out: [out] },
    io,
  )
  return JSON.parse(readFileSync(out, 'utf8')) as ResultsFile
}

test('the empty workbook is written; an existing file is not replaced without --force', async () => {
  expect(await template({})).toMatchObject({ exit: 0 })
  expect(readFileSync(join(folder, '空白.xlsx')).subarray(0, 2).toString()).toBe('PK')
  expect((await template({})).warned).toContain('确要覆盖请加 --force')
  expect(await template({ force: true })).toMatchObject({ exit: 0 })
})

test('a filled workbook, with history on its own sheet, gives the same results as the same facts in JSON', async () => {
  const filled = join(folder, '填好.xlsx')
  expect(await template({ facts: demo.facts, history: demo.history, out: filled })).toMatchObject({
    exit: 0,
    warned: '',
  })
  const fromWorkbook = await resultsOf(filled, undefined, join(folder, '甲.json'))
  const fromJson = await resultsOf(demo.facts, demo.history, join(folder, '乙.json'))
  expect(fromWorkbook.results).toEqual(fromJson.results)
  expect(fromWorkbook.hashes).toEqual(fromJson.hashes)
})

test('refuses a history without facts, an extension other than xlsx, and a missing scheme', async () => {
  expect(await template({ history: demo.history })).toMatchObject({
    exit: 2,
    warned: '--history 要与 --facts 一起给出。',
  })
  expect(await template({ out: join(folder, 'a.xls') })).toMatchObject({ exit: 2 })
  expect(await template({ scheme: join(folder, '没有'), out: join(folder, 'b.xlsx') })).toMatchObject({
    exit: 2,
  })
})

test('refused facts are not filled in', async () => {
  const path = join(folder, '坏.json')
  writeFileSync(path, readFileSync(demo.facts, 'utf8').replace('"SF001"', '"SF001X"'))
  expect(await template({ facts: path, out: join(folder, 'c.xlsx') })).toMatchObject({ exit: 1 })
})

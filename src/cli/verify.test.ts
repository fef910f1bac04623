import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResultsFile } from '../contract/results/resultsSchema.ts'
import { layDemoFiles } from '../../tests/cli/layDemoFiles.ts'
import { runScore } from './score.ts'
import { testIo } from '../../tests/cli/testIo.ts'
import { runVerify } from './verify.ts'

let folder = ''
let results = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '衡评 复算-'))
  results = join(folder, 'results.json')
  await runScore({ ...layDemoFiles(folder), out: [results] }, testIo())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function verify(path: string) {
  const io = testIo()
  const exit = await runVerify({ results: path }, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

test('unaltered results are reproduced by recomputation', async () => {
  const { exit, said } = await verify(results)
  expect([exit, said.startsWith('复算一致：118 个考核对象')]).toEqual([0, true])
})

test('an altered figure is named with its correct value', async () => {
  const file = JSON.parse(readFileSync(results, 'utf8')) as {
    results: { composite?: number }[]
  } & ResultsFile
  const [first] = file.results
  const forged = { ...file, results: [{ ...first, composite: 99.99 }, ...file.results.slice(1)] }
  const path = join(folder, '改.json')
  writeFileSync(path, JSON.stringify(forged))
  const { exit, said } = await verify(path)
  expect(exit).toBe(1)
  expect(said).toContain('结果的校验值不符')
  expect(said).toContain('文件为99.99')
})

test('an unreadable file is not a difference but exits with 2', async () => {
  expect(await verify(join(folder, '没有.json'))).toMatchObject({ exit: 2, said: '' })
  expect(await verify(join(folder, '事实.json'))).toMatchObject({
    exit: 2,
    said: '',
    warned: expect.stringContaining('这是事实文件'),
  })
  const workbook = join(folder, 'results.xlsx')
  await runScore({ ...layDemoFiles(folder, 'xiangxi-2018', 24), out: [workbook] }, testIo())
  expect(await verify(workbook)).toMatchObject({
    exit: 2,
    said: '',
    warned: expect.stringContaining('是工作簿，不能据以复算'),
  })
  const cut = join(folder, '案卷.zip')
  writeFileSync(cut, readFileSync(workbook).subarray(0, 5000))
  expect(await verify(cut)).toMatchObject({ exit: 2, warned: expect.stringContaining('没有下载完整') })
})

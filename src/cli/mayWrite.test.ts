import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mayWrite } from './mayWrite.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const ENDINGS = ['.json', '.xlsx']

test('a new file with a known extension may be written', async () => {
  expect(await mayWrite([at('a.json'), at('b.XLSX')], [], ENDINGS, false)).toBeUndefined()
})

test('refuses an unknown extension, an input path, and the same path twice', async () => {
  expect(await mayWrite([at('a.pdf')], [], ENDINGS, false)).toContain('文件名要以 .json 或 .xlsx 结尾')
  expect(await mayWrite([at('a.json')], [undefined, at('x/../a.json')], ENDINGS, true)).toContain(
    '它是本次的输入',
  )
  expect(await mayWrite([at('a.json'), at('a.json')], [], ENDINGS, false)).toContain('或已写过一次')
})

test('our own results are replaced, any other file only with --force', async () => {
  writeFileSync(at('results.json'), '{\n "format": "hengping-results/1",')
  writeFileSync(at('mine.json'), '{"format":"hengping-facts/1"}')
  expect(await mayWrite([at('results.json')], [], ENDINGS, false)).toBeUndefined()
  expect(await mayWrite([at('mine.json')], [], ENDINGS, false)).toContain('确要覆盖请加 --force')
  expect(await mayWrite([at('mine.json')], [], ENDINGS, true)).toBeUndefined()
})

test('a folder is never replaced', async () => {
  mkdirSync(at('x.json'))
  expect(await mayWrite([at('x.json')], [], ENDINGS, true)).toContain('这是文件夹')
})

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultOfFile } from './fileFault.ts'
import { writeOutputs } from './outputFiles.ts'
import { testIo } from '../../tests/cli/testIo.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 测试-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('files are written completely, and no temporary file remains', async () => {
  const io = testIo()
  writeFileSync(join(folder, '旧.json'), '旧')
  const files = [
    { path: join(folder, '旧.json'), bytes: '新' },
    { path: join(folder, 'b.bin'), bytes: new Uint8Array([1, 2, 3]) },
  ]
  expect(await writeOutputs(io, files)).toBeUndefined()
  expect(readFileSync(join(folder, '旧.json'), 'utf8')).toBe('新')
  expect(readdirSync(folder).sort()).toEqual(['b.bin', '旧.json'])
  expect(io.unfinished.size).toBe(0)
})

test('when one file cannot be written none is: the old file remains and a sentence gives the reason', async () => {
  writeFileSync(join(folder, 'a.json'), '旧')
  const files = [
    { path: join(folder, 'a.json'), bytes: '新' },
    { path: join(folder, '没有', 'b.json'), bytes: 'x' },
  ]
  const missing = join(folder, '没有', 'b.json')
  expect(await writeOutputs(testIo(), files)).toBe(`写不了“${missing}”：没有这个文件或文件夹，请核对路径`)
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('旧')
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('a folder at the path of the file is named as the reason', async () => {
  mkdirSync(join(folder, 'x.json'))
  expect(await writeOutputs(testIo(), [{ path: join(folder, 'x.json'), bytes: 'x' }])).toContain('写不了')
  expect(readdirSync(folder)).toEqual(['x.json'])
})

test('an error that is not from the file system is a bug and is rethrown', () => {
  expect(() => faultOfFile('读', 'x', new RangeError('bug'))).toThrow('bug')
  expect(faultOfFile('读', 'x', Object.assign(new Error('x'), { code: 'EACCES' }))).toBe(
    '读不了“x”：没有权限，请换一个位置或请管理员授权',
  )
  expect(faultOfFile('读', 'x', Object.assign(new Error('x'), { code: 'EXDEV' }))).toBe('读不了“x”：EXDEV')
})

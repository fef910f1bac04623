import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createKeyStore } from '../server/platform/keys/keyStore.ts'
import { runProgram } from './runProgram.ts'
import { testIo } from '../../tests/cli/testIo.ts'

const folder = mkdtempSync(join(tmpdir(), '衡评 密钥命令-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function hengping(...args: string[]) {
  const io = testIo()
  const exit = await runProgram(['keys', ...args], io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

test('keys are listed, copied and put back on another machine; a wrong or damaged copy puts none', async () => {
  const [one, two] = [join(folder, '一'), join(folder, '二')]
  mkdirSync(one)
  mkdirSync(two)
  const out = join(folder, '密钥.json')
  expect(await hengping('--data', one)).toMatchObject({ exit: 0, said: '没有民意调查的密钥' })
  expect(await hengping('--data', one, '--out', out)).toMatchObject({ exit: 1 })
  expect(await hengping('--data', join(folder, '没有'))).toMatchObject({ exit: 2 })
  const from = createKeyStore(one)
  const key = await from.make('s1', 'numbers')
  await from.make('s1', 'u1')
  await from.make('s2', 'u2')
  const listed = await hengping('--data', one)
  expect(listed.said.split('\n')).toEqual([
    's1：号码密钥在，未分离单位的答卷密钥 1 个',
    's2：号码密钥不在，未分离单位的答卷密钥 1 个',
  ])
  expect(listed.warned, 'no database here').toContain('只列出编号')

  expect(await hengping('--data', one, '--out', join(folder, 'x.txt'))).toMatchObject({ exit: 2 })
  expect(await hengping('--data', one, '--out', out)).toMatchObject({ exit: 0, warned: '' })
  if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(await hengping('--data', one, '--out', out)).toMatchObject({ exit: 2 })
  expect(await hengping('--data', one, '--out', out, '--from', out)).toMatchObject({ exit: 2 })

  const to = createKeyStore(two)
  await to.make('s3', 'own')
  expect((await hengping('--data', two, '--from', out)).said).toContain('装入 3 个密钥，0 个原来就在')
  expect(await to.read('s1', 'numbers')).toEqual(key)
  expect(await to.list('s3')).toEqual(['own'])
  expect((await hengping('--data', two, '--from', out)).said).toContain('装入 0 个密钥，3 个原来就在')
  // Another key in the place of one: nothing is put, so that nothing is mixed.
  await to.destroy('s2', 'u2')
  await to.destroy('s1', 'u1')
  const other = await to.make('s2', 'u2')
  expect(await hengping('--data', two, '--from', out)).toMatchObject({ exit: 1 })
  expect(await to.list('s1')).toEqual(['numbers'])
  expect(await to.read('s2', 'u2')).toEqual(other)

  const text = readFileSync(out, 'utf8')
  for (const bad of [text.slice(0, -40), text.replaceAll('s1', 's9'), '{}', '']) {
    writeFileSync(out, bad)
    expect(await hengping('--data', two, '--from', out)).toMatchObject({ exit: 1 })
  }
})

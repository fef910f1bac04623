import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../server/platform/database/openDatabase.ts'
import { createChange } from '../server/platform/change/change.ts'
import { SYSTEM_ACTOR } from '../server/platform/access/actor.ts'
import { layDatabase } from '../../tests/server/layDatabase.ts'
import { runProgram } from './runProgram.ts'
import { testIo } from '../../tests/cli/testIo.ts'

const folder = mkdtempSync(join(tmpdir(), '衡评 备份命令-'))
const data = join(folder, '数据')
const settings = { kind: 'embedded', folder: join(data, 'database') } as const
beforeAll(async () => {
  await layDatabase(settings.folder, 'migrated')
  const database = await openDatabase(settings)
  const change = createChange({ db: database.db, now: () => new Date('2018-12-21T00:00:00Z') }, SYSTEM_ACTOR)
  await change(async () => ({
    answer: null,
    events: [{ kind: 'serverStarted', values: { version: '0', database: '内置数据库' } }],
  }))
  await database.close()
  mkdirSync(join(data, 'files'))
  writeFileSync(join(data, 'files/附件.txt'), '附件')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function hengping(
  ...args: string[]
): Promise<{ readonly exit: number; readonly said: string; readonly warned: string }> {
  const io = testIo()
  const exit = await runProgram(args, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

test('backup, check and restore round-trip', async () => {
  const out = join(folder, '备份.gz')
  const made = await hengping('backup', '--data', data, '--out', out)
  expect(made).toMatchObject({ exit: 0 })
  expect(made.said).toMatch(/已备份数据文件夹 .*：2 行，1 个文件/)
  expect(made.warned, 'a secret kept elsewhere is not in it').toContain('HENGPING_SECRET')
  if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])

  const checked = await hengping('restore', '--check', '--from', out)
  expect(checked).toMatchObject({ exit: 0, warned: '' })
  expect(checked.said).toMatch(
    /备份完好：\d+年\d+月\d+日 \d\d:\d\d由 .* 版自内置数据库备份，2 行，1 个文件，校验值相符\n留痕 1 行，逐行核验完整/,
  )

  const copy = join(folder, '恢复')
  const restored = await hengping('restore', '--from', out, '--data', copy)
  expect(restored).toMatchObject({ exit: 0, warned: '' })
  expect(restored.said).toMatch(/已恢复到数据文件夹 .*张表 2 行，1 个文件，行数和校验值相符\n留痕 1 行/)
  expect(existsSync(join(copy, 'files/附件.txt'))).toBe(true)

  expect(await hengping('restore', '--from', out, '--data', copy)).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('里已有文件'),
  })
  rmSync(join(copy, 'files'), { recursive: true })
  expect(await hengping('restore', '--from', out, '--data', copy)).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('目标数据库里已有内容'),
  })
})

test('refuses a folder in use, a folder without a database and an existing file', async () => {
  const out = join(folder, '其他.gz')
  const database = await openDatabase(settings)
  expect(await hengping('backup', '--data', data, '--out', out)).toMatchObject({
    exit: 2,
    warned: expect.stringContaining(`进程号 ${process.pid}`),
  })
  await database.close()
  expect(await hengping('backup', '--data', join(folder, '没有'), '--out', out)).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('里没有数据库'),
  })
  expect(existsSync(join(folder, '没有')), 'databaseNotThere: nothing is made by asking').toBe(false)
  expect(existsSync(out)).toBe(false)
  writeFileSync(out, 'something')
  expect(await hengping('backup', '--data', data, '--out', out)).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('--force'),
  })
  expect(await hengping('backup', '--data', data, '--out', join(folder, 'x.zip'))).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('.gz'),
  })
})

test('a damaged file is reported without creating a database', async () => {
  const out = join(folder, '短.gz')
  await hengping('backup', '--data', data, '--out', out)
  truncateSync(out, statSync(out).size - 20)
  const target = join(folder, '目标')
  expect(await hengping('restore', '--from', out, '--data', target)).toMatchObject({
    exit: 1,
    warned: expect.stringContaining('备份文件已损坏（文件不完整）'),
  })
  expect(await hengping('restore', '--check', '--from', out)).toMatchObject({ exit: 1 })
  expect(existsSync(target)).toBe(false)
  expect(await hengping('restore', '--from', join(folder, '无.gz'))).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('没有这个文件'),
  })
  expect(
    await hengping('backup', '--database-url', 'mysql://x', '--out', join(folder, 'y.gz')),
  ).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('postgres://'),
  })
})

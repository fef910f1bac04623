import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPrivate } from './keepPrivate.ts'
import { forgetLastSeen, noteLastSeen, refuseLostRows } from './lastSeen.ts'
import { openDatabase } from './openDatabase.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), '衡评 数据-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const open = () => openDatabase({ kind: 'embedded', folder: join(data, 'database') })

test(
  'databaseLost: a database that opens in a much older state is refused',
  { timeout: 120_000 },
  async () => {
    const first = await open()
    await refuseLostRows(first, data)
    await first.close()
    cpSync(join(data, 'database'), join(data, 'early'), { recursive: true })

    const used = await open()
    await used.run('create table trail_head (seq bigint); insert into trail_head values (120)')
    await noteLastSeen(used, data)
    await used.close()
    const whole = await open()
    await refuseLostRows(whole, data)
    await whole.close()

    rmSync(join(data, 'database'), { recursive: true })
    cpSync(join(data, 'early'), join(data, 'database'), { recursive: true })
    const lost = await open()
    await expect(refuseLostRows(lost, data)).rejects.toThrow('上次使用时留痕有120条，现在只剩0条')
    await expect(refuseLostRows(lost, data)).rejects.toMatchObject({ refusal: { code: 'databaseLost' } })
    forgetLastSeen(data)
    await refuseLostRows(lost, data)
    await lost.close()
  },
)

test('a data folder is private to its owner; one open to others is closed, once', () => {
  const made = join(data, 'new')
  expect(keepPrivate(made)).toBe(false)
  expect(statSync(made).mode & 0o777).toBe(0o700)
  chmodSync(made, 0o755)
  expect(keepPrivate(made)).toBe(true)
  expect(statSync(made).mode & 0o777).toBe(0o700)
  expect(keepPrivate(made)).toBe(false)
})

test('the embedded database makes the folder it opens private', { timeout: 120_000 }, async () => {
  const database = await open()
  expect(statSync(join(data, 'database')).mode & 0o077).toBe(0)
  await database.close()
  expect(existsSync(join(data, 'database', 'database'))).toBe(true)
})

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { layDatabase } from '../../../../tests/server/layDatabase.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { keepPrivate } from './keepPrivate.ts'
import { forgetLastSeen, noteLastSeen, refuseLostRows } from './lastSeen.ts'
import { openDatabase, type OpenDatabase } from './openDatabase.ts'

let data: string
/** A database just created, to copy: creating one takes longest. */
const fresh = mkdtempSync(join(tmpdir(), '衡评 新库-'))
beforeAll(() => layDatabase(fresh, 'bare'))
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), '衡评 数据-'))
  cpSync(fresh, join(data, 'database'), { recursive: true })
})
afterEach(() => rmSync(data, { recursive: true, force: true }))
afterAll(() => rmSync(fresh, { recursive: true, force: true }))

const open = () => openDatabase({ kind: 'embedded', folder: join(data, 'database') })

test('databaseLost: a database that opens in a much older state is refused', async () => {
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
})

test('databaseLost: a write-ahead file cut after a kill never opens with fewer rows unnoticed', async () => {
  const used = await open()
  await used.run('create table trail_head (seq bigint); insert into trail_head values (0)')
  await noteLastSeen(used, data)
  for (let seq = 1; seq <= 60; seq++) await used.run(`update trail_head set seq = ${seq}`)
  await noteLastSeen(used, data)
  const seen: string[] = []
  for (const share of [2, 64]) {
    // What lies on the disk at this moment is what a kill would leave.
    const killed = join(data, `killed-${share}`)
    cpSync(join(data, 'database'), join(killed, 'database'), { recursive: true })
    cpSync(join(data, 'last-seen.json'), join(killed, 'last-seen.json'))
    for (const name of readdirSync(join(killed, 'database')))
      if (name !== 'database') rmSync(join(killed, 'database', name), { recursive: true, force: true })
    const logs = join(killed, 'database', 'database', 'pg_wal')
    for (const name of readdirSync(logs).filter(each => /^[0-9A-F]{24}$/.test(each)))
      truncateSync(join(logs, name), Math.floor(statSync(join(logs, name)).size / share))
    seen.push(await openKilled(killed))
  }
  await used.close()
  expect(seen).not.toContain('fewer rows')
  expect(seen.some(each => each !== 'whole')).toBe(true)
})

/** Opens a folder as the start does, and says what came of it. */
async function openKilled(folder: string): Promise<string> {
  let database: OpenDatabase
  try {
    database = await openDatabase({ kind: 'embedded', folder: join(folder, 'database') })
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseRefused)
    return 'will not start'
  }
  try {
    await refuseLostRows(database, folder)
    const { rows } = await database.db.execute<{ seq: number }>(sql`select seq from trail_head`)
    return Number(rows[0]?.seq) === 60 ? 'whole' : 'fewer rows'
  } catch (error) {
    expect(error).toMatchObject({ refusal: { code: 'databaseLost' } })
    return 'databaseLost'
  } finally {
    await database.close()
  }
}

test('a data folder is private to its owner; one open to others is closed, once', () => {
  const made = join(data, 'new')
  expect(keepPrivate(made)).toBe(false)
  expect(statSync(made).mode & 0o777).toBe(0o700)
  chmodSync(made, 0o755)
  expect(keepPrivate(made)).toBe(true)
  expect(statSync(made).mode & 0o777).toBe(0o700)
  expect(keepPrivate(made)).toBe(false)
})

test('the embedded database makes the folder it opens private', async () => {
  const database = await open()
  expect(statSync(join(data, 'database')).mode & 0o077).toBe(0)
  await database.close()
  expect(existsSync(join(data, 'database', 'database'))).toBe(true)
})

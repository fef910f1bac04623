import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { newPostgresDatabase } from './databases.ts'
import { expectWhole, prepareWriters } from './killedWriters.ts'
import { layDatabase } from './layDatabase.ts'
import { startPostgres } from './startPostgres.ts'
import { sized } from '../longRun.ts'
import { testInLongRun } from '../testInLongRun.ts'

/** Processes killed on each database ; in two chains side by side, since most of the time goes into starting them. */
const KILLS = sized(200, 2)
const CHAINS = 2
const LONG = 1_000_000

const folder = mkdtempSync(join(tmpdir(), '衡评 中断-'))
let writers: Awaited<ReturnType<typeof prepareWriters>>
beforeAll(async () => {
  writers = await prepareWriters()
  await layDatabase(join(folder, 'first'), 'migrated')
})
afterAll(() => {
  writers.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Kills one writer after another on this database, each at a moment of chance; then all that was answered for must be there, once. */
async function killAgainAndAgain(settings: DatabaseSettings, chain: string, kills: number): Promise<number> {
  const answered = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    const { child, wrote, found, ended } = writers.start({
      settings,
      name: `${chain}.${kill}`,
      writers: 4,
      each: LONG,
    })
    expect(await found).toBeGreaterThanOrEqual(answered.size)
    const enough = Math.random() * 12
    while (wrote.length < enough) await new Promise(resolve => setTimeout(resolve, 1))
    await new Promise(resolve => setTimeout(resolve, Math.random() * 5))
    child.kill('SIGKILL')
    expect((await ended).complaint).toBe('')
    for (const id of wrote) answered.add(id)
  }
  const database = await openDatabase(settings)
  const writes = await expectWhole(database, answered)
  await database.close()
  expect(answered.size).toBeGreaterThanOrEqual(kills)
  return writes
}

async function migrated(settings: DatabaseSettings): Promise<DatabaseSettings> {
  const database = await openDatabase(settings)
  await migrate(database)
  await database.close()
  return settings
}

/** A copy of the first database: cheaper than another one. */
function copied(name: string): DatabaseSettings {
  cpSync(join(folder, 'first/database'), join(folder, name, 'database'), { recursive: true })
  return { kind: 'embedded', folder: join(folder, name) }
}

describe('a server killed while writing loses nothing that it confirmed and leaves nothing half done', () => {
  test(`PGlite, ${KILLS} times`, async () => {
    const all = Array.from({ length: CHAINS }, (_value, at) =>
      killAgainAndAgain(copied(`c${at}`), `c${at}`, KILLS / CHAINS),
    )
    expect((await Promise.all(all)).length).toBe(CHAINS)
  })

  test(`PostgreSQL, the program ${KILLS} times`, async () => {
    const all = Array.from({ length: CHAINS }, async (_value, at) => {
      const settings = await migrated({ kind: 'server', url: await newPostgresDatabase(), poolSize: 4 })
      return killAgainAndAgain(settings, `c${at}`, KILLS / CHAINS)
    })
    expect((await Promise.all(all)).length).toBe(CHAINS)
  })

  testInLongRun('when PostgreSQL itself is killed while the program keeps running', async () => {
    const server = await startPostgres(true)
    try {
      const settings = await migrated({ kind: 'server', url: server.url, poolSize: 8 })
      const { child, wrote, found, ended } = writers.start({ settings, name: 'w', writers: 8, each: LONG })
      await found
      for (let crash = 0; crash < 5; crash++) {
        const before = wrote.length
        await expect.poll(() => wrote.length).toBeGreaterThan(before + 10)
        await new Promise(resolve => setTimeout(resolve, Math.random() * 50))
        await server.crash()
      }
      const before = wrote.length
      await expect.poll(() => wrote.length).toBeGreaterThan(before + 10)
      child.kill('SIGKILL')
      expect((await ended).complaint).toBe('')
      const database = await openDatabase(settings)
      await expectWhole(database, new Set(wrote))
      await database.close()
    } finally {
      await server.stop()
    }
  })
})

describe('64 concurrent writers produce one chain', () => {
  test('on PGlite, in one process', async () => {
    const settings = copied('many')
    const { wrote, ended } = writers.start({ settings, name: 'w', writers: 64, each: 5 })
    expect((await ended).complaint).toBe('')
    const database = await openDatabase(settings)
    expect(await expectWhole(database, new Set(wrote))).toBe(64 * 5)
    await database.close()
  })

  test('on PostgreSQL, from four processes', async () => {
    const settings = await migrated({ kind: 'server', url: await newPostgresDatabase(), poolSize: 16 })
    const processes = Array.from({ length: 4 }, (_value, at) =>
      writers.start({ settings, name: `p${at}`, writers: 16, each: 5 }),
    )
    for (const { ended } of processes) expect((await ended).complaint).toBe('')
    const database = await openDatabase(settings)
    expect(await expectWhole(database, new Set(processes.flatMap(({ wrote }) => wrote)))).toBe(64 * 5)
    await database.close()
  })
})

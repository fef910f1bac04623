import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { sized } from '../../longRun.ts'
import { newPostgresDatabase } from '../databases.ts'
import { prepareWriters } from '../killedWriters.ts'
import type { CasterOrder } from './killedCaster.ts'
import { layOpenMeeting } from './openMeetingRow.ts'

/** Servers killed during voting, on each database. */
const KILLS = sized(100, 2)

const folder = mkdtempSync(join(tmpdir(), '衡评 断票-'))
let casters: Awaited<ReturnType<typeof prepareWriters<CasterOrder>>>
beforeAll(async () => {
  casters = await prepareWriters<CasterOrder>('meetings/killedCaster.ts')
})
afterAll(() => {
  casters.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a server killed during voting keeps every sheet that it acknowledged, once', () => {
  test.each([
    ['PGlite', async (): Promise<DatabaseSettings> => ({ kind: 'embedded', folder })],
    [
      'PostgreSQL',
      async (): Promise<DatabaseSettings> => ({
        kind: 'server',
        url: await newPostgresDatabase(),
        poolSize: 4,
      }),
    ],
  ])(`%s, ${KILLS} times`, async (_kind, settingsOf) => {
    const settings = await settingsOf()
    const first = await openDatabase(settings)
    await migrate(first)
    const meeting = await layOpenMeeting(first.db)
    await first.close()
    const acknowledged = new Set<string>()
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, wrote, found, ended } = casters.start({ settings, meeting, voters: 40 })
      expect(await found).toBeGreaterThanOrEqual(acknowledged.size)
      const enough = 20 + Math.random() * 200
      while (wrote.length < enough) await new Promise(resolve => setTimeout(resolve, 1))
      child.kill('SIGKILL')
      expect((await ended).complaint).toBe('')
      for (const token of wrote) acknowledged.add(token)
    }
    const last = await openDatabase(settings)
    const { rows } = await last.db.execute<{ token: string }>(sql`select token from ballot_sealed`)
    await last.close()
    const there = new Set(rows.map(({ token }) => token))
    expect([...acknowledged].filter(token => !there.has(token))).toEqual([])
    expect(there.size).toBe(rows.length)
  })
})

// Durable writes a second on this machine: `node scripts/measureDatabase.ts` (Node 24). One row a transaction, and one change() with its line of the trail.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { SYSTEM_ACTOR } from '../src/server/platform/access/actor.ts'
import { createChange } from '../src/server/platform/change/change.ts'
import { migrate } from '../src/server/platform/database/migrate.ts'
import {
  type Database,
  openDatabase,
  type OpenDatabase,
} from '../src/server/platform/database/openDatabase.ts'
import { startPglite } from '../src/server/platform/database/startPglite.ts'
import { startPostgres } from '../tests/server/startPostgres.ts'

const SECONDS = 4
const folder = mkdtempSync(join(tmpdir(), 'hengping-measure-'))
const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function perSecond(writers: number, write: (n: number) => Promise<unknown>): Promise<number> {
  let done = 0
  const until = performance.now() + SECONDS * 1000
  const one = async (): Promise<void> => {
    while (performance.now() < until) await write(++done)
  }
  await Promise.all(Array.from({ length: writers }, one))
  return Math.round(done / SECONDS)
}

async function measure(name: string, db: Database): Promise<void> {
  await db.execute(sql`create table measured (n int, word text)`)
  const figures: string[] = []
  for (const writers of [1, 16]) {
    figures.push(
      `${await perSecond(writers, n => db.execute(sql`insert into measured values (${n}, 'some words')`))} rows/s`,
    )
    const change = createChange({ db, now: () => new Date() }, SYSTEM_ACTOR)
    const write = (): Promise<unknown> =>
      change(async tx => {
        await tx.execute(sql`insert into measured values (1, 'some words')`)
        return { answer: null, events: [{ kind: 'serverStarted', values: { version: '0', database: '' } }] }
      })
    figures.push(`${await perSecond(writers, write)} changes/s`)
  }
  say(`${name.padEnd(28)} 1 writer: ${figures[0]}, ${figures[1]}; 16 writers: ${figures[2]}, ${figures[3]}`)
}

async function migrated(database: OpenDatabase): Promise<OpenDatabase> {
  await migrate(database)
  return database
}

try {
  const embedded = await migrated(await openDatabase({ kind: 'embedded', folder: join(folder, 'durable') }))
  await measure('PGlite, fsync', embedded.db)
  await embedded.close()

  const { client } = await startPglite(new NodeFS(join(folder, 'durable/database')), false)
  await client.exec('drop table measured')
  await measure('PGlite, as it comes', drizzle(client as PGlite) as unknown as Database)
  await client.close()

  for (const durable of [true, false]) {
    const server = await startPostgres(durable)
    const database = await migrated(await openDatabase({ kind: 'server', url: server.url, poolSize: 16 }))
    await measure(`PostgreSQL 18, fsync ${durable ? 'on' : 'off'}`, database.db)
    await database.close()
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MemoryFS, PGlite } from '@electric-sql/pglite'
import type { Filesystem } from '@electric-sql/pglite/basefs'
import { drizzle } from 'drizzle-orm/pglite'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { DurableNodeFs } from './durableNodeFs.ts'
import { lockFolder } from './lockFolder.ts'
import type { Database, OpenDatabase, RunScript } from './openDatabase.ts'
import { syncTree } from './syncTree.ts'

/** The format of PGlite's PostgreSQL. */
const FORMAT = '18'

const COMMON = PGlite.defaultStartParams.filter(word => word !== '-F' && word !== '-O')
const DURABLE = [...COMMON, '-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on']

/** 打开内置数据库 (PGlite) in `database` of the data folder, held by a lock, every commit on disk; without a folder, in memory. */
export async function openEmbedded(folder: string | undefined): Promise<OpenDatabase> {
  if (folder === undefined) return serve(await start(new MemoryFS(), [...COMMON, '-F'], ''), 'memory', () => {})
  const release = lockFolder(folder)
  try {
    const place = join(folder, 'database')
    if (existsSync(place)) refuseOtherFormat(folder, place)
    else await createIn(folder, place)
    return serve(await start(new DurableNodeFs(place), DURABLE, folder), 'embedded', release)
  } catch (error) {
    release()
    throw error
  }
}

function serve(client: PGlite, kind: 'embedded' | 'memory', release: () => void): OpenDatabase {
  const script = <T>(work: (run: RunScript) => Promise<T>): Promise<T> =>
    client.transaction(tx => work(async sql => ((await tx.exec(sql)).at(-1)?.rows ?? []) as Readonly<Record<string, unknown>>[]))
  return {
    kind,
    db: drizzle(client) as unknown as Database,
    script,
    run: sql => script(async run => void (await run(sql))),
    close: async () => {
      if (client.closed) return
      await client.close()
      release()
    },
  }
}

/** Made beside its place and moved there whole: a start that is killed leaves no half database. */
async function createIn(folder: string, place: string): Promise<void> {
  const fresh = `${place}.new`
  rmSync(fresh, { recursive: true, force: true })
  const client = await start(new DurableNodeFs(fresh), DURABLE, folder)
  await client.close()
  syncTree(fresh)
  renameSync(fresh, place)
  syncTree(folder, 0)
}

function refuseOtherFormat(folder: string, place: string): void {
  const version = join(place, 'PG_VERSION')
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : '不明'
  if (found !== FORMAT) throw new DatabaseRefused(refuse('databaseFormatOther', { folder, found, needed: FORMAT }))
}

async function start(fs: Filesystem, startParams: string[], folder: string): Promise<PGlite> {
  const complaints: string[] = []
  const keep = (line: string): boolean => {
    if (/FATAL|PANIC|ERROR/.test(line)) complaints.push(line)
    return false
  }
  try {
    return await PGlite.create({ fs, startParams, onStderr: keep, onStdout: keep, parsers: { 17: bytesOf } })
  } catch (error) {
    const reason = complaints.at(-1) ?? (error as Error).message
    throw new DatabaseRefused(refuse('databaseWontStart', { folder, reason }), error)
  }
}

/** bytea as node-postgres gives it. */
function bytesOf(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex')
}

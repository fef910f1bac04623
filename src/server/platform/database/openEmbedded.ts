import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MemoryFS, type PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { DurableNodeFs } from './durableNodeFs.ts'
import { EmbeddedClient } from './embeddedClient.ts'
import { EmbeddedCrashed } from './embeddedCrashed.ts'
import { isDiskFull } from './isDiskFull.ts'
import { lockFolder } from './lockFolder.ts'
import type { Database, OpenDatabase, RunScript } from './openDatabase.ts'
import { startPglite } from './startPglite.ts'
import { syncTree } from './syncTree.ts'
import { tendEmbedded, tendOnce } from './tendEmbedded.ts'

/** The data format of PGlite's PostgreSQL. */
const FORMAT = '18'

/** Opens a PGlite in memory. */
export async function openInMemory(image?: Blob): Promise<OpenDatabase> {
  const client = await EmbeddedClient.open(() => startPglite(new MemoryFS(), false, image))
  return serve(client, 'memory', () => {})
}

/** Opens the embedded database (PGlite) in `database` of the data folder, locked, every commit on disk. */
export async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const release = lockFolder(folder)
  try {
    const place = join(folder, 'database')
    if (existsSync(place)) refuseOtherFormat(folder, place)
    else await createIn(place)
    const client = await EmbeddedClient.open(() => startPglite(new DurableNodeFs(place), true))
    const stopTending = tendEmbedded(client)
    return serve(client, 'embedded', () => {
      stopTending()
      release()
    })
  } catch (error) {
    release()
    throw refusalOf(error, folder)
  }
}

function refusalOf(error: unknown, folder: string): unknown {
  if (isDiskFull(error))
    return new DatabaseRefused(refuse('databaseFolderUnusable', { folder, reason: '磁盘已满' }), error)
  if (!(error instanceof EmbeddedCrashed)) return error
  return new DatabaseRefused(refuse('databaseWontStart', { folder, reason: error.message }), error)
}

function serve(client: EmbeddedClient, kind: 'embedded' | 'memory', release: () => void): OpenDatabase {
  let closed = false
  const script = <T>(work: (run: RunScript) => Promise<T>): Promise<T> =>
    client.transaction(tx =>
      work(async sql => ((await tx.exec(sql)).at(-1)?.rows ?? []) as Readonly<Record<string, unknown>>[]),
    )
  return {
    kind,
    db: drizzle(client as unknown as PGlite) as unknown as Database,
    script,
    run: sql => script(async run => void (await run(sql))),
    settle: () => tendOnce(client),
    close: async () => {
      if (closed) return
      closed = true
      await client.close().finally(release)
    },
  }
}

/** Creates the database in a temporary place and moves it when complete, so that a killed start leaves no partial database. */
async function createIn(place: string): Promise<void> {
  const folder = dirname(place)
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(place)}.new`))
      rmSync(join(folder, name), { recursive: true, force: true })
  // A process that outlives a killed start never writes where the next start does.
  const fresh = `${place}.new-${process.pid}`
  await createApart(fresh)
  syncTree(fresh)
  renameSync(fresh, place)
  syncTree(folder, 0)
}

/** Creates a database in a process of its own: three PostgreSQLs and their copies take 1.2 GB, which the server would never give back in full. */
function createApart(place: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = fileURLToPath(new URL('./createEmbedded.ts', import.meta.url))
    const flags = ['--disable-warning=ExperimentalWarning', '--wasm-tier-up-filter=0']
    execFile(process.execPath, [...flags, entry, place], (error, _said, fault) =>
      error === null
        ? resolve()
        : reject(new EmbeddedCrashed(fault || `${error.signal ?? error.code}`, error)),
    )
  })
}

function refuseOtherFormat(folder: string, place: string): void {
  const version = join(place, 'PG_VERSION')
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : '不明'
  if (found !== FORMAT)
    throw new DatabaseRefused(refuse('databaseFormatOther', { folder, found, needed: FORMAT }))
}

import { PGlite } from '@electric-sql/pglite'
import type { Filesystem } from '@electric-sql/pglite/basefs'
import { EmbeddedCrashed } from './embeddedCrashed.ts'
import { plainParser } from './plainParser.ts'

/** PostgreSQL settings: the system's own cache supports PostgreSQL's, so a quarter of the usual size is as fast, and saves 100 MB and a tenth of a second. Statistics are made in the server's own thread, so they take a tenth of the usual sample: of 200,000 rows in 75 ms instead of 680. */
const COMMON = [
  ...PGlite.defaultStartParams.filter(word => word !== '-F' && word !== '-O'),
  '-c',
  'shared_buffers=32MB',
  '-c',
  'default_statistics_target=10',
]
const DURABLE = [
  ...COMMON,
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'synchronous_commit=on',
  '-c',
  'full_page_writes=on',
]
/** In memory nothing is recovered after a crash: pages are not logged whole, and a segment of the log is not written full of zeros before its use, for which a growing file would be copied again and again. */
const MEMORY = [...COMMON, '-F', '-c', 'full_page_writes=off', '-c', 'wal_init_zero=off']

/** The exit status with which PGlite leaves a failed statement; not a crash. */
const STATEMENT_FAILED = 100

/** A running PGlite; `crash` says why it ended itself, if it did. */
export interface Started {
  readonly client: PGlite
  crash(): EmbeddedCrashed | undefined
}

/** Starts PGlite on these files, which a packed data folder may fill before; throws `EmbeddedCrashed` with PostgreSQL's own reason. */
export async function startPglite(files: Filesystem, durable: boolean, image?: Blob): Promise<Started> {
  let complaint: string | undefined
  const keep = (line: string): boolean => {
    if (/FATAL|PANIC/.test(line)) complaint = line.replace(/^.*?(FATAL|PANIC):\s*/, '')
    return false
  }
  try {
    const options = {
      fs: files,
      loadDataDir: image,
      startParams: durable ? DURABLE : MEMORY,
      onStderr: keep,
      onStdout: keep,
      parsers: { 17: bytesOf },
      extensions: { plainParser },
    }
    const client = await PGlite.create(options)
    return { client, crash: guard(client, () => complaint) }
  } catch (error) {
    throw new EmbeddedCrashed(complaint ?? reasonOf(error), error)
  }
}

/** Emscripten's number for a full disk; its errors have no message. */
const DISK_FULL = 51

function reasonOf(error: unknown): string {
  const { errno, message } = error as { readonly errno?: number; readonly message?: string }
  return errno === DISK_FULL ? 'No space left on device' : message || String(error)
}

/**
 * Guards PGlite's calls. PGlite takes PostgreSQL's end for one more failed statement and retries for ever
 * at full speed; with the guard, each call after the end throws, and nothing more reaches the files.
 */
function guard(client: PGlite, complaint: () => string | undefined): Started['crash'] {
  const mod = client.Module
  const {
    _PostgresMainLoopOnce: once,
    stackRestore: restore,
    _PostgresSendReadyForQueryIfNecessary: ready,
    _pgl_pq_flush: flush,
  } = mod
  let crash: EmbeddedCrashed | undefined
  mod._PostgresMainLoopOnce = () => {
    if (crash !== undefined) throw crash
    try {
      once()
    } catch (error) {
      if ((error as { readonly status?: number }).status !== STATEMENT_FAILED)
        crash = new EmbeddedCrashed(complaint() ?? String(error), error)
      throw error
    }
  }
  // Called where PGlite has caught an error: the one way out of its loop.
  mod.stackRestore = pointer => {
    if (crash !== undefined) throw crash
    return restore(pointer)
  }
  mod._PostgresSendReadyForQueryIfNecessary = () => crash ?? ready()
  mod._pgl_pq_flush = () => crash ?? flush()
  return () => crash
}

/** Parses bytea as node-postgres does. */
function bytesOf(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex')
}

import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']

/** What emscripten's file system calls when PostgreSQL syncs a file; missing in the one for Node. */
interface SyncedStreams {
  stream_ops: { fsync?: (stream: { readonly nfd: number }) => number }
  tryFSOperation<T>(work: () => T): T
}

/**
 * A file system that really syncs to disk: PGlite's own ends a sync without calling the disk, so that a
 * power cut would lose answered writes. Here fsync reaches the disk, for files and for folders. fdatasync
 * cannot be intercepted, hence `wal_sync_method=fsync`.
 */
export class DurableNodeFs extends NodeFS {
  override async init(pg: Parameters<Init>[0], options: Parameters<Init>[1]): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pg, options)
    const addSync = (mod: object): void => {
      const streams = (mod as { readonly NODEFS: SyncedStreams }).NODEFS
      streams.stream_ops.fsync = ({ nfd }) => streams.tryFSOperation(() => sync(nfd))
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } }
  }
}

function sync(descriptor: number): number {
  try {
    fsyncSync(descriptor)
  } catch (error) {
    // Windows syncs no folders, and keeps their entries by itself.
    if (process.platform !== 'win32' || (error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  }
  return 0
}

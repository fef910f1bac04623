import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']

/** Part of emscripten's file system for Node: what it calls when PostgreSQL syncs a file, which is missing there, and what sets the mode of a file. */
interface NodeFiles {
  stream_ops: { fsync?: (stream: { readonly nfd: number }) => number }
  tryFSOperation<T>(work: () => T): T
  doSetAttr(file: unknown, node: unknown, attributes: { readonly mode?: number }, ...calls: unknown[]): void
}

/**
 * A file system that really syncs to disk: PGlite's own ends a sync without calling the disk, so that a
 * power cut would lose answered writes. Here fsync reaches the disk, for files and for folders. fdatasync
 * cannot be intercepted, hence `wal_sync_method=fsync`. Files are for their owner alone: emscripten gives
 * those of a new database to everybody, whatever the umask.
 */
export class DurableNodeFs extends NodeFS {
  override async init(pg: Parameters<Init>[0], options: Parameters<Init>[1]): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pg, options)
    const mendFiles = (mod: object): void => {
      const files = (mod as { readonly NODEFS: NodeFiles }).NODEFS
      const setAttributes = files.doSetAttr
      files.doSetAttr = (file, node, attributes, ...calls) =>
        setAttributes(file, node, ownerOnly(attributes), ...calls)
      files.stream_ops.fsync = ({ nfd }) => files.tryFSOperation(() => sync(nfd))
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), mendFiles] } }
  }
}

function ownerOnly<A extends { readonly mode?: number }>(attributes: A): A {
  return attributes.mode === undefined ? attributes : { ...attributes, mode: attributes.mode & ~0o077 }
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

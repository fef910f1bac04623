import { constants } from 'node:fs'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Values that are overwritten every few seconds. Each lies in a file of its own and is written in its place:
 * a row of the database would leave every version in the write-ahead log, and their number would say how long
 * somebody spoke. No value is synced: a power failure may lose the last seconds, a killed server none.
 */
export interface DraftStore {
  read(group: string, name: string): Promise<Uint8Array | undefined>
  write(group: string, name: string, bytes: Uint8Array): Promise<void>
  /** drops a value, or all of a group. */
  drop(group: string, name?: string): Promise<void>
}

/** Creates the draft store of a data folder: `drafts/<group>/<name>`, readable by the server's own user alone. */
export function createDraftStore(data: string): DraftStore {
  const pathOf = (...names: readonly string[]): string => join(data, 'drafts', ...names)
  return {
    read: (group, name) =>
      readFile(pathOf(group, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),
    async write(group, name, bytes) {
      const path = pathOf(group, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(path, constants.O_WRONLY | constants.O_CREAT, 0o600)
      try {
        await file.write(bytes, 0, bytes.length, 0)
        await file.truncate(bytes.length)
      } finally {
        await file.close()
      }
    },
    drop: (group, name) =>
      rm(name === undefined ? pathOf(group) : pathOf(group, name), { recursive: true, force: true }),
  }
}

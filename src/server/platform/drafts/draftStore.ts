import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { noneWhereMissing, syncFolder } from '../keys/keyStore.ts'

/**
 * Values that are overwritten every few seconds, and values that wait to be entered into the database. Each
 * lies in a file of its own: a row would leave every version in the write-ahead log with the time at which it
 * was written, and these times say how long somebody spoke. For the same reason all files bear one time.
 */
export interface DraftStore {
  read(group: string, name: string): Promise<Uint8Array | undefined>
  /** writes a value in its place, unsynced: a power failure may lose the last seconds, a killed server none. */
  write(group: string, name: string, bytes: Uint8Array): Promise<void>
  /** writes a value to the disk, whole or not at all. */
  keep(group: string, name: string, bytes: Uint8Array): Promise<void>
  list(group: string): Promise<readonly string[]>
  /** drops a value, or all of a group. */
  drop(group: string, name?: string): Promise<void>
}

const NO_TIME = new Date(0)

/** Creates the draft store of a data folder: `drafts/<group>/<name>`, readable by the server's own user alone. */
export function createDraftStore(data: string): DraftStore {
  const pathOf = (...names: readonly string[]): string => join(data, 'drafts', ...names)
  const write = async (path: string, bytes: Uint8Array, isSynced: boolean) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT, 0o600)
    try {
      await file.write(bytes, 0, bytes.length, 0)
      await file.truncate(bytes.length)
      await file.utimes(NO_TIME, NO_TIME)
      if (isSynced) await file.sync()
    } finally {
      await file.close()
    }
  }
  return {
    read: (group, name) => readFile(pathOf(group, name)).catch(noneWhereMissing),
    write: (group, name, bytes) => write(pathOf(group, name), bytes, false),
    async keep(group, name, bytes) {
      const path = pathOf(group, name)
      await write(`${path}${PART}`, bytes, true)
      await rename(`${path}${PART}`, path)
      await syncFolder(dirname(path))
    },
    async list(group) {
      const found = await readdir(pathOf(group), { withFileTypes: true }).catch(noneWhereMissing)
      return (found ?? []).flatMap(one => (one.isFile() && !one.name.endsWith(PART) ? one.name : []))
    },
    drop: (group, name) =>
      rm(name === undefined ? pathOf(group) : pathOf(group, name), { recursive: true, force: true }),
  }
}

/** Ends the name of a file that is not yet whole. */
const PART = '.part'

import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Keys that are kept outside the database, so that destroying one makes unreadable whatever was sealed under it, in old rows, logs and backups too. */
export interface KeyStore {
  /** makes a key; one that exists stays. */
  make(group: string, name: string): Promise<Uint8Array>
  read(group: string, name: string): Promise<Uint8Array | undefined>
  /** overwrites and deletes a key; one that is gone stays gone. */
  destroy(group: string, name: string): Promise<void>
  /** the names of the keys of a group. */
  list(group: string): Promise<readonly string[]>
}

const BYTES = 32
const SUFFIX = '.key'

/** Creates the key store of a data folder: `keys/<group>/<name>.key`, readable by the server's own user alone. */
export function createKeyStore(data: string): KeyStore {
  const root = join(data, 'keys')
  const pathOf = (group: string, name: string): string => pathOfKey(data, group, name)
  const read = async (group: string, name: string): Promise<Uint8Array | undefined> => {
    const key = await readFile(pathOf(group, name)).catch(noneWhereMissing)
    return key?.length === BYTES ? key : undefined
  }
  return {
    async make(group, name) {
      const kept = await read(group, name)
      if (kept !== undefined) return kept
      const key = randomBytes(BYTES)
      // A server that was killed while it made the file leaves it empty; nothing was sealed under it.
      await rm(pathOf(group, name), { force: true })
      await writeNewKey(data, group, name, key)
      return key
    },
    read,
    async destroy(group, name) {
      const path = pathOf(group, name)
      if ((await readFile(path).catch(noneWhereMissing)) === undefined) return
      await write(path, randomBytes(BYTES), 'r+')
      await rm(path, { force: true })
      await syncFolder(join(root, group))
    },
    async list(group) {
      const names = (await readdir(join(root, group)).catch(noneWhereMissing)) ?? []
      return names.filter(name => name.endsWith(SUFFIX)).map(name => name.slice(0, -SUFFIX.length))
    },
  }
}

/** Returns where a key lies. */
export function pathOfKey(data: string, group: string, name: string): string {
  return join(data, 'keys', group, `${name}${SUFFIX}`)
}

/** Writes a key that is not there yet to the disk, readable by the owner alone. */
export async function writeNewKey(data: string, group: string, name: string, key: Uint8Array): Promise<void> {
  const root = join(data, 'keys')
  await mkdir(join(root, group), { recursive: true, mode: 0o700 })
  await chmod(root, 0o700)
  await write(pathOfKey(data, group, name), key, 'wx')
  await syncFolder(join(root, group))
}

async function write(path: string, bytes: Uint8Array, flags: 'wx' | 'r+'): Promise<void> {
  const file = await open(path, flags, 0o600)
  try {
    await file.write(bytes, 0, bytes.length, 0)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes the names in a folder to the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Takes a file or folder that is not there as none. */
export function noneWhereMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}

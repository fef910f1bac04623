import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, placeOfFile } from './fileStore.ts'

const HALF_DAY_MS = 12 * 3_600_000

/** Creates a file store on the local disk: `data/files/ab/abcdef…`. Files are written in `data/files.part`, synced, then renamed, so that a file is complete or absent. */
export function createDiskFiles(data: string): FileStore {
  const [folder, aside] = [join(data, 'files'), join(data, 'files.part')]
  let parts = 0
  const pathOf = (hash: string): string => join(folder, ...placeOfFile(hash).split('/'))
  return {
    kind: 'disk',
    async put(hash, bytes) {
      const path = pathOf(hash)
      if (await isThere(path)) return
      await mkdir(aside, { recursive: true })
      await makeFolder(folder)
      await makeFolder(dirname(path))
      const part = join(aside, `${process.pid}-${++parts}-${hash}`)
      try {
        await writeSynced(part, bytes)
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },
    has: hash => isThere(pathOf(hash)),
    async read(hash) {
      const file = await open(pathOf(hash), 'r').catch(noneWhereMissing)
      return file === undefined ? undefined : createReadStream('', { fd: file })
    },
    remove: hash => rm(pathOf(hash), { force: true }),
    async tidy(now) {
      for (const name of await readdir(aside).catch(() => [])) {
        const path = join(aside, name)
        const { mtimeMs } = (await stat(path).catch(noneWhereMissing)) ?? { mtimeMs: Infinity }
        if (mtimeMs < now.getTime() - HALF_DAY_MS) await rm(path, { force: true })
      }
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(noneWhereMissing)) !== undefined
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Creates a folder and syncs its own name to disk. */
async function makeFolder(path: string): Promise<void> {
  if ((await mkdir(path, { recursive: true })) !== undefined) await syncFolder(dirname(path))
}

/** Syncs a folder; skipped on Windows, which cannot open folders and keeps names by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function noneWhereMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noneWhereMissing, pathOfKey, writeNewKey } from './keyStore.ts'

/** A key with its place in the key store. */
export interface StoredKey {
  readonly group: string
  readonly name: string
  /** Hex. */
  readonly key: string
}

const FORMAT = 'hengping-keys/1'
const PLACE = /^[\w-]{1,80}$/
const KEY = /^[0-9a-f]{64}$/

/** Reads all keys of a data folder, in the order of their places. */
export async function readKeys(data: string): Promise<readonly StoredKey[]> {
  const root = join(data, 'keys')
  const keys: StoredKey[] = []
  for (const group of ((await readdir(root).catch(noneWhereMissing)) ?? []).toSorted())
    for (const file of (await readdir(join(root, group))).toSorted()) {
      const name = file.replace(/\.key$/, '')
      if (name === file) continue
      // One that is destroyed at this moment is gone.
      const key = await readFile(join(root, group, file)).catch(noneWhereMissing)
      if (key !== undefined) keys.push({ group, name, key: key.toString('hex') })
    }
  return keys
}

/** Writes keys as one text, with a hash that tells whether it is whole. */
export function writeKeyCopy(keys: readonly StoredKey[]): string {
  return `${JSON.stringify({ format: FORMAT, sha256: hashOf(keys), keys }, undefined, 1)}\n`
}

/** Reads a copy of keys; nothing if it is none, or not whole. */
export function readKeyCopy(text: string): readonly StoredKey[] | undefined {
  try {
    const copy = JSON.parse(text) as { format?: unknown; sha256?: unknown; keys?: StoredKey[] }
    const { keys } = copy
    if (copy.format !== FORMAT || keys === undefined || copy.sha256 !== hashOf(keys)) return undefined
    const isSound = keys.every(one => PLACE.test(one.group) && PLACE.test(one.name) && KEY.test(one.key))
    return isSound ? keys : undefined
  } catch {
    return undefined
  }
}

/** Puts keys into a data folder: those that are there stay. Returns how many came in; nothing, and puts none, if another key is in the place of one. */
export async function putKeys(data: string, keys: readonly StoredKey[]): Promise<number | undefined> {
  const there = new Map((await readKeys(data)).map(one => [pathOfKey(data, one.group, one.name), one.key]))
  const missing = keys.filter(one => !there.has(pathOfKey(data, one.group, one.name)))
  const same = keys.filter(one => there.get(pathOfKey(data, one.group, one.name)) === one.key)
  if (missing.length + same.length < keys.length) return undefined
  await mkdir(join(data, 'keys'), { recursive: true, mode: 0o700 })
  for (const { group, name, key } of missing) await writeNewKey(data, group, name, Buffer.from(key, 'hex'))
  return missing.length
}

function hashOf(keys: readonly StoredKey[]): string {
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex')
}

import { closeSync, openSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { faultOfFile } from './fileFault.ts'
import type { Io } from './io.ts'

/** A file to write: its bytes, its text, or its text in pieces. */
export interface OutputFile {
  readonly path: string
  readonly bytes: Uint8Array | string | Iterable<string>
}

/** Writes all files or none: each goes to a temporary file beside its target, and all are moved once all are written. Returns a sentence on failure. */
export async function writeOutputs(io: Io, files: readonly OutputFile[]): Promise<string | undefined> {
  const written: { readonly temporary: string; readonly path: string }[] = []
  let path = ''
  try {
    for (const file of files) {
      path = resolve(file.path)
      const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
      io.unfinished.add(temporary)
      written.push({ temporary, path })
      await writeThrough(temporary, file.bytes)
    }
    for (const { temporary, path: target } of written) {
      path = target
      await rename(temporary, target)
    }
    return undefined
  } catch (error) {
    return faultOfFile('写', path, error)
  } finally {
    for (const { temporary } of written) {
      await rm(temporary, { force: true })
      io.unfinished.delete(temporary)
    }
  }
}

/**
 * Writes a file and syncs it to disk before it is moved, so that a power cut leaves either the old file
 * or the new one. Creates the file synchronously, so that cleanup after a signal cannot run before it
 * exists.
 */
async function writeThrough(path: string, bytes: OutputFile['bytes']): Promise<void> {
  closeSync(openSync(path, 'wx'))
  const handle = await open(path, 'r+')
  try {
    await handle.writeFile(typeof bytes === 'string' || bytes instanceof Uint8Array ? bytes : inBlocks(bytes))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Joins pieces into blocks; they are often a few letters each, and one write call per piece would be slow. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = ''
  for (const piece of pieces) {
    block += piece
    if (block.length < 65_536) continue
    yield block
    block = ''
  }
  yield block
}

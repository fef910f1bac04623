import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { refuse } from '../../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from '../databaseRefused.ts'
import { syncTree } from '../syncTree.ts'

/** What is backed up from the data folder beside the database: attachments, and the secret that encrypts second factors. */
const BACKED = ['files', 'secret'] as const

/** A file backed up with the database; `path` is relative to the data folder, with forward slashes. */
interface BackedFile {
  readonly path: string
  readonly bytes: number
  pieces(): AsyncIterable<Buffer>
}

/** The files backed up with the database. */
export type BackedFiles = () => Iterable<BackedFile>

/** Lists the files of the data folder to be backed up. */
export function backedFiles(folder: string): BackedFiles {
  return function* () {
    for (const path of BACKED.flatMap(name => filesBelow(join(folder, name)))) {
      // Swept since the folder was read: nothing refers to it.
      const found = statSync(path, { throwIfNoEntry: false })
      if (found === undefined) continue
      yield {
        path: relative(folder, path).split(sep).join('/'),
        bytes: found.size,
        pieces: () => createReadStream(path, { highWaterMark: 48 * 1024 }) as AsyncIterable<Buffer>,
      }
    }
  }
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap(name => filesBelow(join(path, name)))
}

/** Files to be restored: written to temporary places, and moved to their final ones together by `settle`. */
export interface StagedFiles {
  begin(path: string): void
  add(piece: Buffer): void
  /** ends the file begun last and returns its size in bytes. */
  end(): number
  settle(): void
  drop(): void
}

/** Prepares to restore files; throws `restoreFilesThere` if the data folder already has some, `backupDamaged` for a path outside it. */
export function stageFiles(folder: string): StagedFiles {
  if (filesBelow(join(folder, 'files')).length > 0)
    throw new DatabaseRefused(refuse('restoreFilesThere', { folder: join(folder, 'files') }))
  const stage = join(folder, 'restore.new')
  rmSync(stage, { recursive: true, force: true })
  let [file, bytes] = [-1, 0]
  return {
    begin: path => {
      if (!isInside(path))
        throw new DatabaseRefused(refuse('backupDamaged', { reason: `文件名“${path}”不合规定` }))
      const full = join(stage, ...path.split('/'))
      mkdirSync(dirname(full), { recursive: true })
      ;[file, bytes] = [openSync(full, 'wx', 0o600), 0]
    },
    add: piece => {
      writeSync(file, piece)
      bytes += piece.length
    },
    end: () => {
      fsyncSync(file)
      closeSync(file)
      return bytes
    },
    settle: () => {
      if (!existsSync(stage)) return
      for (const name of BACKED.filter(name => existsSync(join(stage, name)))) {
        rmSync(join(folder, name), { recursive: true, force: true })
        renameSync(join(stage, name), join(folder, name))
      }
      rmSync(stage, { recursive: true, force: true })
      syncTree(folder, 0)
    },
    drop: () => rmSync(stage, { recursive: true, force: true }),
  }
}

/** Whether the path is among those backed up, without leading out of the folder. */
function isInside(path: string): boolean {
  const steps = path.split('/')
  return (
    BACKED.some(name => name === steps[0]) &&
    steps.every(step => step !== '' && step !== '.' && step !== '..' && !/[\\:\0]/.test(step)) &&
    (steps[0] === 'secret') === (steps.length === 1)
  )
}

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

/** What of the data folder is backed up beside the database: attachments, and the secret that second factors are sealed with. */
const BACKED = ['files', 'secret'] as const

/** 随库备份的一个文件; `path` is from the data folder, with forward slashes. */
export interface BackedFile {
  readonly path: string
  readonly bytes: number
  pieces(): AsyncIterable<Buffer>
}

/** 随库备份的文件. */
export type BackedFiles = () => Iterable<BackedFile>

/** 数据文件夹中要备份的文件. */
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

/** 待恢复的文件: written beside their places, and moved there together by `settle`. */
export interface StagedFiles {
  begin(path: string): void
  add(piece: Buffer): void
  /** the bytes of the file begun last. */
  end(): number
  settle(): void
  drop(): void
}

/** 准备恢复文件; throws `restoreFilesThere` where the data folder has some already, `backupDamaged` for a path that leads elsewhere. */
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

/** One of those that are backed up, with no step out of it. */
function isInside(path: string): boolean {
  const steps = path.split('/')
  return (
    BACKED.some(name => name === steps[0]) &&
    steps.every(step => step !== '' && step !== '.' && step !== '..' && !/[\\:\0]/.test(step)) &&
    (steps[0] === 'secret') === (steps.length === 1)
  )
}

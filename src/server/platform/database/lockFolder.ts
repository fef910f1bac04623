import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { keepPrivate } from './keepPrivate.ts'

const BUSY = 5

/**
 * Locks the data folder so that only one process writes there; returns the release. Throws
 * `databaseInUse` or `databaseFolderUnusable`. The lock is the kernel's, held on an empty file through
 * SQLite: it ends with the process in any case, and a reused pid does no harm. This process must not open
 * `lock` in any other way: on POSIX, closing it would release the lock.
 */
export function lockFolder(folder: string): () => void {
  const note = join(folder, 'lock.json')
  const lock = open(folder)
  try {
    // A moment of waiting, for one that is just stopping.
    lock.exec('pragma busy_timeout = 500; pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { readonly errcode?: number }).errcode !== BUSY) throw unusable(folder, error)
    throw new DatabaseRefused(refuse('databaseInUse', { folder, pid: holderOf(note) }), error)
  }
  writeNote(folder, note)
  return () => {
    rmSync(note, { force: true })
    lock.close()
  }
}

function open(folder: string): DatabaseSync {
  try {
    keepPrivate(folder)
    return new DatabaseSync(join(folder, 'lock'))
  } catch (error) {
    throw unusable(folder, error)
  }
}

/** Writes who holds the lock, for people only. */
function writeNote(folder: string, note: string): void {
  try {
    writeFileSync(note, `${JSON.stringify({ pid: process.pid })}\n`)
  } catch (error) {
    throw unusable(folder, error)
  }
}

function holderOf(note: string): string {
  try {
    return String((JSON.parse(readFileSync(note, 'utf8')) as { readonly pid: number }).pid)
  } catch {
    return '不详'
  }
}

function unusable(folder: string, error: unknown): DatabaseRefused {
  const { code, message } = error as NodeJS.ErrnoException
  return new DatabaseRefused(
    refuse('databaseFolderUnusable', { folder, reason: reasons[code ?? ''] ?? message }),
    error,
  )
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '文件系统只读',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '同名的文件已存在',
  ERR_SQLITE_ERROR: '锁文件不能写入，请检查权限和磁盘空间',
}

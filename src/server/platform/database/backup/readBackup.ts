import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refuse } from '../../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from '../databaseRefused.ts'
import { type BackupEnd, type BackupEntry, type BackupHeader, readBackupLine } from './backupFormat.ts'

/** Reads a backup: its header first, its end last. Entries between are yielded as they come, so nothing may be committed before the end is yielded. Throws `backupUnreadable` or `backupDamaged`. */
export async function* readBackup(path: string): AsyncGenerator<BackupEntry> {
  const hash = createHash('sha256')
  let [seen, ended] = [0, false]
  for await (const text of linesOf(path)) {
    const entry = readBackupLine(text)
    if (seen++ === 0 && headerOf(entry) === undefined)
      throw new DatabaseRefused(refuse('backupUnreadable', { path }))
    if (entry === undefined || ended) throw damaged('其中有一行读不懂')
    const end = endOf(entry)
    if (end === undefined) hash.update(`${text}\n`)
    else if (hash.digest('hex') === end.sha256) ended = true
    else throw damaged('校验值不符')
    yield entry
  }
  if (seen === 0) throw new DatabaseRefused(refuse('backupUnreadable', { path }))
  if (!ended) throw damaged('文件不完整')
}

/** Returns the content of the first line. */
export function headerOf(entry: BackupEntry | undefined): BackupHeader | undefined {
  return entry?.kind === 'control' && 'format' in entry.line ? entry.line : undefined
}

/** Returns the content of the last line. */
export function endOf(entry: BackupEntry | undefined): BackupEnd | undefined {
  return entry?.kind === 'control' && 'end' in entry.line ? entry.line : undefined
}

/** Makes the error for a damaged backup. */
export function damaged(reason: string, cause?: unknown): DatabaseRefused {
  return new DatabaseRefused(refuse('backupDamaged', { reason }), cause)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip()
  pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), gunzip, () => {})
  let pieces: Buffer[] = []
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString('utf8')
        pieces = []
        from = at + 1
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from))
    }
  } catch (error) {
    throw faultOfGzip(error, path)
  }
  if (pieces.length > 0) throw damaged('文件不完整')
}

function faultOfGzip(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return damaged('文件不完整')
  if (code === 'Z_DATA_ERROR' && /incorrect header/.test((error as Error).message))
    return new DatabaseRefused(refuse('backupUnreadable', { path }), error)
  return code?.startsWith('Z_') === true ? damaged('压缩内容有误') : error
}

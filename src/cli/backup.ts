import { randomUUID } from 'node:crypto'
import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { engineVersion } from '../files/engineVersion.ts'
import { backedFiles } from '../server/platform/database/backup/backedFiles.ts'
import { gzipLines } from '../server/platform/database/backup/gzipLines.ts'
import { type BackupReport, writeBackup } from '../server/platform/database/backup/writeBackup.ts'
import { DatabaseRefused } from '../server/platform/database/databaseRefused.ts'
import type { OpenDatabase } from '../server/platform/database/openDatabase.ts'
import { syncTree } from '../server/platform/database/syncTree.ts'
import type { ExitCode } from './exitCode.ts'
import { faultOfFile } from './fileFault.ts'
import type { Io } from './io.ts'
import { mayWrite } from './mayWrite.ts'
import { type DatabaseOptions, openNamedDatabase } from './openNamedDatabase.ts'
import { createProgress } from './createProgress.ts'

/** Options of the `backup` command. */
interface BackupOptions extends DatabaseOptions {
  readonly out: string
  readonly force?: boolean
}

/** Runs `hengping backup`: writes the whole database and the files beside it to one file, completely or not at all, readable by its owner only. */
export async function runBackup(options: BackupOptions, io: Io): Promise<ExitCode> {
  const blocked = await mayWrite([options.out], [], ['.gz'], options.force === true)
  if (blocked !== undefined) {
    io.err(blocked)
    return 2
  }
  try {
    const { database, name } = await openNamedDatabase(options, true)
    const report = await backUp(database, options, io).finally(() => database.close())
    io.out(`已备份${name}：${report.rows} 行，${report.files} 个文件，写到 ${options.out}`)
    io.out(`校验值 ${report.sha256}`)
    if (!existsSync(join(options.data, 'secret'))) io.err(NO_SECRET)
    io.out(`备份含有全部业务数据，请妥善保管；可用 hengping restore --check --from ${options.out} 检查`)
    return 0
  } catch (error) {
    io.err(error instanceof DatabaseRefused ? error.message : faultOfFile('写', options.out, error))
    return 2
  }
}

const NO_SECRET =
  '提示：数据文件夹里没有安装密钥，备份中也就没有；密钥若由 HENGPING_SECRET 设置，请另行保管，恢复后要用同一个，否则各账号须重设第二验证'

async function backUp(database: OpenDatabase, { out, data }: BackupOptions, io: Io): Promise<BackupReport> {
  const path = resolve(out)
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
  const progress = createProgress(io)
  progress.stage('备份')
  io.unfinished.add(temporary)
  try {
    // Made at once, so that whoever clears up after a signal finds it.
    closeSync(openSync(temporary, 'wx', 0o600))
    const target = createWriteStream(temporary, { flags: 'r+' })
    const report = await gzipLines(target, sink =>
      writeBackup(database, engineVersion(), backedFiles(data), sink, rows => progress.count(rows)),
    )
    settle(temporary, path)
    return report
  } finally {
    progress.end()
    rmSync(temporary, { force: true })
    io.unfinished.delete(temporary)
  }
}

/** Syncs the file to disk, then moves it into place. */
function settle(temporary: string, path: string): void {
  const file = openSync(temporary, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
  syncTree(dirname(path), 0)
}

import { describeTrailFault } from '../contract/trail/trailFaults.ts'
import type { TrailVerdict } from '../files/trail/verifyTrail.ts'
import { stageFiles } from '../server/platform/database/backup/backedFiles.ts'
import type { BackupHeader } from '../server/platform/database/backup/backupFormat.ts'
import { checkBackup } from '../server/platform/database/backup/checkBackup.ts'
import { forgetLastSeen } from '../server/platform/database/lastSeen.ts'
import { restoreBackup } from '../server/platform/database/backup/restoreBackup.ts'
import { DatabaseRefused } from '../server/platform/database/databaseRefused.ts'
import { formatInstant } from '../server/platform/formatInstant.ts'
import type { ExitCode } from './exitCode.ts'
import { faultOfFile } from './fileFault.ts'
import type { Io } from './io.ts'
import { type DatabaseOptions, openNamedDatabase } from './openNamedDatabase.ts'
import { createProgress } from './createProgress.ts'

/** Options of the `restore` command: `check` only reads the file. */
interface RestoreOptions extends DatabaseOptions {
  readonly from: string
  readonly check?: boolean
}

/** Runs `hengping restore`: restores into an empty database, all or nothing; prints what was restored and whether the audit trail (留痕) is intact. */
export async function runRestore(options: RestoreOptions, io: Io): Promise<ExitCode> {
  try {
    return await (options.check === true ? check(options, io) : restore(options, io))
  } catch (error) {
    io.err(error instanceof DatabaseRefused ? error.message : faultOfFile('读', options.from, error))
    return error instanceof DatabaseRefused && error.refusal.code === 'backupDamaged' ? 1 : 2
  }
}

async function check({ from }: RestoreOptions, io: Io): Promise<ExitCode> {
  const progress = createProgress(io)
  progress.stage('检查备份')
  const { header, rows, files, trail } = await checkBackup(from, done => progress.count(done)).finally(() =>
    progress.end(),
  )
  io.out(`备份完好：${describeHeader(header)}，${rows} 行，${files} 个文件，校验值相符`)
  return describeTrail(trail, io)
}

async function restore(options: RestoreOptions, io: Io): Promise<ExitCode> {
  // A wrong file is refused before a database is made for it.
  const progress = createProgress(io)
  progress.stage('检查备份')
  const { rows } = await checkBackup(options.from)
  const files = stageFiles(options.data)
  const { database, name } = await openNamedDatabase(options, false)
  try {
    progress.stage('恢复')
    const report = await restoreBackup(database, options.from, files, done => progress.count(done, rows))
    await database.run('analyze')
    forgetLastSeen(options.data)
    progress.end()
    io.out(
      `已恢复到${name}：${describeHeader(report.header)}，${report.tables} 张表 ${report.rows} 行，${report.files} 个文件，行数和校验值相符`,
    )
    return describeTrail(report.trail, io)
  } finally {
    progress.end()
    await database.close()
  }
}

function describeHeader({ at, program, database }: BackupHeader): string {
  return `${formatInstant(at)}由 ${program} 版自${database === 'server' ? 'PostgreSQL 服务器' : '内置数据库'}备份`
}

function describeTrail(trail: TrailVerdict, io: Io): ExitCode {
  if (trail.whole) {
    io.out(`留痕 ${trail.lines} 行，逐行核验完整，末行校验值 ${trail.root}`)
    return 0
  }
  io.err(`${describeTrailFault(trail.fault, trail.seq)}；这是备份之前的改动，请报告审计管理员并保留此备份`)
  return 1
}

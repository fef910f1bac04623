import { refuse } from '../../../../domain/kernel/refusal.ts'
import { type TrailVerdict } from '../../../../files/trail/verifyTrail.ts'
import { DatabaseRefused } from '../databaseRefused.ts'
import { migrate } from '../migrate.ts'
import { type Migration, migrationFiles } from '../migrationFiles.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import type { StagedFiles } from './backedFiles.ts'
import type { BackupHeader } from './backupFormat.ts'
import { loadBackup, type Loaded } from './loadBackup.ts'
import { damaged, headerOf, readBackup } from './readBackup.ts'

/** 恢复的结果: how much came in, and whether the trail in it is whole. */
export interface RestoreReport extends Loaded {
  readonly header: BackupHeader
  readonly trail: TrailVerdict
}

/**
 * 恢复备份 into an empty database: all of it in one transaction, kept only when counts and hash agree. A backup of an older program is brought up to date.
 * Throws `DatabaseRefused`: `restoreNotEmpty`, `backupDamaged`, `backupUnreadable`, `databaseNewer`, `migrationChanged`.
 */
export async function restoreBackup(
  database: OpenDatabase,
  path: string,
  files: StagedFiles,
  count: (rows: number) => void = () => {},
): Promise<RestoreReport> {
  const entries = readBackup(path)
  try {
    const header = headerOf((await entries.next()).value ?? undefined)!
    await refuseFull(database)
    await migrate(database, structureOf(header))
    const { loaded, trail } = await database
      .script(run => loadBackup(run, entries, files, count))
      .catch(refuseBadValues)
    files.settle()
    await migrate(database)
    return { header, ...loaded, trail }
  } catch (error) {
    files.drop()
    throw error
  } finally {
    await entries.return(undefined)
  }
}

/** Values of a wrong type, or that break a constraint: what the file holds was never in a database of ours. */
function refuseBadValues(error: unknown): never {
  throw /^2[23]/.test((error as { readonly code?: string }).code ?? '')
    ? damaged('数据库不接受其中的内容', error)
    : error
}

/** A database in which nothing was ever written. */
async function refuseFull(database: OpenDatabase): Promise<void> {
  const full = await database.script(async run => {
    const [there] = await run(`select to_regclass('trail') is not null as there`)
    if (there!['there'] !== true) return false
    return (
      (
        await run(
          'select exists (select from trail) or exists (select from trail_head where seq > 0) as full',
        )
      )[0]!['full'] === true
    )
  })
  if (full) throw new DatabaseRefused(refuse('restoreNotEmpty', {}))
}

/** The migrations that had run where the backup was made, checked to be those of this program. */
function structureOf({ migrations }: BackupHeader): readonly Migration[] {
  const files = migrationFiles()
  return migrations.map(({ name, hash }, at) => {
    const file = files[at]
    if (file === undefined || file.name !== name) throw new DatabaseRefused(refuse('databaseNewer', { name }))
    if (file.hash !== hash) throw new DatabaseRefused(refuse('migrationChanged', { name }))
    return file
  })
}

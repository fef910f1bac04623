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

/** The result of a restore: how much was loaded, and whether its trail is intact. */
export interface RestoreReport extends Loaded {
  readonly header: BackupHeader
  readonly trail: TrailVerdict
}

/**
 * Restores a backup into an empty database in one transaction, committed only if counts and hash agree. A
 * backup of an older version is migrated. Throws `DatabaseRefused`: `restoreNotEmpty`, `backupDamaged`,
 * `backupUnreadable`, `databaseNewer`, `migrationChanged`.
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

/** Refuses values of a wrong type or that break a constraint: such a file does not come from a database of this software. */
function refuseBadValues(error: unknown): never {
  throw /^2[23]/.test((error as { readonly code?: string }).code ?? '')
    ? damaged('数据库不接受其中的内容', error)
    : error
}

/** Refuses a database in which anything was ever written. */
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

/** Returns the migrations that had run where the backup was made, after checking that they are those of this version. */
function structureOf({ migrations }: BackupHeader): readonly Migration[] {
  const files = migrationFiles()
  return migrations.map(({ name, hash }, at) => {
    const file = files[at]
    if (file === undefined || file.name !== name) throw new DatabaseRefused(refuse('databaseNewer', { name }))
    if (file.hash !== hash) throw new DatabaseRefused(refuse('migrationChanged', { name }))
    return file
  })
}

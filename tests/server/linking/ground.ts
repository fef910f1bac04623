import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { asSuperuser, type DatabaseKind, newPostgresDatabase } from '../databases.ts'
import { layDatabase } from '../layDatabase.ts'

/** Where games are played: a migrated database with its folders. */
export interface Ground {
  readonly database: OpenDatabase
  /** where PostgreSQL keeps its files. */
  readonly databaseFolder: string
  /** where the server keeps its own. */
  readonly dataFolder: string
  close(): Promise<void>
}

let made = 0

/** Opens a new database of a kind on the disk, with a data folder in `root`. */
export async function openGround(kind: DatabaseKind, root: string): Promise<Ground> {
  const folder = join(root, String(++made))
  const settings =
    kind === 'PGlite'
      ? ({ kind: 'embedded', folder } as const)
      : ({ kind: 'server', url: await newPostgresDatabase(), poolSize: 10 } as const)
  if (settings.kind === 'server') {
    // A checkpoint while a game is played throws no part of the log away.
    await asSuperuser(settings.url, `alter system set wal_keep_size = '1GB'`)
    await asSuperuser(settings.url, 'select pg_reload_conf()')
  }
  if (settings.kind === 'embedded') await layDatabase(folder, 'migrated')
  const database = await openDatabase(settings)
  await migrate(database)
  const { rows } = await database.db.execute<{ setting: string }>(
    sql`select setting from pg_settings where name = 'data_directory'`,
  )
  return {
    database,
    databaseFolder: kind === 'PGlite' ? join(folder, 'database') : rows[0]!.setting,
    dataFolder: folder,
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../domain/kernel/refusal.ts'
import { DatabaseRefused } from '../server/platform/database/databaseRefused.ts'
import { openDatabase, type OpenDatabase } from '../server/platform/database/openDatabase.ts'

/** Options that name the database: a data folder or a PostgreSQL server; in both cases the files beside the database are in the data folder. */
export interface DatabaseOptions {
  readonly data: string
  readonly databaseUrl?: string
  readonly databaseOwnerUrl?: string
}

/** Opens the named database and returns it with a display name; throws `DatabaseRefused`. With `mustBe`, a data folder without a database is refused, not created. */
export async function openNamedDatabase(
  { data, databaseUrl, databaseOwnerUrl }: DatabaseOptions,
  mustBe: boolean,
): Promise<{ readonly database: OpenDatabase; readonly name: string }> {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const owner =
      databaseOwnerUrl === undefined || databaseOwnerUrl === '' ? {} : { ownerUrl: databaseOwnerUrl }
    const database = await openDatabase({ kind: 'server', url: databaseUrl, ...owner, poolSize: 2 })
    return {
      database,
      name: ` PostgreSQL 服务器 ${new URL(databaseUrl).host}${new URL(databaseUrl).pathname}`,
    }
  }
  const folder = join(data, 'database')
  if (mustBe && !existsSync(join(folder, 'database')))
    throw new DatabaseRefused(refuse('databaseNotThere', { folder: data }))
  return { database: await openDatabase({ kind: 'embedded', folder }), name: `数据文件夹 ${data}` }
}

import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core'
import { openEmbedded } from './openEmbedded.ts'
import { openServer } from './openServer.ts'

/** 数据库设置: the embedded database of a data folder, one in memory (tests, trials), or a PostgreSQL server. */
export type DatabaseSettings =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'memory' }
  | {
      readonly kind: 'server'
      readonly url: string
      /** the owner of the tables, for migrations; without it the one of `url` does both. */
      readonly ownerUrl?: string
      readonly poolSize?: number
    }

type NoSchema = Record<string, never>

/** What `db.execute` answers on both drivers: the rows, and nothing else that both have. */
interface Rows extends PgQueryResultHKT {
  readonly type: RowsOf<this['row']>
}

interface RowsOf<R> {
  readonly rows: R[]
}

/** 数据库: drizzle's queries, the same for both drivers. Inside `db.transaction(tx => …)` use `tx` only. */
export type Database = PgDatabase<Rows, NoSchema>

/** 事务. */
export type Transaction = PgTransaction<Rows, NoSchema, ExtractTablesWithRelations<NoSchema>>

/** 脚本的执行: several statements at once; gives the rows of the last one. */
export type RunScript = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** 已打开的数据库. */
export interface OpenDatabase {
  readonly kind: DatabaseSettings['kind']
  readonly db: Database
  /** one transaction of whole scripts, as the owner of the tables: for migrations and grants. */
  script<T>(work: (run: RunScript) => Promise<T>): Promise<T>
  /** a script of several statements in one transaction, as the owner of the tables. */
  run(sql: string): Promise<void>
  close(): Promise<void>
}

/** 打开数据库; throws `DatabaseRefused` when it cannot be used. The structure is brought up to date by `migrate`. */
export function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  return settings.kind === 'server'
    ? openServer(settings)
    : openEmbedded(settings.kind === 'embedded' ? settings.folder : undefined)
}

import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core'
import { openEmbedded, openInMemory } from './openEmbedded.ts'
import { openServer } from './openServer.ts'

/** Database settings: the embedded database of a data folder, one in memory (tests, trials), or a PostgreSQL server. */
export type DatabaseSettings =
  | { readonly kind: 'embedded'; readonly folder: string }
  | {
      readonly kind: 'memory'
      /** a packed data folder to begin with, instead of an empty one. */ readonly image?: Blob
    }
  | {
      readonly kind: 'server'
      readonly url: string
      /** the owner of the tables, for migrations; if missing, the role of `url` does both. */
      readonly ownerUrl?: string
      readonly poolSize?: number
    }

type NoSchema = Record<string, never>

/** What `db.execute` returns on both drivers: the rows, and nothing else that both have. */
interface Rows extends PgQueryResultHKT {
  readonly type: RowsOf<this['row']>
}

interface RowsOf<R> {
  readonly rows: R[]
}

/** The database: drizzle's queries, the same for both drivers. Inside `db.transaction(tx => …)` use `tx` only. */
export type Database = PgDatabase<Rows, NoSchema>

/** A transaction. */
export type Transaction = PgTransaction<Rows, NoSchema, ExtractTablesWithRelations<NoSchema>>

/** Runs a script of several statements; returns the rows of the last one. */
export type RunScript = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** An open database. */
export interface OpenDatabase {
  readonly kind: DatabaseSettings['kind']
  readonly db: Database
  /** runs whole scripts in one transaction, as the owner of the tables: for migrations and grants. */
  script<T>(work: (run: RunScript) => Promise<T>): Promise<T>
  /** runs a script of several statements in one transaction, as the owner of the tables. */
  run(sql: string): Promise<void>
  /** makes statistics of what was written, after much was loaded at once. A server does so by itself. */
  settle?(): Promise<void>
  close(): Promise<void>
}

/** Opens a database; throws `DatabaseRefused` if it cannot be used. `migrate` then updates its structure. */
export function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  return settings.kind === 'server'
    ? openServer(settings)
    : settings.kind === 'memory'
      ? openInMemory(settings.image)
      : openEmbedded(settings.folder)
}

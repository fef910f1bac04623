import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database } from '../../../src/server/platform/database/openDatabase.ts'

/** Rows of every table in their physical order, each as one text with its transaction number and where it lies, such as `(3,17)`. */
export type Dump = ReadonlyMap<
  string,
  readonly { readonly row: string; readonly xmin: number; readonly place: string }[]
>

/** A file as it lies on the disk: of a file of the database only the pages written since the game began. */
export interface FoundFile {
  readonly name: string
  readonly changed: number
  /** a table or index, in whose pages the rows stand from the end to the front. */
  readonly isPaged: boolean
  readonly bytes: Buffer
}

/** An instant in the life of a database. */
export interface Instant {
  readonly xid: string
  readonly lsn: string
  readonly time: number
}

/** The present instant. */
export async function noteInstant(db: Database): Promise<Instant> {
  const { rows } = await db.execute<{ xid: string; lsn: string }>(
    sql`select pg_current_xact_id()::text as xid, pg_current_wal_insert_lsn()::text as lsn`,
  )
  return { ...rows[0]!, time: Date.now() }
}

/** Dumps what was written to any table since a transaction, as it lies on the disk. */
export async function dumpTables(db: Database, since: string): Promise<Dump> {
  const { rows: names } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const all = names.map(
    ({ name }) => `select '${name}' as name, ctid, xmin::text as xmin, to_jsonb(t)::text as row
      from "${name}" t where xmin::text::bigint >= ${since}`,
  )
  const { rows } = await db.execute<{ name: string; row: string; xmin: string; place: string }>(
    sql.raw(
      `select name, xmin, row, ctid::text as place from (${all.join(' union all ')}) as every order by name, ctid`,
    ),
  )
  const dump = new Map<string, { row: string; xmin: number; place: string }[]>(
    names.map(({ name }) => [name, []]),
  )
  for (const { name, row, xmin, place } of rows) dump.get(name)!.push({ row, xmin: Number(xmin), place })
  return dump
}

/** The number of the file in which a table lies. */
export async function fileOf(db: Database, table: string): Promise<number> {
  const { rows } = await db.execute<{ file: string }>(
    sql`select pg_relation_filenode(${table}::regclass)::text as file`,
  )
  return Number(rows[0]!.file)
}

/** Lists rows of a table that belong to a game, in the order of each of its indexes. */
export async function readOrders(
  db: Database,
  table: string,
  [column, value]: readonly [string, string],
): Promise<readonly string[]> {
  const { rows: indexes } = await db.execute<{ columns: string }>(
    sql`select substring(regexp_replace(indexdef, ' WHERE .*', '') from '[(](.*)[)]') as columns
      from pg_indexes where tablename = ${table}`,
  )
  const orders: string[] = []
  for (const { columns } of indexes) {
    const { rows } = await db.execute<{ row: string }>(
      sql.raw(`select to_jsonb(t)::text as row from ${table} t where ${column} = '${value}'
        order by ${columns}, ctid`),
    )
    orders.push(rows.map(({ row }) => row).join('\n'))
  }
  return orders
}

/** Bytes of a page of tables, indexes and log alike. */
export const PAGE = 8192

/** A part of the write-ahead log as one stream without the headings of its pages, and the position after it. */
export interface Wal {
  readonly bytes: Buffer
  readonly end: string
}

/** Reads the write-ahead log from a position on. A checkpoint throws away what lies before it: one that is gone fails. */
export async function readWal(db: Database, folder: string, from: string): Promise<Wal> {
  const { rows } = await db.execute<{
    first: string
    at: number
    last: string
    end: number
    lsn: string
    size: string
  }>(
    sql`select (w).file_name as first, (w).file_offset as at, (v).file_name as last, (v).file_offset as end, lsn,
      (select setting from pg_settings where name = 'wal_segment_size') as size
      from (select lsn, pg_walfile_name_offset(${from}::pg_lsn) as w, pg_walfile_name_offset(lsn) as v
        from (select pg_logical_emit_message(false, 'read', '', true) as lsn) as written) as here`,
  )
  const { first, at, last, end, lsn, size } = rows[0]!
  const parts: Buffer[] = []
  const names = readdirSync(join(folder, 'pg_wal')).filter(name => /^[0-9A-F]{24}$/.test(name))
  if (!names.includes(first)) throw new Error(`the write-ahead log has no longer ${first}`)
  for (const name of names.toSorted().filter(one => one >= first && one <= last)) {
    const bytes = readFileSync(join(folder, 'pg_wal', name))
    const [begin, until] = [name === first ? at : 0, name === last ? end : Number(size)]
    for (let page = begin - (begin % PAGE); page < until; page += PAGE) {
      const heading = page + (page === 0 ? 40 : 24)
      parts.push(bytes.subarray(Math.max(heading, begin), Math.max(heading, Math.min(page + PAGE, until))))
    }
  }
  return { bytes: Buffer.concat(parts), end: lsn }
}

/** Reads what was written to files since an instant, after all of the database's are written out; the table in which the sheets lie comes last, since how it lies is a trace by itself. */
export async function readFiles(
  db: Database,
  folders: readonly string[],
  { time: since, lsn }: Pick<Instant, 'time' | 'lsn'>,
  table: string,
): Promise<readonly FoundFile[]> {
  await db.execute(sql`checkpoint`)
  const { rows } = await db.execute<{ own: string; sheets: string; from: string }>(
    sql`select 'base/' || oid as own, pg_relation_filepath(${table}) as sheets, (${lsn}::pg_lsn - '0/0'::pg_lsn)::text as from
      from pg_database where datname = current_database()`,
  )
  const { own, sheets, from } = rows[0]!
  const found: FoundFile[] = []
  for (const folder of folders)
    for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []) {
      const isOthers = name.startsWith('pg_wal') || (name.startsWith('base') && !name.startsWith(`${own}/`))
      const about = isOthers ? undefined : lstatSync(join(folder, name), { throwIfNoEntry: false })
      if (!about?.isFile() || about.mtimeMs < since) continue
      const bytes = readFileSync(join(folder, name))
      const isPaged = name.startsWith(own) && bytes.length % PAGE === 0
      found.push({
        name,
        changed: about.mtimeMs,
        isPaged,
        bytes: isPaged ? pagesSince(bytes, BigInt(from)) : bytes,
      })
    }
  const isLast = ({ name }: FoundFile) => Number(name.startsWith(sheets))
  return found.toSorted((one, other) => isLast(one) - isLast(other) || (one.name < other.name ? -1 : 1))
}

/** Reads all files of a folder, whatever time they bear. */
export function findFiles(folder: string): readonly FoundFile[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []
  return names.toSorted().flatMap(name => {
    const about = lstatSync(join(folder, name), { throwIfNoEntry: false })
    if (!about?.isFile()) return []
    return { name, changed: about.mtimeMs, isPaged: false, bytes: readFileSync(join(folder, name)) }
  })
}

function pagesSince(bytes: Buffer, lsn: bigint): Buffer {
  const pages: Buffer[] = []
  for (let at = 0; at < bytes.length; at += PAGE) {
    const own = (BigInt(bytes.readUInt32LE(at)) << 32n) | BigInt(bytes.readUInt32LE(at + 4))
    if (own >= lsn) pages.push(bytes.subarray(at, at + PAGE))
  }
  return Buffer.concat(pages)
}

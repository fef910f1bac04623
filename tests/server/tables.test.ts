import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { describeOnEachDatabase } from './databases.ts'

const SERVER = join(import.meta.dirname, '../../src/server')

const defined = (
  await Promise.all(
    tableFiles().map(file => import(pathToFileURL(file).href) as Promise<Readonly<Record<string, unknown>>>),
  )
)
  .flatMap(module => Object.values(module))
  .filter((value): value is PgTable => is(value, PgTable))
  .map(table => getTableConfig(table))

/** Each column as both sides tell it: type, whether null may stand there, whether it is of the primary key. */
type Columns = Readonly<Record<string, string>>

describeOnEachDatabase('the tables', open => {
  test('the tables defined by the rooms match those made by the migrations', async () => {
    const there = await tablesOf(await open())
    const ours = Object.fromEntries(defined.map(table => [table.name, columnsOf(table)]))
    const made = Object.fromEntries(defined.map(({ name }) => [name, there[name]]))
    expect(defined.length).toBeGreaterThan(5)
    expect(ours, '−: as the migrations make it, +: as a .tables.ts has it').toEqual(made)
  })

  test('database defaults fill in what the definitions leave out', async () => {
    const { rows } = await (
      await open()
    ).db.execute<{ column: string }>(sql`select table_name || '.' || column_name as column
      from information_schema.columns where table_schema = 'public' and (column_default is not null or is_identity = 'YES')`)
    const filled = new Set(rows.map(row => row.column))
    expect(leftToDatabase().filter(column => !filled.has(column))).toEqual([])
  })
})

test('each table is defined once', () => {
  const names = defined.map(table => table.name)
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
})

function tableFiles(): readonly string[] {
  return readdirSync(SERVER, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.tables.ts'))
    .map(entry => join(entry.parentPath, entry.name))
}

function columnsOf({ columns, primaryKeys }: ReturnType<typeof getTableConfig>): Columns {
  const keys = new Set(primaryKeys.flatMap(key => key.columns.map(column => column.name)))
  return Object.fromEntries(
    columns.map(column => {
      const key = column.primary || keys.has(column.name)
      return [column.name, told(column.getSQLType(), column.notNull || key, key)]
    }),
  )
}

/** But for columns that the database computes by itself: a room that does not read them need not know them. */
async function tablesOf({ db }: OpenDatabase): Promise<Readonly<Record<string, Columns>>> {
  const { rows } = await db.execute<{
    table: string
    column: string
    type: string
    required: boolean
    key: boolean
  }>(sql`
    select c.relname as table, a.attname as column, replace(replace(format_type(a.atttypid, a.atttypmod), 'character varying', 'varchar'), ',', ', ') as type,
      a.attnotnull as required, coalesce(a.attnum = any (i.indkey), false) as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attgenerated = ''
    order by c.relname, a.attnum`)
  const tables: Record<string, Record<string, string>> = {}
  for (const { table, column, type, required, key } of rows)
    (tables[table] ??= {})[column] = told(type, required, key)
  return tables
}

/** Columns that drizzle leaves out of an insert. */
function leftToDatabase(): readonly string[] {
  return defined.flatMap(({ name, columns }) =>
    columns
      .filter(column => column.hasDefault && column.defaultFn === undefined)
      .map(column => `${name}.${column.name}`),
  )
}

function told(type: string, required: boolean, key: boolean): string {
  return [type, required ? 'not null' : 'null', ...(key ? ['key'] : [])].join(' ')
}

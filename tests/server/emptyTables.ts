import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'

/** Gives a migrated database again and again, each time as the migrations left it. Closing it is left to the end of the worker. */
export async function openEmptiable(database: OpenDatabase): Promise<() => Promise<OpenDatabase>> {
  const tables = await tablesOf(database)
  const seeds = await seedsOf(database, tables)
  const shared: OpenDatabase = { ...database, close: async () => {} }
  return async () => {
    await empty(database, tables, seeds)
    return shared
  }
}

type Rows = readonly Readonly<Record<string, unknown>>[]

async function tablesOf(database: OpenDatabase): Promise<readonly string[]> {
  const rows: Rows = await database.script(run =>
    run(`select quote_ident(relname) as name from pg_class
      where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace and relname <> 'migration' order by 1`),
  )
  return rows.map(row => row['name'] as string)
}

/** Rows that the migrations themselves put in. */
function seedsOf(database: OpenDatabase, tables: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return database.script(async run => {
    const seeds = new Map<string, string>()
    for (const table of tables) {
      const [row] = await run(`select coalesce(json_agg(t), '[]')::text as rows from ${table} t`)
      if (row!['rows'] !== '[]') seeds.set(table, row!['rows'] as string)
    }
    return seeds
  })
}

/** Deletes what is there: quicker than truncating all tables. The triggers are off meanwhile; in production nobody has the right to that. */
async function empty(
  database: OpenDatabase,
  tables: readonly string[],
  seeds: ReadonlyMap<string, string>,
): Promise<void> {
  if (tables.length === 0) return
  await database.script(async run => {
    const [filled] = await run(
      `select array_remove(array[${tables
        .map(table => `case when exists (select from ${table}) then '${table}' end`)
        .join(', ')}], null) as tables`,
    )
    const moved = await run(
      `select quote_ident(sequencename) as name from pg_sequences where schemaname = current_schema() and last_value is not null`,
    )
    await run(
      [
        'set local session_replication_role = replica',
        ...(filled!['tables'] as readonly string[]).map(table => `delete from ${table}`),
        ...moved.map(({ name }) => `alter sequence ${name as string} restart`),
        ...[...seeds].map(
          ([table, rows]) =>
            `insert into ${table} select * from json_populate_recordset(null::${table}, '${rows.replaceAll("'", "''")}')`,
        ),
      ].join(';'),
    )
  })
}

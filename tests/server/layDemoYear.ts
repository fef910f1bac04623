import { sql } from 'drizzle-orm'
import type { AppContext } from '../../src/server/platform/appContext.ts'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { seedDemo } from '../../src/server/seedDemo.ts'

/** What was put into the file store while a demo year was made. */
type Put = readonly [hash: string, bytes: Uint8Array]

const files = ((globalThis as { hengpingDemoFiles?: Map<string, readonly Put[]> }).hengpingDemoFiles ??=
  new Map())

/** Lays the demo year of so many units into an empty database: made once for each size and database of a worker, afterwards copied from what was kept beside it. */
export async function layDemoYear(context: AppContext, units: number): Promise<void> {
  await lay(context, units)
  // Kept results go by the moment at which a year was opened, and a demo year is always opened on the same day.
  await context.database.script(run =>
    run(`set local session_replication_role = replica; update cycle set opened_at = clock_timestamp()`),
  )
}

async function lay(context: AppContext, units: number): Promise<void> {
  const { database } = context
  const kept = `demo_${units}`
  const { rows } = await database.db.execute<{ there: boolean }>(
    sql`select to_regnamespace(${kept}) is not null as there`,
  )
  const place = `${database.kind} ${kept}`
  if (rows[0]!.there) {
    await copyBack(database, kept)
    for (const [hash, bytes] of files.get(place)!) await context.files.put(hash, bytes)
    return
  }
  const puts: Put[] = []
  const put: AppContext['files']['put'] = (hash, bytes) => {
    puts.push([hash, bytes])
    return context.files.put(hash, bytes)
  }
  await seedDemo({ ...context, files: { ...context.files, put } }, units)
  await keep(database, kept)
  files.set(place, puts)
}

function keep(database: OpenDatabase, kept: string): Promise<void> {
  return database.script(async run => {
    const tables = await run(
      `select quote_ident(relname) as name from pg_class
        where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace and relname <> 'migration'`,
    )
    const sequences = `select sequencename as name, last_value from pg_sequences
      where schemaname = current_schema() and last_value is not null`
    await run(
      [
        `create schema ${kept}`,
        ...tables.map(({ name }) => `create table ${kept}.${String(name)} as table ${String(name)}`),
        `create table ${kept}.kept_sequence as ${sequences}`,
      ].join(';'),
    )
  })
}

/** With the triggers off, as where a test database is emptied. */
function copyBack(database: OpenDatabase, kept: string): Promise<void> {
  return database.script(async run => {
    const columns = await run(
      `select quote_ident(table_name) as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
        from information_schema.columns
        where table_schema = current_schema() and is_generated = 'NEVER'
          and to_regclass(quote_ident('${kept}') || '.' || quote_ident(table_name)) is not null
        group by table_name`,
    )
    const filled = await run(
      `select name from (values ${columns.map(({ name }) => `('${String(name)}', exists (select from ${kept}.${String(name)}))`).join(', ')}) as t (name, filled) where filled`,
    )
    const names = new Set(filled.map(({ name }) => name))
    await run(
      [
        'set local session_replication_role = replica',
        ...columns
          .filter(({ name }) => names.has(name))
          .flatMap(({ name, columns: list }) => [
            `delete from ${String(name)}`,
            `insert into ${String(name)} (${String(list)}) overriding system value select ${String(list)} from ${kept}.${String(name)}`,
          ]),
        `select setval(quote_ident(name), last_value) from ${kept}.kept_sequence`,
      ].join(';'),
    )
  })
}

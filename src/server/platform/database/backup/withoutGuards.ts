import type { RunScript } from '../openDatabase.ts'
import { quoted, type TableShape } from './tableShapes.ts'

/**
 * 暂停触发器与外键 while rows come in, in any order, into tables that are emptied first. Foreign keys are made anew afterwards, which checks every row.
 * Only the owner of the tables may; all within the transaction of `run`.
 */
export async function withoutGuards<T>(
  run: RunScript,
  shapes: readonly TableShape[],
  work: () => Promise<T>,
): Promise<T> {
  const tables = shapes.map(({ name }) => quoted(name))
  const keys =
    await run(`select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`)
  await run(tables.map(table => `alter table ${table} disable trigger user`).join(';'))
  await run(`truncate ${tables.join(', ')}`)
  for (const key of keys)
    await run(`alter table ${String(key['table'])} drop constraint ${String(key['name'])}`)
  const done = await work()
  for (const key of keys) {
    await run(
      `alter table ${String(key['table'])} add constraint ${String(key['name'])} ${String(key['definition'])}`,
    )
  }
  await run(tables.map(table => `alter table ${table} enable trigger user`).join(';'))
  return done
}

import type { RunScript } from '../openDatabase.ts'

/** The shape of a table: its name and its columns other than generated ones, with their types. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** Lists the shapes of all tables except the list of migrations. */
export async function tableShapes(run: RunScript): Promise<readonly TableShape[]> {
  const rows =
    await run(`select c.relname as table, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)::text as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'migration'
    group by c.relname order by c.relname`)
  return rows.map(row => ({
    name: row['table'] as string,
    columns: JSON.parse(row['columns'] as string) as TableShape['columns'],
  }))
}

/** Lists the numbered columns as `table.column`, each with its sequence. */
export async function sequences(
  run: RunScript,
): Promise<readonly { readonly name: string; readonly sequence: string }[]> {
  const rows =
    await run(`select c.relname || '.' || a.attname as name, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
    order by 1`)
  return rows.map(row => ({ name: row['name'] as string, sequence: row['sequence'] as string }))
}

/** Quotes an identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

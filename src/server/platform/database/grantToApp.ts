import { sql } from 'drizzle-orm'
import type { OpenDatabase } from './openDatabase.ts'

/** Rights withheld from the program: the trail is append-only, its head is only updated, and only the owner migrates. */
const WITHHELD: Readonly<Record<string, string>> = {
  trail: 'update, delete, truncate',
  trail_head: 'insert, delete, truncate',
  migration: 'insert, update, delete, truncate',
}

/** Grants rights to the program's role: if migrations run as another role, the program gets what it needs and no more. */
export async function grantToApp(database: OpenDatabase): Promise<void> {
  if (database.kind !== 'server') return
  const { rows } = await database.db.execute<{ app: string }>(sql`select quote_ident(current_user) as app`)
  const app = rows[0]!.app
  await database.script(async run => {
    const [owner] = await run(
      'select quote_ident(current_user) as name, quote_ident(current_schema()) as schema',
    )
    if (owner!['name'] === app) return
    const schema = owner!['schema'] as string
    await run(`grant usage on schema ${schema} to ${app};
      grant select, insert, update, delete on all tables in schema ${schema} to ${app};
      grant usage, select on all sequences in schema ${schema} to ${app}`)
    for (const [table, rights] of Object.entries(WITHHELD)) {
      const [there] = await run(`select to_regclass('${schema}.${table}') is not null as there`)
      if (there!['there'] === true) await run(`revoke ${rights} on ${schema}.${table} from ${app}`)
    }
  })
}

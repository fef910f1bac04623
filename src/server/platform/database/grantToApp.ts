import { sql } from 'drizzle-orm'
import type { OpenDatabase } from './openDatabase.ts'

/** Tables that grow only: the program may read them and add to them. */
const APPEND_ONLY = ['trail']
/** Tables that the owner alone writes. */
const READ_ONLY = ['migration']

/** 授权给程序用户: where migrations run as another role, the program's own role gets what it needs and no more. The trail it cannot change. */
export async function grantToApp(database: OpenDatabase): Promise<void> {
  if (database.kind !== 'server') return
  const { rows } = await database.db.execute<{ app: string }>(sql`select quote_ident(current_user) as app`)
  const app = rows[0]!.app
  await database.script(async run => {
    const [owner] = await run('select quote_ident(current_user) as name, quote_ident(current_schema()) as schema')
    if (owner!['name'] === app) return
    const schema = owner!['schema'] as string
    const narrow = [...APPEND_ONLY, ...READ_ONLY].map(table => `${schema}.${table}`)
    await run(`grant usage on schema ${schema} to ${app};
      grant select, insert, update, delete on all tables in schema ${schema} to ${app};
      grant usage, select on all sequences in schema ${schema} to ${app};
      revoke update, delete, truncate on ${narrow.join(', ')} from ${app};
      revoke insert on ${READ_ONLY.map(table => `${schema}.${table}`).join(', ')} from ${app}`)
  })
}

import { sql } from 'drizzle-orm'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { openDatabase, type OpenDatabase } from './openDatabase.ts'

/** What the public site reads and writes, each with its rights. */
const RIGHTS: Readonly<Record<string, string>> = {
  site_publication: 'select',
  site_unit: 'select',
  site_comment: 'select, update (abuse)',
  site_new_comment: 'insert',
  site_office: 'select',
}

/** Opens the database for the public site's own port as a role that sees published rows alone: grants it the views of the site, and refuses a role that sees more. `databaseSiteRole`. */
export async function openSite(database: OpenDatabase, url: string): Promise<OpenDatabase> {
  const site = await openDatabase({ kind: 'server', url, poolSize: 4 })
  try {
    const role = await site.db.execute<{ name: string }>(sql`select quote_ident(current_user) as name`)
    await grant(database, role.rows[0]!.name)
    const seen = await site.db.execute<{ name: string }>(sql`
      select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f')
        and (has_any_column_privilege(oid, 'select, insert, update') or has_table_privilege(oid, 'delete, truncate'))`)
    const more = seen.rows.filter(({ name }) => !Object.hasOwn(RIGHTS, name))
    if (more.length > 0) throw new DatabaseRefused(refuse('databaseSiteRole', { count: more.length }))
    return site
  } catch (error) {
    await site.close()
    throw error
  }
}

async function grant({ script }: OpenDatabase, role: string): Promise<void> {
  await script(async run => {
    const [at] = await run('select quote_ident(current_schema()) as schema')
    const schema = at!['schema'] as string
    await run(`grant usage on schema ${schema} to ${role}`)
    for (const [view, rights] of Object.entries(RIGHTS))
      await run(`grant ${rights} on ${schema}.${view} to ${role}`)
  })
}

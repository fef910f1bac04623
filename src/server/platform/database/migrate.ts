import { sql } from 'drizzle-orm'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { grantToApp } from './grantToApp.ts'
import { type Migration, migrationFiles } from './migrationFiles.ts'
import type { OpenDatabase, RunScript } from './openDatabase.ts'

/** An arbitrary number that nobody else locks. */
const LOCK = 4_736_001
const FORBIDDEN = '42501'

/**
 * Migrates the database: runs the files not run yet, each in its own transaction; returns the names of
 * those run here. Processes starting together wait for one another. Throws `DatabaseRefused` if a file
 * was changed after it ran, or the database is of a newer version.
 */
export async function migrate(
  database: OpenDatabase,
  files: readonly Migration[] = migrationFiles(),
): Promise<readonly string[]> {
  const ran: string[] = []
  if (await isCurrent(database, files)) return ran
  for (;;) {
    const name = await database
      .script(run => runNext(run, files))
      .catch(error => (isForbidden(error) ? forbid(database, error) : Promise.reject(error)))
    if (name === undefined) break
    ran.push(name)
  }
  await grantToApp(database)
  return ran
}

/** Whether there is nothing to migrate. The owner role is then not used: starting a second process needs read rights only. */
async function isCurrent(database: OpenDatabase, files: readonly Migration[]): Promise<boolean> {
  const { rows } = await database.db.execute<{ there: boolean }>(
    sql`select to_regclass('migration') is not null as there`,
  )
  if (rows[0]?.there !== true) return false
  const applied = await database.db.execute<Applied>(sql`select name, hash from migration`)
  return findNext(files, applied.rows) === undefined
}

interface Applied extends Record<string, unknown> {
  readonly name: string
  readonly hash: string
}

async function runNext(run: RunScript, files: readonly Migration[]): Promise<string | undefined> {
  await run(`select pg_advisory_xact_lock(${LOCK})`)
  await run(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  const next = findNext(files, (await run('select name, hash from migration')) as readonly Applied[])
  if (next === undefined) return undefined
  await runOne(run, next)
  await run(`insert into migration (name, hash) values ('${next.name}', '${next.hash}')`)
  return next.name
}

function findNext(files: readonly Migration[], applied: readonly Applied[]): Migration | undefined {
  const byName = new Map(files.map(file => [file.name, file]))
  for (const { name, hash } of applied) {
    const file = byName.get(name)
    if (file === undefined) throw new DatabaseRefused(refuse('databaseNewer', { name }))
    if (file.hash !== hash) throw new DatabaseRefused(refuse('migrationChanged', { name }))
  }
  const done = new Set(applied.map(({ name }) => name))
  return files.find(({ name }) => !done.has(name))
}

async function runOne(run: RunScript, { name, sql: text }: Migration): Promise<void> {
  try {
    await run(text)
  } catch (error) {
    if (isForbidden(error)) throw error
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

function isForbidden(error: unknown): boolean {
  return (error as { readonly code?: string }).code === FORBIDDEN
}

async function forbid(database: OpenDatabase, cause: unknown): Promise<never> {
  const [row] = await database.script(run => run('select current_user as role'))
  throw new DatabaseRefused(refuse('migrationForbidden', { role: String(row?.['role']) }), cause)
}

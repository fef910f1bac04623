import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A migration: one numbered SQL file; `hash` is the SHA-256 of its text. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** Lists the migration files in the order of their numbers. */
export function migrationFiles(
  folder: string = join(import.meta.dirname, 'migrations'),
): readonly Migration[] {
  return readdirSync(folder)
    .filter(file => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .toSorted()
    .map(file => {
      // A checkout on Windows may have changed the ends of lines.
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      return { name: file.replace(/\.sql$/, ''), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

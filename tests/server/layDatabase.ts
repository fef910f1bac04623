import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { migrationFiles } from '../../src/server/platform/database/migrationFiles.ts'
import { openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { PROGRAMS } from './bundleProgram.ts'

/** Lays a new embedded database into a folder, bare or migrated: a copy of one that is made once for these migrations and kept between runs, for making one takes seconds. */
export async function layDatabase(folder: string, content: 'bare' | 'migrated'): Promise<void> {
  const kept = join(PROGRAMS, `database-${content}-${hashOfMaking(content)}`)
  if (!existsSync(kept)) await make(kept, content)
  cpSync(kept, folder, { recursive: true })
}

async function make(kept: string, content: 'bare' | 'migrated'): Promise<void> {
  mkdirSync(PROGRAMS, { recursive: true })
  for (const old of readdirSync(PROGRAMS).filter(name => name.startsWith(`database-${content}-`)))
    rmSync(join(PROGRAMS, old), { recursive: true, force: true })
  const aside = mkdtempSync(join(PROGRAMS, 'making-'))
  const database = await openDatabase({ kind: 'embedded', folder: aside })
  if (content === 'migrated') await migrate(database)
  await database.close()
  try {
    renameSync(aside, kept)
  } catch (error) {
    // Another worker was first.
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(kept)) throw error
  }
}

function hashOfMaking(content: 'bare' | 'migrated'): string {
  const pglite = join(
    dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')),
    '../package.json',
  )
  const parts = [
    readFileSync(pglite, 'utf8'),
    ...(content === 'migrated' ? migrationFiles().map(file => file.hash) : []),
  ]
  return createHash('sha256').update(parts.join()).digest('hex').slice(0, 16)
}

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
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { migrationFiles } from '../../src/server/platform/database/migrationFiles.ts'
import { openDatabase, type OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { startPglite } from '../../src/server/platform/database/startPglite.ts'
import { PROGRAMS } from './bundleProgram.ts'

type Content = 'bare' | 'migrated'

/** Lays a new embedded database into a folder, bare or migrated: a copy of one that is made once for these migrations and kept between runs, for making one takes seconds. */
export async function layDatabase(folder: string, content: Content): Promise<void> {
  cpSync(join(await keep(content), 'folder'), folder, { recursive: true })
}

/** Opens a database in memory, bare or migrated, from the same copy. */
export async function openInMemory(content: Content): Promise<OpenDatabase> {
  const image = new Blob([readFileSync(join(await keep(content), 'image.tar'))])
  return openDatabase({ kind: 'memory', image })
}

async function keep(content: Content): Promise<string> {
  const kept = join(PROGRAMS, `database-${content}-${hashOfMaking(content)}`)
  if (!existsSync(kept)) await make(kept, content)
  return kept
}

async function make(kept: string, content: Content): Promise<void> {
  mkdirSync(PROGRAMS, { recursive: true })
  for (const old of readdirSync(PROGRAMS).filter(name => name.startsWith(`database-${content}-`)))
    rmSync(join(PROGRAMS, old), { recursive: true, force: true })
  const aside = mkdtempSync(join(PROGRAMS, 'making-'))
  const folder = join(aside, 'folder')
  const database = await openDatabase({ kind: 'embedded', folder })
  if (content === 'migrated') await migrate(database)
  await database.close()
  await pack(folder, join(aside, 'image.tar'))
  try {
    renameSync(aside, kept)
  } catch (error) {
    // Another worker was first.
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(kept)) throw error
  }
}

/** Packs a database into one file, which a database in memory begins with. */
async function pack(folder: string, file: string): Promise<void> {
  const { client } = await startPglite(new NodeFS(join(folder, 'database')), false)
  writeFileSync(file, await (await client.dumpDataDir('none')).bytes())
  await client.close()
}

function hashOfMaking(content: Content): string {
  const pglite = join(
    dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')),
    '../package.json',
  )
  const parts = [
    'folder and image of each',
    readFileSync(pglite, 'utf8'),
    ...(content === 'migrated' ? migrationFiles().map(file => file.hash) : []),
  ]
  return createHash('sha256').update(parts.join()).digest('hex').slice(0, 16)
}

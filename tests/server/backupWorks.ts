import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { seedDemoAccounts } from '../../src/server/office/accounts/seedDemoAccounts.ts'
import type { BackedFiles } from '../../src/server/platform/database/backup/backedFiles.ts'
import { gzipLines } from '../../src/server/platform/database/backup/gzipLines.ts'
import { type BackupReport, writeBackup } from '../../src/server/platform/database/backup/writeBackup.ts'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import type { AppContext } from '../../src/server/platform/appContext.ts'
import { askYears } from '../../src/server/year/askYears.store.ts'
import { openEmpty } from './databases.ts'
import { layDemoYear } from './layDemoYear.ts'
import { memoryFiles } from './memoryFiles.ts'
import { memoryDrafts } from './memoryDrafts.ts'
import { memoryKeys } from './memoryKeys.ts'

/** Opens a database in memory with a demo year that is sealed, accounts, and a trail. */
export async function openFilled(): Promise<OpenDatabase> {
  const database = await openEmpty('PGlite')
  const context: AppContext = {
    database,
    db: database.db,
    now: () => new Date(),
    today: () => '2018-12-24',
    newId: randomUUID,
    demo: true,
    version: '0',
    years: askYears(database.db),
    files: memoryFiles(),
    keys: memoryKeys(),
    checkerPage: async () => undefined,
    drafts: memoryDrafts(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  await layDemoYear(context, 24)
  await seedDemoAccounts(context)
  await database.db.execute(sql`update cycle set sealed = true`)
  return database
}

/** Backs up to a file. */
export function backUp(
  database: OpenDatabase,
  path: string,
  files: BackedFiles = () => [],
): Promise<BackupReport> {
  return gzipLines(createWriteStream(path), sink => writeBackup(database, '0.1.0', files, sink))
}

/** The lines of a backup. */
export function linesOf(path: string): string[] {
  return gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
}

/** What a backup holds: all but when and where it was made, and in which order the rows of a table lie (the trail's do matter). */
export function contentOf(path: string): readonly string[] {
  const content: string[] = []
  let rows: string[] = []
  let isOrdered = false
  for (const line of linesOf(path).slice(1, -1)) {
    if (line.startsWith('[')) {
      rows.push(line)
      continue
    }
    content.push(...(isOrdered ? rows : rows.toSorted()), line)
    isOrdered = line.startsWith('{"table":"trail"')
    rows = []
  }
  return [...content, ...rows]
}

/** Writes a backup again with other lines, its hash made right: what a careful forger would do. */
export function forge(from: string, to: string, change: (lines: string[]) => string[]): void {
  const lines = linesOf(from)
  const end = JSON.parse(lines.pop()!) as object
  const changed = change(lines)
  const sha256 = createHash('sha256')
    .update(changed.map(line => `${line}\n`).join(''))
    .digest('hex')
  writeFileSync(
    to,
    gzipSync([...changed, JSON.stringify({ ...end, sha256 })].map(line => `${line}\n`).join('')),
  )
}

import type { OpenDatabase, RunScript } from '../openDatabase.ts'
import { BACKUP_FORMAT, type BackupEnd, type BackupHeader } from './backupFormat.ts'
import type { BackedFiles } from './backedFiles.ts'
import type { LineSink } from './gzipLines.ts'
import { readCursor } from './readCursor.ts'
import { quoted, sequences, tableShapes, type TableShape } from './tableShapes.ts'

/** Tables left out of a backup: sessions are not restored, so everybody signs in again. */
const LEFT_OUT = new Set(['session', 'verification'])

/** What was written to a backup. */
export interface BackupReport {
  readonly at: string
  readonly rows: number
  readonly files: number
  readonly sha256: string
}

/** Writes a backup: the database as of one moment, and the files beside it. On a server others go on writing meanwhile; the embedded database waits. */
export async function writeBackup(
  database: OpenDatabase,
  program: string,
  files: BackedFiles,
  sink: LineSink,
  count: (rows: number) => void = () => {},
): Promise<BackupReport> {
  const tables: Record<string, number> = {}
  const at = await database.script(async run => {
    await run('set transaction isolation level repeatable read, read only')
    const header = await headerOf(run, program, database.kind)
    await sink.write([JSON.stringify(header)])
    for (const shape of await tableShapes(run)) {
      const before = total(tables)
      tables[shape.name] = await writeTable(run, shape, sink, rows => count(before + rows))
    }
    for (const { name, sequence } of await sequences(run)) {
      const [row] = await run(
        `select case when is_called then last_value + 1 else last_value end as next from ${sequence}`,
      )
      await sink.write([JSON.stringify({ sequence: name, next: Number(row!['next']) })])
    }
    return header.at
  })
  const filed = await writeFiles(files, sink)
  const end: BackupEnd = { end: true, tables, files: filed, sha256: sink.digest() }
  await sink.write([JSON.stringify(end)])
  return { at, rows: total(tables), files: filed, sha256: end.sha256 }
}

async function headerOf(
  run: RunScript,
  program: string,
  database: BackupHeader['database'],
): Promise<BackupHeader> {
  const migrations = (await run(
    'select name, hash from migration order by name',
  )) as BackupHeader['migrations']
  const [clock] = await run(`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`)
  return { format: BACKUP_FORMAT, program, at: clock!['at'] as string, database, migrations }
}

async function writeTable(
  run: RunScript,
  { name, columns }: TableShape,
  sink: LineSink,
  count: (rows: number) => void,
): Promise<number> {
  await sink.write([JSON.stringify({ table: name, columns: columns.map(column => column.name) })])
  if (LEFT_OUT.has(name)) return 0
  let rows = 0
  const values = columns.map(column => `${quoted(column.name)}::text`).join(', ')
  // Cases of a survey by their random ids: as they lie they would tell how long each call took.
  const key = name === 'trail' ? 'seq' : name.startsWith('survey_') ? columns[0]!.name : undefined
  const order = key === undefined ? '' : ` order by ${quoted(key)}`
  for await (const lines of readCursor(
    run,
    `select json_build_array(${values})::text as line from ${quoted(name)}${order}`,
  )) {
    await sink.write(lines)
    rows += lines.length
    count(rows)
  }
  return rows
}

async function writeFiles(files: BackedFiles, sink: LineSink): Promise<number> {
  let written = 0
  for (const { path, bytes, pieces } of files()) {
    await sink.write([JSON.stringify({ file: path, bytes })])
    for await (const piece of pieces()) await sink.write([`"${piece.toString('base64')}"`])
    written++
  }
  return written
}

function total(tables: Readonly<Record<string, number>>): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows, 0)
}

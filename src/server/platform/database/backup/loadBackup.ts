import { type TrailVerdict, verifyTrail } from '../../../../files/trail/verifyTrail.ts'
import type { RunScript } from '../openDatabase.ts'
import type { StagedFiles } from './backedFiles.ts'
import type { BackupEnd, BackupEntry } from './backupFormat.ts'
import { damaged } from './readBackup.ts'
import { createRowWriter } from './rowWriter.ts'
import { quoted, sequences, type TableShape, tableShapes } from './tableShapes.ts'
import type { TrailLine } from '../../../../files/trail/trailHash.ts'
import { readCursor } from './readCursor.ts'

/** The numbers of what was loaded. */
export interface Loaded {
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/** Loads the content of a backup in the transaction of `run`; throws `backupDamaged` if something is missing, surplus or different from what the end line says. */
export async function loadBackup(
  run: RunScript,
  entries: AsyncIterable<BackupEntry>,
  files: StagedFiles,
  count: (rows: number) => void,
): Promise<{ readonly loaded: Loaded; readonly trail: TrailVerdict }> {
  const shapes = await tableShapes(run)
  const end = await withoutGuards(run, shapes, () => takeAll(run, shapes, entries, files, count))
  await compareCounts(run, shapes, end)
  const trail = await verifyTrail(readTrail(run), await trailHeadOf(run))
  const rows = Object.values(end.tables).reduce((sum, each) => sum + each, 0)
  return { loaded: { tables: shapes.length, rows, files: end.files }, trail }
}

async function takeAll(
  run: RunScript,
  shapes: readonly TableShape[],
  entries: AsyncIterable<BackupEntry>,
  files: StagedFiles,
  count: (rows: number) => void,
): Promise<BackupEnd> {
  const writer = createRowWriter(run, shapes, count)
  const numbered = new Map((await sequences(run)).map(({ name, sequence }) => [name, sequence]))
  let expected: number | undefined
  let filed = 0
  let end: BackupEnd | undefined
  const endFile = (): void => {
    if (expected !== undefined && files.end() !== expected) throw damaged('附件长短不符')
    expected = undefined
  }
  for await (const entry of entries) {
    if (entry.kind === 'row') await writer.add(entry.text)
    else if (entry.kind === 'piece') {
      if (expected === undefined) throw damaged('附件没有名称')
      files.add(entry.bytes)
    } else {
      endFile()
      const { line } = entry
      if ('table' in line) await writer.begin(line.table, line.columns)
      else if ('sequence' in line) await setSequence(run, numbered.get(line.sequence), line.next)
      else if ('file' in line) {
        files.begin(line.file)
        ;[expected, filed] = [line.bytes, filed + 1]
      } else if ('end' in line) end = line
      else throw damaged('有两个开头')
    }
  }
  await writer.end()
  if (end === undefined || filed !== end.files) throw damaged('附件个数不符')
  return end
}

async function setSequence(run: RunScript, sequence: string | undefined, next: number): Promise<void> {
  if (sequence === undefined || !Number.isSafeInteger(next)) throw damaged('有不认识的编号')
  await run(`select setval('${sequence.replaceAll("'", "''")}', ${next}, false)`)
}

async function compareCounts(
  run: RunScript,
  shapes: readonly TableShape[],
  { tables }: BackupEnd,
): Promise<void> {
  for (const { name } of shapes) {
    const [row] = await run(`select count(*)::int as n from ${quoted(name)}`)
    if (row!['n'] !== tables[name]) throw damaged(`表“${name}”的行数不符`)
  }
}

/** Yields the lines of the trail, from the first, inside the script's transaction. */
async function* readTrail(run: RunScript): AsyncGenerator<TrailLine> {
  const query = `select json_build_object('seq', seq, 'at', at, 'actor', actor, 'actorName', actor_name, 'kind', kind, 'year', year, 'unit', unit,
    'values', values, 'prev', prev, 'hash', hash)::text as line from trail order by seq`
  for await (const lines of readCursor(run, query))
    for (const line of lines) yield JSON.parse(line) as TrailLine
}

/** Reads the head of the trail, which is stored separately. */
async function trailHeadOf(run: RunScript): Promise<{ readonly seq: number; readonly hash: string }> {
  const [head] = await run('select seq::int as seq, hash from trail_head')
  return { seq: Number(head?.['seq'] ?? 0), hash: String(head?.['hash'] ?? '') }
}

/**
 * Suspends triggers and foreign keys while rows are loaded, in any order, into tables emptied first.
 * Foreign keys are recreated afterwards, which checks every row. Requires the owner of the tables; all
 * within the transaction of `run`.
 */
async function withoutGuards<T>(
  run: RunScript,
  shapes: readonly TableShape[],
  work: () => Promise<T>,
): Promise<T> {
  const tables = shapes.map(({ name }) => quoted(name))
  const keys =
    await run(`select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`)
  await run(tables.map(table => `alter table ${table} disable trigger user`).join(';'))
  await run(`truncate ${tables.join(', ')}`)
  for (const key of keys)
    await run(`alter table ${String(key['table'])} drop constraint ${String(key['name'])}`)
  const done = await work()
  for (const key of keys) {
    await run(
      `alter table ${String(key['table'])} add constraint ${String(key['name'])} ${String(key['definition'])}`,
    )
  }
  await run(tables.map(table => `alter table ${table} enable trigger user`).join(';'))
  return done
}

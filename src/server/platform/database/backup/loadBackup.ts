import { type TrailVerdict, verifyTrail } from '../../../../files/trail/verifyTrail.ts'
import type { RunScript } from '../openDatabase.ts'
import type { StagedFiles } from './backedFiles.ts'
import type { BackupEnd, BackupEntry } from './backupFormat.ts'
import { damaged } from './readBackup.ts'
import { createRowWriter } from './rowWriter.ts'
import { sequences, tableShapes, quoted, type TableShape } from './tableShapes.ts'
import { readTrail, trailHeadOf } from './readTrail.ts'
import { withoutGuards } from './withoutGuards.ts'

/** 装入的数量. */
export interface Loaded {
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/** 装入备份的内容, in the transaction of `run`: throws `backupDamaged` when something is missing, too much or other than the end says. */
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

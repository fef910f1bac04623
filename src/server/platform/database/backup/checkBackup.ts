import type { TrailLine } from '../../../../files/trail/trailHash.ts'
import { type TrailVerdict, verifyTrail } from '../../../../files/trail/verifyTrail.ts'
import type { BackupEntry, BackupHeader } from './backupFormat.ts'
import { damaged, endOf, headerOf, readBackup } from './readBackup.ts'

/** The result of checking a backup. */
interface BackupCheck {
  readonly header: BackupHeader
  readonly rows: number
  readonly files: number
  readonly trail: TrailVerdict
}

/** Checks a backup file without a database: hash, counts and the chain of the trail. Throws `backupUnreadable` or `backupDamaged`. */
export async function checkBackup(
  path: string,
  count: (rows: number) => void = () => {},
): Promise<BackupCheck> {
  const tables: Record<string, number> = {}
  let [table, rows, files] = ['', 0, 0]
  let header: BackupHeader | undefined
  let head: Row | undefined
  for await (const entry of readBackup(path)) {
    header ??= headerOf(entry)
    if (entry.kind === 'row') {
      tables[table] = (tables[table] ?? 0) + 1
      if (table === 'trail_head') head = JSON.parse(entry.text) as Row
      count(++rows)
    } else if (entry.kind === 'control') {
      if ('table' in entry.line) tables[(table = entry.line.table)] = 0
      if ('file' in entry.line) files++
      const end = endOf(entry)
      if (end !== undefined && JSON.stringify(end.tables) !== JSON.stringify(tables))
        throw damaged('各表的行数不符')
      if (end !== undefined && end.files !== files) throw damaged('附件个数不符')
    }
  }
  const [, seq, hash] = head ?? []
  return {
    header: header!,
    rows,
    files,
    trail: await verifyTrail(trailIn(path), { seq: Number(seq ?? 0), hash: hash ?? '' }),
  }
}

type Row = readonly (string | null)[]

async function* trailIn(path: string): AsyncGenerator<TrailLine> {
  let columns: readonly string[] | undefined
  for await (const entry of readBackup(path)) {
    if (entry.kind === 'control' && 'table' in entry.line)
      columns = entry.line.table === 'trail' ? entry.line.columns : undefined
    if (entry.kind === 'row' && columns !== undefined) yield lineOf(columns, entry)
  }
}

function lineOf(
  columns: readonly string[],
  { text }: Extract<BackupEntry, { readonly kind: 'row' }>,
): TrailLine {
  const row = JSON.parse(text) as Row
  const value = (column: string): string | null => row[columns.indexOf(column)] ?? null
  return {
    seq: Number(value('seq')),
    at: value('at') ?? '',
    actor: value('actor') ?? '',
    actorName: value('actor_name') ?? '',
    kind: value('kind') ?? '',
    year: value('year') === null ? null : Number(value('year')),
    unit: value('unit'),
    values: JSON.parse(value('values') ?? '{}') as TrailLine['values'],
    prev: value('prev') ?? '',
    hash: value('hash') ?? '',
  }
}

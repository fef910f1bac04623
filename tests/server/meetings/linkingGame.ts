import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { PublishedFile } from '../../../src/domain/campaign/ballot/ballotFiles.ts'
import type { Database } from '../../../src/server/platform/database/openDatabase.ts'

/** A sheet as its voter knows it. */
export interface KnownSheet {
  readonly receipt: string
  readonly nonce: string
  /** the mark of the first line, which no other sheet has. */
  readonly mark: number
}

/** Two voters, of whom it is known who voted first, and their sheets. */
export interface Pair {
  readonly sheets: readonly [KnownSheet, KnownSheet]
  /** whether the first sheet was the earlier voter's. */
  readonly firstWasEarlier: boolean
}

/** Rows of every table in their physical order, each as one text with its transaction number. */
type Dump = ReadonlyMap<string, readonly { readonly row: string; readonly xmin: number }[]>

/** All that somebody has who reads database, logs, write-ahead log and backups afterwards. */
export interface Evidence {
  readonly tables: Dump
  /** taken while voting was open. */
  readonly backup: Dump
  readonly log: string
  readonly wal: Buffer
  readonly published: PublishedFile
  readonly countFile: string
}

/** Dumps all tables as they lie on the disk. */
export async function dumpTables(db: Database): Promise<Dump> {
  const { rows: names } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const dump = new Map<string, readonly { row: string; xmin: number }[]>()
  for (const { name } of names) {
    const { rows } = await db.execute<{ row: string; xmin: string }>(
      sql.raw(`select xmin::text as xmin, to_jsonb(t)::text as row from "${name}" t order by ctid`),
    )
    dump.set(
      name,
      rows.map(({ row, xmin }) => ({ row, xmin: Number(xmin) })),
    )
  }
  return dump
}

/** Reads the write-ahead log of a data folder. */
export function readWal(folder: string): Buffer {
  const at = join(folder, 'database', 'pg_wal')
  const files = readdirSync(at).filter(name => /^[0-9A-F]{24}$/.test(name))
  return Buffer.concat(files.toSorted().map(name => readFileSync(join(at, name))))
}

/** A trace: where a sheet stands in it, if it does. */
type Trace = (evidence: Evidence, sheet: KnownSheet) => number | undefined

const found = (at: number): number | undefined => (at < 0 ? undefined : at)
const isOf =
  ({ receipt, nonce }: KnownSheet) =>
  (row: string): boolean =>
    row.includes(receipt) || row.includes(nonce)
const inTable =
  (name: string): Trace =>
  ({ tables }, sheet) =>
    found(tables.get(name)!.findIndex(({ row }) => isOf(sheet)(row)))

/** What the guesser looks at, each by itself. */
export const traces = {
  'physical row order': inTable('ballot_sheet'),
  xmin: ({ tables }, sheet) => tables.get('ballot_sheet')!.find(({ row }) => isOf(sheet)(row))?.xmin,
  'order of ids': ({ tables }, sheet) => {
    const rows = tables.get('ballot_sheet')!.map(({ row }) => row)
    const byId = rows.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1))
    return found(byId.findIndex(isOf(sheet)))
  },
  trail: inTable('trail'),
  idempotency: inTable('idempotency'),
  jobs: inTable('job'),
  slips: inTable('ballot_slip'),
  'sealed sheets left': inTable('ballot_sealed'),
  'backup while voting': ({ backup }, sheet) =>
    found([...backup.values()].flat().findIndex(({ row }) => isOf(sheet)(row))),
  log: ({ log }, { receipt }) => found(log.indexOf(receipt)),
  'write-ahead log': ({ wal }, { nonce }) => found(wal.indexOf(nonce)),
  receipts: ({ published }, { receipt }) => found(published.receipts.indexOf(receipt)),
  'published marks': ({ published }, { mark }) =>
    found(published.count.units[0]!.classes.flatMap(({ marks }) => marks).indexOf(mark)),
  'count file': ({ countFile }, { mark }) =>
    found(
      (JSON.parse(countFile) as { phone: { marks: unknown[] }[] }).phone.findIndex(
        ({ marks }) => marks[0] === mark,
      ),
    ),
} as const satisfies Readonly<Record<string, Trace>>

/** The name of a trace. */
export type TraceName = keyof typeof traces

/** Guesses of one trace who cast which sheet, by a coin where it says nothing; how many are right. */
export function guess(trace: TraceName, evidence: Evidence, pairs: readonly Pair[]): number {
  return pairs.filter(({ sheets: [one, other], firstWasEarlier }) => {
    const [first, second] = [traces[trace](evidence, one), traces[trace](evidence, other)]
    const isDecided = first !== undefined && second !== undefined && first !== second
    return (isDecided ? first < second : randomInt(2) === 0) === firstWasEarlier
  }).length
}

function idOf(row: string): string {
  return (JSON.parse(row) as { readonly id: string }).id
}

/** Breaks a build: plants one trace in the order in which sheets were cast. What is no table is planted in the evidence. */
export async function plant(
  trace: TraceName,
  db: Database,
  meeting: string,
  cast: readonly KnownSheet[],
): Promise<(evidence: Evidence) => Evidence> {
  const each = async (run: (sheet: KnownSheet, at: number) => Promise<unknown>) => {
    for (const [at, sheet] of cast.entries()) await run(sheet, at)
  }
  const moved = ({ nonce }: KnownSheet) =>
    sql`update ballot_sheet set voter_class = voter_class where nonce = ${nonce}`
  const uuidOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
  const byCast = <T>(items: readonly T[], of: (sheet: KnownSheet) => T) =>
    items.toSorted((one, other) => cast.findIndex(s => of(s) === one) - cast.findIndex(s => of(s) === other))
  switch (trace) {
    case 'physical row order':
      await db.transaction(tx => each(sheet => tx.execute(moved(sheet))))
      return same
    case 'xmin':
      await each(sheet => db.execute(moved(sheet)))
      return same
    case 'order of ids':
      await each(({ nonce }, at) =>
        db.execute(sql`update ballot_sheet set id = ${uuidOf(at)} where nonce = ${nonce}`),
      )
      return same
    case 'trail':
      await each(({ receipt }, at) =>
        db.execute(sql`insert into trail (seq, at, actor, actor_name, kind, values, prev, hash)
          values (${900_000 + at}, '', '', '', 'cast', ${JSON.stringify({ receipt })}::jsonb, '', ${receipt})`),
      )
      return same
    case 'idempotency':
      await each(({ receipt }) =>
        db.execute(
          sql`insert into idempotency (key, actor, fingerprint, at) values (${receipt}, '', '', '2018-12-25')`,
        ),
      )
      return same
    case 'jobs':
      await each(({ receipt }, at) =>
        db.execute(sql`insert into job (id, kind, name, owner, state, stage, started_at, seen_at)
          values (${uuidOf(at)}, 'cast', ${receipt}, '', 'done', '', '2018-12-25', '2018-12-25')`),
      )
      return same
    case 'slips':
      await each(({ receipt }) =>
        db.execute(
          sql`insert into ballot_slip (slip, meeting, voter_class) values (${receipt}, ${meeting}, 'delegate')`,
        ),
      )
      return same
    case 'sealed sheets left':
      await each(({ receipt, nonce }) =>
        db.execute(sql`insert into ballot_sealed (token, meeting, voter_class, sealed, hash)
          values (${nonce}, ${meeting}, 'delegate', '', ${receipt})`),
      )
      return same
    case 'backup while voting':
      return evidence => ({
        ...evidence,
        backup: new Map([['ballot_sealed', cast.map(({ nonce }) => ({ row: nonce, xmin: 0 }))]]),
      })
    case 'log':
      return evidence => ({ ...evidence, log: cast.map(({ receipt }) => receipt).join('\n') })
    case 'write-ahead log':
      return evidence => ({ ...evidence, wal: Buffer.from(cast.map(({ nonce }) => nonce).join(' ')) })
    case 'receipts':
      return ({ published, ...evidence }) => ({
        ...evidence,
        published: { ...published, receipts: byCast(published.receipts, ({ receipt }) => receipt) },
      })
    case 'published marks':
      return ({ published, ...evidence }) => {
        const [first] = published.count.units
        const classes = first!.classes.map(one => ({ ...one, marks: byCast(one.marks, ({ mark }) => mark) }))
        const count = { ...published.count, units: [{ ...first!, classes }] }
        return { ...evidence, published: { ...published, count } }
      }
    case 'count file':
      return evidence => ({
        ...evidence,
        countFile: JSON.stringify({ phone: cast.map(({ mark }) => ({ marks: [mark] })) }),
      })
  }
}

const same = (evidence: Evidence): Evidence => evidence

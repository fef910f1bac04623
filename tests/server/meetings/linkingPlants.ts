import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import type { AppContext } from '../../../src/server/platform/appContext.ts'
import { createChange } from '../../../src/server/platform/change/change.ts'
import type { Transaction } from '../../../src/server/platform/database/openDatabase.ts'
import type { OpenedRow } from '../../../src/server/rooms/meetings/ballots/ballots.store.ts'
import { type Break, buildBroken } from '../linking/brokenBuild.ts'
import type { Ground } from '../linking/ground.ts'
import type { TraceName } from './linkingTraces.ts'

/** What a broken build does at the places where it is broken; `undefined` does what the right one does. */
interface Plant {
  /** what the database of the broken build has besides. */
  readonly ddl?: string
  /** when a sheet was cast: `name` is the idempotency key by which the phone sent it, its receipt. */
  cast?(context: AppContext, name: string): unknown
  /** in which order and under which ids opened sheets are written; they come in the order of casting. */
  arrange?(opened: readonly OpenedRow[], tokens: readonly string[], shuffle: Shuffle): readonly OpenedRow[]
  /** what else happens to the opened sheets, in the order of casting, before they are written. */
  write?(tx: Transaction, opened: readonly OpenedRow[], folder: string): Promise<unknown>
  /** writes the sheets by itself. */
  readonly writesAll?: boolean
  /** one change of what is computed. */
  readonly does?: 'receipts' | 'marks' | 'countFile' | 'plain' | 'unpadded' | 'keepsKey'
}

interface Cast {
  readonly context: AppContext
  readonly raw: { readonly headers: Readonly<Record<string, string>> }
  readonly body: { readonly token: string }
}

type Shuffle = <T>(items: readonly T[]) => readonly T[]

const BREAKS: readonly Break[] = [
  [
    'server/rooms/meetings/ballots/unsealSheets.ts',
    'return shuffled(opened)',
    'return plant.opened(opened, sealed.map(one => one.token), shuffled)',
  ],
  [
    'server/rooms/meetings/ballots/unsealSheets.ts',
    "{ state: 'opened', trials: null }",
    "{ state: 'opened', trials: plant.does('keepsKey') ? { teller: { sealed: request.body.key, hash: '' }, scrutineer: { sealed: '', hash: '' } } : null }",
  ],
  [
    'server/rooms/meetings/ballots/ballots.store.ts',
    'for (let at = 0; at < opened.length; at += 500)\n    await tx.insert(ballotSheet)',
    'if (!(await plant.write(tx))) for (let at = 0; at < opened.length; at += 500)\n    await tx.insert(ballotSheet)',
  ],
  [
    'server/rooms/meetings/ballots/servedVote.ts',
    'export async function castSheet(',
    'export async function castSheet(request: never) { const answer = await castRight(request); await plant.cast(request); return answer }\nasync function castRight(',
  ],
  [
    'server/rooms/meetings/ballots/countFile.ts',
    'const phone = opened.map(',
    'const phone = plant.ordered(opened).map(',
  ],
  [
    'server/rooms/meetings/ballots/countFile.ts',
    'receiptOfRow(row)).toSorted(compareIds)',
    "receiptOfRow(row)).toSorted(plant.does('receipts') ? () => 0 : compareIds)",
  ],
  [
    'server/rooms/meetings/ballots/countFile.ts',
    'compareIds(one.text, other.text)',
    "plant.does('countFile') ? 0 : compareIds(one.text, other.text)",
  ],
  [
    'domain/campaign/ballot/countSheets.ts',
    'marks.sort((one, other) =>',
    "marks.sort((one, other) => plant.does('marks') ? 0 :",
  ],
  [
    'crypto/sealedSheet.ts',
    'const padded = new Uint8Array(length)',
    "const padded = new Uint8Array(plant.does('unpadded') ? NONCE_LENGTH + 4 + content.length : length)",
  ],
  [
    'crypto/sealedSheet.ts',
    'return xchacha20poly1305(made.subarray(0, 32), made.subarray(32))',
    "return plant.does('plain') ? { encrypt: (text: Uint8Array) => concatBytes(text, new Uint8Array(TAG)), decrypt: (text: Uint8Array) => text.slice(0, -TAG) } : xchacha20poly1305(made.subarray(0, 32), made.subarray(32))",
  ],
]

const uuid = (number: number) =>
  `00000000-0000-4000-8000-${(round * 10_000 + number).toString(16).padStart(12, '0')}`
const insertEach = async (
  tx: Transaction,
  opened: readonly OpenedRow[],
  how: (row: OpenedRow, at: number) => ReturnType<typeof sql>,
) => {
  for (const [at, row] of opened.entries()) await tx.execute(how(row, at))
}
const insert = ({ id, meeting, voterClass, nonce, body }: OpenedRow) =>
  sql`insert into ballot_sheet (id, meeting, voter_class, nonce, body) values (${id}, ${meeting}, ${voterClass}, ${nonce}, ${body})`

/** The credentials with which sheets were sent, in this order, those sent again twice. */
const sent: string[] = []
const named = new Set<string>()

/** How each trace is planted in a broken build, by itself. */
export const plants: Readonly<Record<TraceName, Plant>> = {
  'physical row order': { arrange: opened => opened },
  xmin: {
    // One subtransaction a sheet, in the order of casting; then the table lies in the order of its random ids.
    writesAll: true,
    write: async (tx, opened) => {
      for (const row of opened) {
        await tx.execute(sql`savepoint one`)
        await tx.execute(insert(row))
        await tx.execute(sql`release savepoint one`)
      }
      await tx.execute(sql`cluster ballot_sheet using ballot_sheet_pkey`)
    },
  },
  'order of ids': {
    arrange: (opened, _tokens, shuffle) => shuffle(opened.map((row, at) => ({ ...row, id: uuid(at) }))),
  },
  'index order': {
    ddl: 'alter table ballot_sheet add no int; create index ballot_sheet_by_no on ballot_sheet (no)',
    writesAll: true,
    write: async (tx, opened) => {
      const rows = opened
        .map((row, no) => ({ row, no }))
        .toSorted((one, other) => (one.row.id < other.row.id ? -1 : 1))
      for (const { row, no } of rows)
        await tx.execute(
          sql`insert into ballot_sheet (id, meeting, voter_class, nonce, body, no) values (${row.id}, ${row.meeting}, ${row.voterClass}, ${row.nonce}, ${row.body}, ${no})`,
        )
    },
  },
  'gaps of ids': {
    arrange: (opened, tokens, shuffle) => {
      let number = 0
      return shuffle(
        opened.map((row, at) => ({ row, uses: sent.filter(token => token === tokens[at]).length })),
      ).map(({ row, uses }) => ({ ...row, id: uuid((number += uses)) }))
    },
  },
  trail: {
    cast: (context, name) =>
      createChange(
        context,
        SYSTEM_ACTOR,
      )(async () => ({
        answer: null,
        events: [{ kind: 'ballotsOpened', values: { meeting: name, sheets: 1 } }] as never,
      })),
  },
  idempotency: {
    cast: (context, key) =>
      createChange(context, SYSTEM_ACTOR, { key, fingerprint: '' })(async () => ({
        answer: null,
        events: [{ kind: 'ballotsOpened', values: { meeting: '', sheets: 1 } }] as never,
      })),
  },
  jobs: {
    cast: ({ db, newId }, name) =>
      db.execute(sql`insert into job (id, kind, name, owner, state, stage, started_at, seen_at)
        values (${newId()}, 'cast', ${name}, '', 'done', '', now(), now())`),
  },
  slips: {
    // The slip redeemed last is that of who casts now.
    cast: async ({ db }, name) => {
      if (!named.has(name))
        await db.execute(sql`update ballot_slip set blinded = ${name} where slip = (select slip from ballot_slip
          where blinded is not null order by xmin::text::bigint desc, ctid desc limit 1)`)
      named.add(name)
    },
  },
  'any other table': {
    ddl: 'create table outbox (name text)',
    cast: ({ db }, name) => db.execute(sql`insert into outbox values (${name})`),
  },
  log: { cast: ({ log }, name) => log.info({ name }, 'request') },
  'write-ahead log': {
    write: async (tx, opened) => {
      await tx.execute(sql`create table draft (nonce text)`)
      await insertEach(tx, opened, ({ nonce }) => sql`insert into draft values (${nonce})`)
      await tx.execute(sql`drop table draft`)
    },
  },
  'bytes of the files': {
    // Deleted rows stay in the files.
    ddl: 'create table spare (nonce text)',
    write: async (tx, opened) => {
      await insertEach(tx, opened, ({ nonce }) => sql`insert into spare values (${nonce})`)
      await tx.execute(sql`delete from spare`)
    },
  },
  'file times': {
    write: async (_tx, opened, folder) => {
      mkdirSync(folder, { recursive: true })
      for (const { nonce, id } of opened) {
        writeFileSync(join(folder, createHash('sha256').update(id).digest('hex')), nonce)
        await new Promise(done => setTimeout(done, 10))
      }
    },
  },
  'backup while voting': { does: 'plain' },
  'lengths in the backup': { does: 'unpadded' },
  'key left behind': { does: 'keepsKey' },
  receipts: { does: 'receipts' },
  'published marks': { does: 'marks' },
  'count file': { does: 'countFile' },
}

let current: Plant = {}
let round = 0
let folder = ''
let inOrder: readonly OpenedRow[] = []
const hooks = {
  does: (what: string) => current.does === what,
  opened: (opened: readonly OpenedRow[], tokens: readonly string[], shuffle: Shuffle) => {
    const asCast = opened
      .map((row, at) => ({ row, token: tokens[at]! }))
      .toSorted((one, other) => sent.indexOf(one.token) - sent.indexOf(other.token))
    const rows = asCast.map(({ row }) => row)
    const arranged =
      current.arrange?.(
        rows,
        asCast.map(({ token }) => token),
        shuffle,
      ) ?? shuffle(rows)
    inOrder = rows.map(({ nonce }) => arranged.find(one => one.nonce === nonce)!)
    return arranged
  },
  write: async (tx: Transaction) => {
    await current.write?.(tx, inOrder, folder)
    return current.writesAll === true
  },
  cast: async ({ context, raw, body }: Cast) => {
    sent.push(body.token)
    await current.cast?.(context, raw.headers['idempotency-key']!)
  },
  ordered: (rows: readonly OpenedRow[]) =>
    current.does === undefined ? rows : inOrder.map(({ id }) => rows.find(row => row.id === id)!),
}

/** Builds the server anew with a switch at each place where a trace can be planted; gives its player. */
export const buildPlayer = () =>
  buildBroken<typeof import('./linkingGame.ts')>(join(import.meta.dirname, 'linkingGame.ts'), BREAKS, hooks)

/** Plants one trace in the broken build until the function returned is called. */
export async function plant(name: TraceName, ground: Ground): Promise<() => void> {
  current = plants[name]
  folder = join(ground.dataFolder, 'files', 'ab')
  sent.length = 0
  round += 1
  if (current.ddl !== undefined) await ground.database.run(current.ddl)
  return () => void (current = {})
}

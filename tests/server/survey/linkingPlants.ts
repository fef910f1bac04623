import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import type { AppContext } from '../../../src/server/platform/appContext.ts'
import { createChange } from '../../../src/server/platform/change/change.ts'
import type { Transaction } from '../../../src/server/platform/database/openDatabase.ts'
import { type Break, buildBroken } from '../linking/brokenBuild.ts'
import type { Ground } from '../linking/ground.ts'
import type { TraceName } from './linkingTraces.ts'

/** A separated answer before it is written. */
interface Row {
  readonly id: string
  readonly survey: string
  readonly unit: string
  readonly group: string
  readonly answers: Readonly<Record<string, string>>
}

/** What a broken build does at the places where it is broken; nothing else than the right one otherwise. */
interface Plant {
  /** what the database of the broken build has besides. */
  readonly ddl?: string
  /** when an interview has ended: its case, and the key by which it was sent, which names the answers. */
  end?(context: AppContext, of: string, name: string): unknown
  /** when answers under way were saved. */
  save?(context: AppContext, of: string): unknown
  /** in which order and under which ids answers are written; they come in the order of the interviews. */
  arrange?(
    rows: readonly Row[],
    tx: Transaction,
    cases: readonly string[],
  ): Promise<readonly Row[]> | readonly Row[]
  /** what else happens to them, in the order of the interviews. */
  write?(tx: Transaction, rows: readonly Row[], folder: string): Promise<unknown>
  /** writes the answers by itself. */
  readonly writesAll?: boolean
  readonly does?: readonly (
    | 'plain'
    | 'unpadded'
    | 'keepsKey'
    | 'keepsDrafts'
    | 'logsRequests'
    | 'timesFiles'
    | 'entersAtOnce'
  )[]
}

type Shuffle = <T>(items: readonly T[]) => readonly T[]

interface Ended {
  readonly context: AppContext
  readonly raw: { readonly headers: Readonly<Record<string, string>> }
  readonly params: { readonly case: string }
}

const ROOM = 'server/rooms/survey'
const BREAKS: readonly Break[] = [
  [
    `${ROOM}/separateAnswers.ts`,
    'rows.push(answerOf(survey, one))',
    'rows.push({ ...answerOf(survey, one), case: one.case })',
  ],
  [
    `${ROOM}/separateAnswers.ts`,
    'await insertAnswers(tx, shuffled(batch.rows))',
    'await plant.separate(tx, batch.rows.map(({ case: of, ...row }) => row), batch.rows.map(one => one.case), shuffled, insertAnswers)',
  ],
  [
    `${ROOM}/separateAnswers.ts`,
    "if (state === 'separated')",
    "if (state === 'separated' && !plant.does('keepsKey'))",
  ],
  [
    `${ROOM}/interview.ts`,
    'export async function endCall(',
    'export async function endCall(request: never) { const answer = await endRight(request); await plant.end(request); return answer }\nasync function endRight(',
  ],
  [
    `${ROOM}/interview.ts`,
    'export async function saveInterview(',
    'export async function saveInterview(request: never) { const answer = await saveRight(request); await plant.save(request); return answer }\nasync function saveRight(',
  ],
  [
    `${ROOM}/interview.ts`,
    'await context.drafts.drop(row.survey, row.id)',
    "if (!plant.does('keepsDrafts')) await context.drafts.drop(row.survey, row.id)",
  ],
  [
    'server/platform/keys/sealing.ts',
    "Buffer.concat([text, Buffer.alloc(size - text.length, ' ')])",
    "plant.does('unpadded') ? text : Buffer.concat([text, Buffer.alloc(size - text.length, ' ')])",
  ],
  [
    'server/platform/keys/sealing.ts',
    'return Buffer.concat([iv, cipher',
    "return plant.does('plain') ? Buffer.concat([iv, plain, Buffer.alloc(TAG)]) : Buffer.concat([iv, cipher",
  ],
  [
    'server/platform/keys/sealing.ts',
    'return Buffer.concat([decipher',
    "return plant.does('plain') ? Buffer.from(sealed.subarray(IV, sealed.length - TAG)) : Buffer.concat([decipher",
  ],
  [
    'server/platform/drafts/draftStore.ts',
    'await file.utimes(NO_TIME, NO_TIME)',
    "if (!plant.does('timesFiles')) await file.utimes(NO_TIME, NO_TIME)",
  ],
  // The hook of ended calls can enter them at once.
  [
    `${ROOM}/interview.ts`,
    'export async function takeNextCase(',
    'plant.enterer(async (context: AppContext) => { for (const row of await listCalled(context.db)) await dropEnded(context, row.id, await context.db.transaction(tx => enterCalls(tx, context, row))) })\nexport async function takeNextCase(',
  ],
  [
    `${ROOM}/interview.ts`,
    "import { enterDueCalls } from './enterCalls.ts'",
    "import { enterCalls, enterDueCalls } from './enterCalls.ts'\nimport { dropEnded } from './endedCalls.ts'",
  ],
  [
    'server/platform/http/createHttpServer.ts',
    'if (routeOptions.config.traceless) return',
    "if (routeOptions.config.traceless && !plant.does('logsRequests')) return",
  ],
]

const uuid = (number: number) =>
  `00000000-0000-4000-8000-${(round * 10_000 + number).toString(16).padStart(12, '0')}`
const markerOf = ({ answers }: Row) => answers['opinion']!.slice(0, 32)
const insertEach = async (tx: Transaction, rows: readonly Row[], how: (row: Row, at: number) => SQL) => {
  for (const [at, row] of rows.entries()) await tx.execute(how(row, at))
}
const valuesOf = ({ id, survey, unit, group, answers }: Row) =>
  sql`${id}, ${survey}, ${unit}, ${group}, ${JSON.stringify(answers)}::jsonb`
const insertOne = (row: Row) =>
  sql`insert into survey_answer (id, survey, unit, grp, answers) values (${valuesOf(row)})`
const byRandomId = (rows: readonly Row[]) =>
  rows.map((row, no) => ({ row, no })).toSorted((one, other) => (one.row.id < other.row.id ? -1 : 1))

/** Cases in the order in which their calls ended; the last one of each was the interview. */
const ended: string[] = []

/** Milliseconds between two saves of somebody who talks, where length is what betrays. */
const TALK_MS = 100
const talk = () => new Promise(done => setTimeout(done, TALK_MS))

let enterAll: (context: AppContext) => Promise<void> = async () => {}

/** How each trace is planted in a broken build, by itself. */
export const plants: Readonly<Record<TraceName, Plant>> = {
  'physical row order': { arrange: rows => rows },
  xmin: {
    // One subtransaction a row, in the order of the interviews; then the table lies in the order of its random ids.
    writesAll: true,
    write: async (tx, rows) => {
      for (const row of rows) {
        await tx.execute(sql`savepoint one`)
        await tx.execute(
          sql`insert into survey_answer (id, survey, unit, grp, answers) values (${valuesOf(row)})`,
        )
        await tx.execute(sql`release savepoint one`)
      }
      await tx.execute(sql`cluster survey_answer using survey_answer_pkey`)
    },
  },
  'order of ids': { arrange: rows => shuffled(rows.map((row, at) => ({ ...row, id: uuid(at) }))) },
  'index order': {
    ddl: 'alter table survey_answer add no int; create index survey_answer_by_no on survey_answer (no)',
    writesAll: true,
    write: async (tx, rows) => {
      for (const { row, no } of byRandomId(rows))
        await tx.execute(
          sql`insert into survey_answer (id, survey, unit, grp, answers, no) values (${valuesOf(row)}, ${no})`,
        )
    },
  },
  'gaps of ids': {
    arrange: async (rows, tx, cases) => {
      const { rows: calls } = await tx.execute<{ id: string; attempts: number }>(
        sql`select id, attempts from survey_case`,
      )
      const uses = new Map(calls.map(({ id, attempts }) => [id, attempts]))
      let number = 0
      return shuffled(rows.map((row, at) => ({ row, of: cases[at]! }))).map(({ row, of }) => ({
        ...row,
        id: uuid((number += uses.get(of)!)),
      }))
    },
  },
  cases: {
    ddl: 'alter table survey_case add mark text',
    end: ({ db }, of, name) => db.execute(sql`update survey_case set mark = ${name} where id = ${of}::uuid`),
  },
  trail: {
    end: (context, _of, name) =>
      createChange(
        context,
        SYSTEM_ACTOR,
      )(async () => ({
        answer: null,
        events: [{ kind: 'callsBegun', values: { title: name, version: 1 } }] as never,
      })),
  },
  idempotency: {
    end: (context, _of, key) =>
      createChange(context, SYSTEM_ACTOR, { key, fingerprint: '' })(async () => ({
        answer: null,
        events: [{ kind: 'callsBegun', values: { title: '', version: 1 } }] as never,
      })),
  },
  jobs: {
    end: ({ db, newId }, _of, name) =>
      db.execute(sql`insert into job (id, kind, name, owner, state, stage, started_at, seen_at)
        values (${newId()}, 'interview', ${name}, '', 'done', '', now(), now())`),
  },
  'any other table': {
    ddl: 'create table outbox (name text)',
    end: ({ db }, _of, name) => db.execute(sql`insert into outbox values (${name})`),
  },
  log: { end: ({ log }, _of, name) => log.info({ name }, 'request') },
  'write-ahead log': {
    write: async (tx, rows) => {
      await tx.execute(sql`create table paper (marker text)`)
      await insertEach(tx, rows, row => sql`insert into paper values (${markerOf(row)})`)
      await tx.execute(sql`drop table paper`)
    },
  },
  'bytes of the files': {
    // Deleted rows stay in the files.
    ddl: 'create table spare (marker text)',
    write: async (tx, rows) => {
      await insertEach(tx, rows, row => sql`insert into spare values (${markerOf(row)})`)
      await tx.execute(sql`delete from spare`)
    },
  },
  'file times': {
    write: async (_tx, rows, folder) => {
      mkdirSync(folder, { recursive: true })
      for (const row of rows) {
        writeFileSync(join(folder, createHash('sha256').update(row.id).digest('hex')), markerOf(row))
        await new Promise(done => setTimeout(done, 10))
      }
    },
  },
  'backup while calling': { does: ['plain'] },
  'lengths in the backup': { does: ['unpadded'] },
  'drafts in the backup': { does: ['unpadded', 'keepsDrafts'] },
  'key left behind': { does: ['keepsKey'] },
  'saves in the write-ahead log': {
    save: ({ db }, of) =>
      db.execute(sql`update survey_case set asked_again = asked_again where id = ${of}::uuid`),
  },
  'saves in the files': {
    ddl: 'create table heartbeat (of uuid)',
    save: ({ db }, of) => db.execute(sql`insert into heartbeat values (${of}::uuid)`),
  },
  'gaps of transactions': {
    does: ['entersAtOnce'],
    save: ({ db }) => db.execute(sql`select pg_current_xact_id()`),
  },
  'saves in the log': { does: ['logsRequests'] },
  'times in the write-ahead log': { does: ['entersAtOnce'], save: talk },
  'times of files while calling': { does: ['timesFiles'], save: talk },
}

let current: Plant = {}
let round = 0
let folder = ''
let shuffled: Shuffle = items => items
const hooks = {
  enterer: (enter: typeof enterAll) => void (enterAll = enter),
  does: (what: NonNullable<Plant['does']>[number]) => current.does?.includes(what) === true,
  async separate(
    tx: Transaction,
    rows: readonly Omit<Row, 'id'>[],
    cases: readonly string[],
    shuffle: Shuffle,
    insert: (tx: Transaction, rows: readonly object[]) => Promise<void>,
  ) {
    shuffled = shuffle
    const inOrder = rows
      .map((row, at) => ({ row: { ...row, id: crypto.randomUUID() }, of: cases[at]! }))
      .toSorted((one, other) => ended.lastIndexOf(one.of) - ended.lastIndexOf(other.of))
    const asEnded = inOrder.map(({ row }) => row)
    await current.write?.(tx, asEnded, folder)
    if (current.writesAll === true) return
    const arranged = await current.arrange?.(
      asEnded,
      tx,
      inOrder.map(({ of }) => of),
    )
    if (arranged === undefined) await insert(tx, shuffle(asEnded))
    else await insertEach(tx, arranged, insertOne)
  },
  async end({ context, raw, params }: Ended) {
    ended.push(params.case)
    if (hooks.does('entersAtOnce')) await enterAll(context)
    await current.end?.(context, params.case, raw.headers['idempotency-key']!)
  },
  save: async ({ context, params }: Ended) => void (await current.save?.(context, params.case)),
}

/** Builds the server anew with a switch at each place where a trace can be planted; gives its player. */
export const buildPlayer = () =>
  buildBroken<typeof import('./linkingGame.ts')>(join(import.meta.dirname, 'linkingGame.ts'), BREAKS, hooks)

/** Plants one trace in the broken build until the function returned is called. */
export async function plant(name: TraceName, ground: Ground): Promise<() => void> {
  current = plants[name]
  folder = join(ground.dataFolder, 'files', 'ab')
  ended.length = 0
  round += 1
  if (current.ddl !== undefined) await ground.database.run(current.ddl)
  return () => void (current = {})
}

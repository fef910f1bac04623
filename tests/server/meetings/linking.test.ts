import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { LONG, sized } from '../../longRun.ts'
import { newPostgresDatabase } from '../databases.ts'
import { meetingOffice, planned } from './heldMeeting.ts'
import {
  dumpTables,
  type Evidence,
  guess,
  type Pair,
  plant,
  readWal,
  type TraceName,
  traces,
} from './linkingGame.ts'
import { markAll, ok, opened, phone, prepared, votes } from './votingMeeting.ts'

const folder = mkdtempSync(join(tmpdir(), '衡评 猜票-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Meetings played, and pairs of voters in each: 40,000 guesses of each trace in the long run, on each database. */
const [MEETINGS, PAIRS] = [sized(1000, 1), sized(40, 20)]

const names = Object.keys(traces) as TraceName[]

interface Ground {
  readonly database: OpenDatabase
  readonly wal: () => Promise<Buffer>
}

async function openEmbedded(): Promise<Ground> {
  const database = await openDatabase({ kind: 'embedded', folder })
  return { database, wal: async () => readWal(folder) }
}

async function openServer(): Promise<Ground> {
  const database = await openDatabase({ kind: 'server', url: await newPostgresDatabase(), poolSize: 10 })
  return {
    database,
    wal: async () => {
      const { rows } = await database.db.execute<{ bytes: Buffer }>(
        sql`select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' order by name`,
      )
      return Buffer.concat(rows.map(({ bytes }) => bytes))
    },
  }
}

/** Plays a meeting: voters one after another, each pair's sheets cast by the one or the other as a coin says. */
async function play(
  { database, wal }: Ground,
  office: Awaited<ReturnType<typeof meetingOffice>>,
  log: string[],
) {
  const { committee } = office
  const { db } = database
  // A real one, since a rehearsal leaves no trail; the one before makes room.
  await db.execute(sql`update meeting set phase = 'brokenOff' where phase = 'counted'`)
  const meeting = await planned(committee)
  const { at, id, key, secrets } = await prepared(committee, meeting, { delegate: PAIRS * 2 })
  await opened(meeting)
  const nobody = office.office.visitor()
  const { form } = (await phone(nobody, secrets[0]!.secret)).part
  const pairs: Pair[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const firstWasEarlier = randomInt(2) === 0
    const marks = firstWasEarlier ? [2 * pair, 2 * pair + 1] : [2 * pair + 1, 2 * pair]
    const cast = []
    for (const [voter, mark] of marks.entries()) {
      const sheet = await votes(
        nobody,
        secrets[2 * pair + voter]!.secret,
        markAll(form, line => (line === 0 ? mark : 60 + (line % 20))),
      )
      cast.push({ ...sheet, mark })
    }
    const [one, other] = cast.toSorted((first, second) => first.mark - second.mark)
    pairs.push({ sheets: [one!, other!], firstWasEarlier })
  }
  const backup = await dumpTables(db)
  await ok(meeting.step({ step: 'closeVoting' }))
  for (const [step, body] of [
    ['unseal', { key }],
    ['count', {}],
    ['publish', {}],
  ] as const)
    await ok(committee.ask(`POST ${at}/${step}`, { body }))
  const published = (await ok(nobody.ask(`GET /api/vote/meetings/${id}/published`))).body as never
  const { rows } = await db.execute<{ text: string }>(
    sql`select count_file as text from ballot_box where meeting = ${id}`,
  )
  const evidence = async (): Promise<Evidence> => ({
    tables: await dumpTables(db),
    backup,
    log: log.join('\n'),
    wal: await wal(),
    published,
    countFile: rows[0]!.text,
  })
  return { id, pairs, evidence }
}

describe.each([['PGlite', openEmbedded], ...(LONG ? [['PostgreSQL', openServer] as const] : [])] as const)(
  '§5 who cast which sheet (%s)',
  (_kind, openGround) => {
    test('cannot be told from any trace; each trace planted in a broken build is won', async () => {
      const ground = await openGround()
      await migrate(ground.database)
      const office = await meetingOffice(ground.database)
      const log: string[] = []
      Object.assign(office.office.context.log, {
        info: (...said: unknown[]) => void log.push(JSON.stringify(said)),
      })
      const right = new Map<TraceName, number>(names.map(name => [name, 0]))
      let last: Awaited<ReturnType<typeof play>> | undefined
      for (let round = 0; round < MEETINGS; round++) {
        last = await play(ground, office, log)
        const evidence = await last.evidence()
        for (const name of names) right.set(name, right.get(name)! + guess(name, evidence, last.pairs))
      }
      const guesses = MEETINGS * PAIRS
      for (const [name, wins] of right) {
        // Fair coins: in the long run within one per cent; a sample is never won or lost altogether.
        if (LONG) expect(Math.abs(wins / guesses - 0.5), name).toBeLessThan(0.01)
        else expect(wins > 0 && wins < guesses, name).toBe(true)
      }
      expect(log.join('\n')).not.toMatch(/\/api\/vote/)
      const inOrder = last!.pairs.flatMap(({ sheets, firstWasEarlier }) =>
        firstWasEarlier ? sheets : sheets.toReversed(),
      )
      for (const name of names) {
        const broken = await plant(name, ground.database.db, last!.id, inOrder)
        const evidence = broken(await last!.evidence())
        expect(guess(name, evidence, last!.pairs), name).toBe(PAIRS)
      }
      await ground.database.close()
    })
  },
)

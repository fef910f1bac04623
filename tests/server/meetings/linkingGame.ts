import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { PublishedFile } from '../../../src/domain/campaign/ballot/ballotFiles.ts'
import { createFileStore } from '../../../src/server/platform/files/createFileStore.ts'
import { openOffice } from '../office.ts'
import { planned } from './heldMeeting.ts'
import {
  type Dump,
  dumpTables,
  type FoundFile,
  noteInstant,
  readFiles,
  readOrders,
  readWal,
} from '../linking/evidence.ts'
import type { Ground } from '../linking/ground.ts'
import type { Pair as PairOf } from '../linking/guesses.ts'
import { ok, opened, phone, prepared } from './votingMeeting.ts'

/** A sheet as its voter knows it. */
export interface KnownSheet {
  /** its nonce and its receipt. */
  readonly names: readonly [nonce: string, receipt: string]
  /** its mark of the pair's own line, which no other sheet has. */
  readonly mark: number
  /** how long its text is. */
  readonly length: number
}

/** Two voters one after the other, and their sheets. */
export interface Pair extends PairOf<KnownSheet> {
  /** the line on which the two differ from all others. */
  readonly line: number
  /** who sent the sheet twice, as others saw. */
  readonly earlierSentTwice: boolean
}

/** All that somebody has who reads database, logs, files, write-ahead log and backups afterwards. */
export interface Evidence {
  readonly meeting: string
  /** the pairs in the order in which they voted. */
  readonly pairs: readonly Pair[]
  /** the rows written since the meeting was planned, as they lie on the disk. */
  readonly tables: Dump
  /** the same, taken while voting was open. */
  readonly backup: Dump
  /** the opened sheets in the order of each index. */
  readonly orders: readonly string[]
  readonly log: string
  readonly wal: Buffer
  readonly files: readonly FoundFile[]
  readonly published: PublishedFile
  readonly countFile: string
}

/** Opens a seeded database for games, with everything logged. */
export async function openGame({ database, databaseFolder, dataFolder }: Ground) {
  mkdirSync(dataFolder, { recursive: true })
  const office = await openOffice(database, { files: createFileStore({ kind: 'disk', data: dataFolder }) })
  const log: string[] = []
  const keep = (...said: unknown[]) => void log.push(JSON.stringify(said))
  Object.assign(office.context.log, { info: keep, warn: keep, error: keep })
  const committee = await office.someone(`zuzhi${Date.now()}`, [{ role: 'committee' }])
  return { office, committee, log, database, databaseFolder, dataFolder }
}

type Game = Awaited<ReturnType<typeof openGame>>

/** How one meeting is played. */
export interface Play {
  readonly pairs: number
  /** how many vote at the same time. */
  readonly atOnce: number
  /** a fair coin. */
  readonly coin: () => boolean
}

/** Plays a meeting through the real routes: two voters a pair, one after the other; a coin decides who casts which sheet. */
export async function play(game: Game, { pairs: count, atOnce, coin }: Play): Promise<Evidence> {
  const { office, committee, log } = game
  const { db } = game.database
  // The meeting before makes room.
  await db.execute(sql`update meeting set phase = 'brokenOff' where phase = 'counted'`)
  const [from, logged] = [await noteInstant(db), log.length]
  const meeting = await planned(committee)
  const { agenda } = await meeting.view()
  const speakers = agenda.map(({ unit }, at) => ({ unit, speaks: at === 0 }))
  await ok(meeting.write('PUT /agenda', { lines: speakers }))
  const { at, id, key, secrets } = await prepared(committee, meeting, { delegate: count * 2 })
  await opened(meeting)
  const nobody = office.visitor()
  const games = Array.from({ length: count }, () => ({ swapped: coin(), earlierSentTwice: coin() }))
  const { part } = await phone(nobody, secrets[0]!.secret)
  const lines = part.form.lines.length
  const voters = games.flatMap(({ swapped, earlierSentTwice }, pair) =>
    [true, false].map((isEarlier, voter) => {
      const line = pair % lines
      // One figure against two, so that a sheet that is not padded shows which it is.
      const round = Math.floor(pair / lines) % 10
      const mark = isEarlier === swapped ? 10 + round : round
      const sendsTwice = isEarlier === earlierSentTwice
      return { secret: secrets[2 * pair + voter]!.secret, line, mark, sendsTwice }
    }),
  )
  const sheets: KnownSheet[] = []
  for (let first = 0; first < voters.length; first += atOnce) {
    const here = voters.slice(first, first + atOnce)
    const ready = await Promise.all(
      here.map(async voter => {
        const own = await phone(nobody, voter.secret, part)
        const marks = part.form.lines.map(({ unit }, at) => ({
          unit,
          points: ((at === voter.line ? voter.mark : 40 + (at % 20)) * 1000) as never,
        }))
        return { ...voter, credential: await own.credential(), sheet: own.seal(marks) }
      }),
    )
    const sent = ready.flatMap(({ credential, sheet: { sealed, receipt }, sendsTwice }) =>
      // Whoever names a cast by its receipt tells the server nothing that it keeps.
      Array.from({ length: sendsTwice ? 2 : 1 }, () =>
        ok(nobody.ask('POST /api/vote/cast', { body: { ...credential, sealed }, key: receipt })),
      ),
    )
    await Promise.all(sent)
    for (const { sheet, mark } of ready)
      sheets.push({ names: [sheet.nonce, sheet.receipt], mark, length: sheet.length })
  }
  const backup = await dumpTables(db, from.xid)
  await ok(meeting.step({ step: 'closeVoting' }))
  await ok(committee.ask(`POST ${at}/unseal`, { body: { key } }))
  await ok(committee.ask(`POST ${at}/count`, { body: {} }))
  await ok(committee.ask(`POST ${at}/publish`, { body: {} }))
  const published = (await ok(nobody.ask(`GET /api/vote/meetings/${id}/published`)))
    .body as unknown as PublishedFile
  const { rows } = await db.execute<{ text: string }>(
    sql`select count_file as text from ballot_box where meeting = ${id}`,
  )
  const pairs = games.map(({ swapped, earlierSentTwice }, pair): Pair => {
    const [earlier, later] = [sheets[2 * pair]!, sheets[2 * pair + 1]!]
    return {
      sheets: swapped ? [later, earlier] : [earlier, later],
      firstWasEarlier: !swapped,
      line: pair % lines,
      earlierSentTwice,
    }
  })
  return {
    meeting: id,
    pairs,
    tables: await dumpTables(db, from.xid),
    backup,
    orders: await readOrders(db, 'ballot_sheet', ['meeting', id]),
    log: log.slice(logged).join('\n'),
    wal: (await readWal(db, game.databaseFolder, from.lsn)).bytes,
    files: await readFiles(db, [game.databaseFolder, join(game.dataFolder, 'files')], from, 'ballot_sheet'),
    published,
    countFile: rows[0]!.text,
  }
}

// Casts sealed sheets without end, in its own process, till it is killed. One line a sheet that was answered for: its token.
// Argument: JSON of what to do.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { keepSheet } from '../../../src/server/rooms/meetings/ballots/keepSheets.ts'

/** What a caster is to do: so many voters at once, at a meeting. */
export interface CasterOrder {
  readonly settings: DatabaseSettings
  readonly meeting: string
  readonly voters: number
}

const { settings, meeting, voters } = JSON.parse(process.argv[2]!) as CasterOrder
const { db } = await openDatabase(settings)
const context = { db, now: () => new Date() }
const { rows } = await db.execute<{ n: number }>(sql`select count(*) as n from ballot_sealed`)
say(`found ${rows[0]!.n}`)
await Promise.all(Array.from({ length: voters }, vote))

async function vote(): Promise<void> {
  for (;;) {
    const token = randomBytes(64).toString('hex')
    const sealed = randomBytes(4000).toString('base64')
    const answer = await keepSheet(context, {
      token,
      meeting,
      voterClass: 'delegate',
      sealed,
      hash: token.slice(0, 64),
    })
    if (!('kept' in answer) || answer.kept !== token.slice(0, 64)) throw new Error(JSON.stringify(answer))
    say(`wrote ${token}`)
  }
}

/** At once, without a buffer that would go with the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

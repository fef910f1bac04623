import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { keepSheet } from '../../src/server/rooms/meetings/ballots/keepSheets.ts'
import { layOpenMeeting } from '../../tests/server/meetings/openMeetingRow.ts'
import { CLASS, hallForm } from './hallForm.ts'

/** Sheets a second at the store: many in one transaction, and one insert a transaction. */
export interface StoreSpeed {
  readonly grouped: number
  readonly bare: number
}

/** Times the store alone, every commit on the disk. */
export async function timeStore(settings: DatabaseSettings, sealedLength: number): Promise<StoreSpeed> {
  const database = await openDatabase(settings)
  await migrate(database)
  const { db } = database
  const meeting = await layOpenMeeting(db, hallForm)
  const context = { db, now: () => new Date() }
  const sealed = randomBytes(sealedLength).toString('base64')
  const hex = (length: number) => randomBytes(length).toString('hex')
  const sheet = () => ({ token: hex(64), meeting, voterClass: CLASS, sealed, hash: hex(32) })
  const keep = async (count: number) => {
    const sheets = Array.from({ length: count }, sheet)
    const from = performance.now()
    await Promise.all(sheets.map(one => keepSheet(context, one)))
    return count / ((performance.now() - from) / 1000)
  }
  await keep(500)
  const grouped = await keep(6000)
  const from = performance.now()
  for (let at = 0; at < 500; at++) {
    const { token, voterClass, hash } = sheet()
    await db.execute(sql`insert into ballot_sealed (token, meeting, voter_class, sealed, hash)
      values (${token}, ${meeting}, ${voterClass}, ${sealed}, ${hash})`)
  }
  const bare = 500 / ((performance.now() - from) / 1000)
  await database.close()
  return { grouped, bare }
}

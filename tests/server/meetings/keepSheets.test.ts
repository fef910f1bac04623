import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { keepSheet } from '../../../src/server/rooms/meetings/ballots/keepSheets.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { layOpenMeeting } from './openMeetingRow.ts'

describeOnEachDatabase('the queue of cast sheets', open => {
  test('of a batch only the sheet that the database refuses fails; the others are kept', async () => {
    const { db } = await open()
    const meeting = await layOpenMeeting(db)
    const context = { db, now: () => new Date('2018-12-25T01:00:00Z') }
    const sheet = (at: number) => ({
      token: randomBytes(64).toString('hex'),
      meeting,
      // What JSON can carry and a text of PostgreSQL cannot.
      voterClass: at === 17 ? 'a\u0000' : 'a',
      sealed: '',
      hash: String(at),
    })
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, at) => keepSheet(context, sheet(at))),
    )
    expect(answers.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([17])
    expect(answers.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))).toEqual(
      Array.from({ length: 40 }, (_, at) => ({ kept: String(at) })).toSpliced(17, 1),
    )
    const { rows } = await db.execute(sql`select count(*)::int as sheets from ballot_sealed`)
    expect(rows).toEqual([{ sheets: 39 }])
  })
})

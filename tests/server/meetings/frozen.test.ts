import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'

describeOnEachDatabase('四（四） the database keeps a meeting that issued slips or sheets', open => {
  test('nothing about classes, speakers or the form changes; a speaker is taken off until voting opens; decisions stay', async () => {
    const { db } = await open()
    await db.execute(
      sql`insert into cycle (year, phase, revision, opened_by, opened_at) values (2018, 'running', 1, 'x', now())`,
    )
    const id = randomUUID()
    await db.execute(sql`insert into meeting (id, year, kind, component, name, held_on, place, minutes, convenor, teller, scrutineer,
      review_after_each, phones, rehearsal, phase, changed_by, changed_at)
      values (${id}, 2018, 'committee', 'debrief', '会', '2018-12-25', '礼堂', 8, '甲', '乙', '丙', false, true, false, 'planned', 'x', now())`)
    await db.execute(
      sql`insert into meeting_speaker (meeting, unit, unit_name, secretary, place, speaks) values (${id}, 'U1', '一', '书一', 1, true), (${id}, 'U2', '二', '书二', 2, true)`,
    )
    await db.execute(
      sql`insert into meeting_class (meeting, class, name, place, expected) values (${id}, 'a', '甲票', 0, 10)`,
    )
    await db.execute(sql`update meeting_class set expected = 12 where meeting = ${id}`)
    await db.execute(sql`update meeting set phase = 'issued', form = '{}' where id = ${id}`)

    const refused = async (what: ReturnType<typeof sql>, why: RegExp) =>
      expect(
        await db.execute(what).then(
          () => 'done',
          (error: Error) => `${error.message} ${String((error.cause as Error | undefined)?.message)}`,
        ),
      ).toMatch(why)
    await refused(sql`update meeting set form = '{"lines":[]}' where id = ${id}`, /is not changed/)
    await refused(sql`update meeting set minutes = 9 where id = ${id}`, /is not changed/)
    await refused(sql`update meeting set phase = 'planned' where id = ${id}`, /not planned anew/)
    await refused(sql`delete from meeting where id = ${id}`, /is kept/)
    await refused(
      sql`update meeting_speaker set place = 3 where meeting = ${id} and unit = 'U1'`,
      /is not changed/,
    )
    await refused(sql`delete from meeting_speaker where meeting = ${id} and unit = 'U1'`, /is not changed/)
    await refused(
      sql`insert into meeting_class (meeting, class, name, place, expected) values (${id}, 'b', '乙票', 1, 5)`,
      /are not changed/,
    )
    await refused(sql`update meeting_class set present = 13 where meeting = ${id}`, /check/)
    await db.execute(sql`update meeting_class set present = 12 where meeting = ${id}`)
    await db.execute(sql`update meeting_speaker set removed_why = '病' where meeting = ${id} and unit = 'U1'`)
    await db.execute(sql`update meeting set phase = 'running', voting = 'open' where id = ${id}`)
    await refused(
      sql`update meeting_speaker set removed_why = '病' where meeting = ${id} and unit = 'U2'`,
      /taken off/,
    )

    await db.execute(
      sql`insert into meeting_recount (id, meeting, unit, reason, asked_by, asked_at) values (${randomUUID()}, ${id}, 'U2', '不符', '书二', now())`,
    )
    await refused(sql`update meeting_recount set reason = '别的' where meeting = ${id}`, /answered once/)
    await db.execute(
      sql`update meeting_recount set answer = '不变', answered_by = 'x', answered_at = now() where meeting = ${id}`,
    )
    await refused(sql`update meeting_recount set answer = '改了' where meeting = ${id}`, /answered once/)
    await db.execute(sql`update meeting set phase = 'brokenOff' where id = ${id}`)
    await refused(sql`update meeting set phase = 'running' where id = ${id}`, /stays ended/)
  })
})

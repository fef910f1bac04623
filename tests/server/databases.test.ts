import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from './databases.ts'

describeOnEachDatabase('a test database', open => {
  for (const round of [1, 2]) {
    test(`begins as the migrations left it, time ${round}`, async () => {
      const { db } = await open()
      const settings = await db.execute<{ n: number }>(sql`select count(*) as n from setting`)
      expect(settings.rows).toEqual([{ n: 0 }])
      expect((await db.execute(sql`select seq from trail_head`)).rows).toEqual([{ seq: 0 }])
      await db.execute(sql`insert into setting (key, value) values ('k', '{"a": 1}')`)
      await db.execute(sql`update trail_head set seq = 7`)
      await db.execute(sql`insert into trail values (7, '', '', '', '', null, null, '{}', '', 'h')`)
    })
  }
})

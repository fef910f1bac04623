import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { describeOnEachDatabase, openBare } from './databases.ts'

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

const values = pgTable('value_of_each_type', {
  id: integer().primaryKey(),
  big: bigint({ mode: 'number' }),
  huge: bigint({ mode: 'bigint' }),
  exact: numeric(),
  ratio: real(),
  at: timestamp({ withTimezone: true, mode: 'date' }),
  stamp: timestamp({ withTimezone: true, mode: 'string' }),
  day: date({ mode: 'string' }),
  body: jsonb(),
  bytes: bytea(),
  yes: boolean(),
  words: text().array(),
  numbers: integer().array(),
  key: uuid(),
})

const MAKE = `create table value_of_each_type (id int primary key, big int8, huge int8, exact numeric, ratio float4, at timestamptz, stamp timestamptz,
  day date, body jsonb, bytes bytea, yes bool, words text[], numbers int[], key uuid)`

const ROW = {
  id: 1,
  big: Number.MAX_SAFE_INTEGER,
  huge: 9_223_372_036_854_775_807n,
  exact: '12345678901234567890.001',
  ratio: 0.5,
  at: new Date('2018-12-21T07:30:00.125Z'),
  stamp: '2018-12-21 07:30:00.125+00',
  day: '2018-12-21',
  body: { 名: '引号"与\\反斜杠', list: [1, null, { deep: true }], text: '12' },
  bytes: Buffer.from([0, 1, 254, 255]),
  yes: true,
  words: ['党建', '扶贫, "精准"', '', 'null', 'a\\b', '{}'],
  numbers: [1, 2],
  key: '0b0e6b3c-5f3c-4d57-9b0c-0c9f3f0a3b11',
}

const NOTHING = Object.fromEntries(Object.keys(ROW).map(name => [name, name === 'id' ? 2 : null]))

describeOnEachDatabase('values in and out', (_, { kind }) => {
  test('values are read back as the same JavaScript values on either database', async () => {
    const database = await openBare(kind)
    await database.run(MAKE)
    await database.db.insert(values).values([ROW, { id: 2 }])
    const rows = await database.db.select().from(values).orderBy(values.id)
    expect(rows).toEqual([ROW, NOTHING])
    expect(rows[0]!.bytes).toBeInstanceOf(Buffer)
    expect(rows[0]!.at).toBeInstanceOf(Date)
    await database.close()
  })

  test('values of plain SQL are those on which both drivers agree', async () => {
    const database = await openBare(kind)
    await database.run(MAKE)
    await database.db.insert(values).values([ROW, { id: 2 }])
    const { rows } = await database.db.execute(sql`select * from value_of_each_type order by id`)
    expect(rows).toEqual([{ ...ROW, at: ROW.stamp }, NOTHING])
    const counted = await database.db.execute(
      sql`select count(*) as n, sum(id) as total, avg(id) as mean, max(at) as latest, array_agg(id order by id) as ids from value_of_each_type`,
    )
    expect(counted.rows).toEqual([
      { n: 2, total: 3, mean: '1.5000000000000000', latest: ROW.stamp, ids: [1, 2] },
    ])
    await database.close()
  })

  test('values that violate a rule of the table are refused with the same code', async () => {
    const database = await openBare(kind)
    await database.run(
      'create table small (n int primary key check (n < 10), of int references small (n) deferrable initially deferred)',
    )
    const codeOf = async (script: string): Promise<unknown> =>
      database.db.execute(sql.raw(script)).then(
        () => 'none',
        (error: { readonly cause?: { readonly code?: string } }) => error.cause?.code,
      )
    expect(await codeOf('insert into small values (1)')).toBe('none')
    expect(await codeOf('insert into small values (1)')).toBe('23505')
    expect(await codeOf('insert into small values (11)')).toBe('23514')
    expect(await codeOf('insert into small values (2, 3)')).toBe('23503')
    expect(await codeOf('insert into small values (null)')).toBe('23502')
    await database.close()
  })

  test('values of a failed transaction are gone, those of a nested one alone', async () => {
    const database = await openBare(kind)
    await database.run('create table small (n int)')
    const fail = (): never => {
      throw new Error('no')
    }
    await expect(
      database.db.transaction(async tx => (await tx.execute(sql`insert into small values (1)`), fail())),
    ).rejects.toThrow('no')
    await database.db.transaction(async tx => {
      await tx.execute(sql`insert into small values (2)`)
      await tx
        .transaction(async inner => (await inner.execute(sql`insert into small values (3)`), fail()))
        .catch(() => {})
    })
    expect((await database.db.execute(sql`select n from small`)).rows).toEqual([{ n: 2 }])
    await database.close()
  })
})

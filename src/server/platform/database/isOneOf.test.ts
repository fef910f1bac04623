import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeOnEachDatabase, openBare } from '../../../../tests/server/databases.ts'
import { isOneOf } from './isOneOf.ts'

const WORDS = ['plain', '"', '\\', '{a,b}', 'NULL', '', '单位 甲', "o'clock"]

describeOnEachDatabase('isOneOf', (_open, { kind }) => {
  test('finds exactly the values asked for, whatever they hold; of a table without statistics, without walking through them for each row', async () => {
    const { db, run, close } = await openBare(kind)
    await run(`create table word (place bigint, word text, id uuid primary key)`)
    for (const [place, word] of WORDS.entries())
      await db.execute(sql`insert into word values (${place}, ${word}, gen_random_uuid())`)
    const found = async (where: ReturnType<typeof isOneOf>) =>
      (await db.execute<{ word: string }>(sql`select word from word where ${where} order by place`)).rows.map(
        row => row.word,
      )
    for (const word of WORDS) expect(await found(isOneOf(sql`word`, [word]))).toEqual([word])
    expect(await found(isOneOf(sql`word`, WORDS))).toEqual(WORDS)
    expect(await found(isOneOf(sql`word`, ['null', 'a', 'b']))).toEqual([])
    expect(await found(isOneOf(sql`word`, []))).toEqual([])
    expect(await found(isOneOf(sql`place`, [1, 3], 'bigint'))).toEqual(['"', '{a,b}'])
    const { rows } = await db.execute(
      sql`explain select word from word where place = 2018 and ${isOneOf(sql`word`, WORDS)}`,
    )
    expect(JSON.stringify(rows)).not.toMatch(/Nested Loop|SubPlan|InitPlan/)
    await close()
  })
})

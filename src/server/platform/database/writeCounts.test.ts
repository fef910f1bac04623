import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBare } from '../../../../tests/server/databases.ts'
import type { Database, OpenDatabase } from './openDatabase.ts'
import { rememberRead } from './writeCounts.ts'

let database: OpenDatabase
let reads = 0
const readWord = rememberRead(['remembered'], 2, async (db: Database, id: number) => {
  reads++
  const { rows } = await db.execute<{ word: string }>(sql`select word from remembered where id = ${id}`)
  return rows[0]?.word
})
const words = async (...ids: number[]) => [await Promise.all(ids.map(id => readWord(database.db, id))), reads]

beforeAll(async () => {
  database = await openBare('PGlite')
  await database.run('create table remembered (id int, word text); create table other (id int)')
})
beforeEach(async () => {
  await database.run(`delete from remembered; insert into remembered values (1, 'a'), (2, 'b'), (3, 'c')`)
  reads = 0
})
afterAll(() => database.close())

test('a read is made once, for callers at the same time too, and anew for another key', async () => {
  expect(await words(1, 1, 2)).toEqual([['a', 'a', 'b'], 2])
  expect(await words(1, 2)).toEqual([['a', 'b'], 2])
})

test.each<[string, (db: Database) => Promise<unknown>]>([
  ['a statement', db => db.execute(sql`update remembered set word = 'x' where id = 1`)],
  [
    'a transaction',
    db => db.transaction(tx => tx.execute(sql`update remembered set word = 'x' where id = 1`)),
  ],
  ['a script', () => database.run(`delete from remembered; insert into remembered values (1, 'x')`)],
  [
    'a write through a block whose tables nobody can tell',
    db =>
      db.execute(sql`do $$ begin execute 'upd' || 'ate remembered set word = ''x'' where id = 1'; end $$`),
  ],
])('after %s that writes the table it is read anew', async (_, write) => {
  expect(await words(1)).toEqual([['a'], 1])
  await write(database.db)
  expect(await words(1)).toEqual([['x'], 2])
})

test.each(['select word from remembered for update', `insert into other values (1)`])(
  'after %s what was read is kept',
  async script => {
    await words(1)
    await database.run(script)
    expect(await words(1)).toEqual([['a'], 1])
  },
)

test('a read while a transaction writes is not kept beyond its end', async () => {
  let during: Promise<unknown> | undefined
  await database.db.transaction(async tx => {
    await tx.execute(sql`update remembered set word = 'x' where id = 1`)
    during = readWord(database.db, 1)
  })
  await during
  expect((await words(1))[0]).toEqual(['x'])
})

test('within a transaction every read is made', async () => {
  await database.db.transaction(async tx => {
    await readWord(tx as unknown as Database, 1)
    await readWord(tx as unknown as Database, 1)
  })
  expect(reads).toBe(2)
})

test('the oldest beyond the limit is dropped; a read that failed is not kept', async () => {
  await words(1, 2)
  await words(3)
  await words(1)
  expect(reads).toBe(4)
  let failures = 0
  const failing = rememberRead(['remembered'], 2, async () => {
    failures++
    throw new Error('away')
  })
  await expect(failing(database.db, 1)).rejects.toThrow('away')
  await expect(failing(database.db, 1)).rejects.toThrow('away')
  expect(failures).toBe(2)
})

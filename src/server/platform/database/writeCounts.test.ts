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

const within = (tx: unknown, id = 1) => readWord(tx as Database, id)

test('within a transaction what was read holds until the transaction writes; what it reads then is not kept', async () => {
  await words(1)
  await database.db.transaction(async tx => {
    expect([await within(tx), reads]).toEqual(['a', 1])
    expect([await within(tx, 2), await within(tx, 2), reads]).toEqual(['b', 'b', 2])
    await tx.execute(sql`update remembered set word = 'x' where id = 1`)
    expect([await within(tx), await within(tx), reads]).toEqual(['x', 'x', 4])
  })
  expect(await words(1)).toEqual([['x'], 5])
})

test('what a transaction wrote and took back is never shown to others', async () => {
  await words(1)
  let during: Promise<unknown> | undefined
  const failed = database.db.transaction(async tx => {
    await tx.execute(sql`update remembered set word = 'x' where id = 1`)
    expect(await within(tx)).toBe('x')
    during = readWord(database.db, 1)
    throw new Error('taken back')
  })
  await expect(failed).rejects.toThrow('taken back')
  expect([await during, (await words(1))[0]]).toEqual(['a', ['a']])
})

test('a transaction does not wait for a read that waits for it', async () => {
  await database.db.transaction(async tx => {
    const outside = readWord(database.db, 2)
    expect(await within(tx, 2)).toBe('b')
    void outside
  })
})

test('a transaction never sees anything but what the table holds, whoever writes around it', async () => {
  const seen: unknown[] = []
  const write = (word: string) => sql`update remembered set word = ${word} where id = 1`
  await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      if (at % 4 === 0) await database.db.execute(write(`s${at}`))
      if (at % 4 === 1) await database.db.transaction(tx => tx.execute(write(`t${at}`)))
      if (at % 4 === 2) await readWord(database.db, 1)
      await database.db.transaction(async tx => {
        const word = await within(tx)
        const { rows } = await tx.execute<{ word: string }>(sql`select word from remembered where id = 1`)
        seen.push([word, rows[0]!.word])
      })
    }),
  )
  expect(seen.filter(one => (one as string[])[0] !== (one as string[])[1])).toEqual([])
  expect(seen.length).toBe(40)
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

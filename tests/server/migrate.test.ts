import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { type Migration, migrationFiles } from '../../src/server/platform/database/migrationFiles.ts'
import { openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { asSuperuser, describeOnEachDatabase, newName, newPostgresDatabase, openBare } from './databases.ts'

const FILES = [
  {
    name: '0001-first',
    sql: 'create table one (n int); insert into one values (1); create function two() returns int language sql as $$ select 2; $$',
    hash: 'a',
  },
  {
    name: '0002-second',
    sql: "alter table one add word text default 'it''s; ok'; -- a comment; with a semicolon",
    hash: 'b',
  },
] as const satisfies readonly Migration[]

describeOnEachDatabase('migrations', (_, { kind }) => {
  test('migrations run once each, in order, and are recorded', async () => {
    const database = await openBare(kind)
    expect(await migrate(database, FILES.slice(0, 1))).toEqual(['0001-first'])
    expect(await migrate(database, FILES)).toEqual(['0002-second'])
    expect(await migrate(database, FILES)).toEqual([])
    expect((await database.db.execute(sql`select n, word, two() from one`)).rows).toEqual([
      { n: 1, word: "it's; ok", two: 2 },
    ])
    expect((await database.db.execute(sql`select name, hash from migration order by name`)).rows).toEqual([
      { name: '0001-first', hash: 'a' },
      { name: '0002-second', hash: 'b' },
    ])
    await database.close()
  })

  test('a migration that fails leaves nothing of its file and everything of those before it', async () => {
    const database = await openBare(kind)
    const broken = { name: '0003-broken', sql: 'create table three (n int); select wrong', hash: 'c' }
    await expect(migrate(database, [...FILES, broken])).rejects.toThrow(
      'migration 0003-broken failed: column "wrong" does not exist',
    )
    expect(
      (
        await database.db.execute(
          sql`select to_regclass('one') is null as one, to_regclass('three') is null as three`,
        )
      ).rows,
    ).toEqual([{ one: false, three: true }])
    expect(await migrate(database, [...FILES, { ...broken, sql: 'create table three (n int)' }])).toEqual([
      '0003-broken',
    ])
    await database.close()
  })

  test('migrationChanged: a migration file changed after it ran is refused', async () => {
    const database = await openBare(kind)
    await migrate(database, FILES)
    await expect(migrate(database, [{ ...FILES[0], hash: 'other' }, FILES[1]])).rejects.toThrow(
      '“0001-first”已经执行过',
    )
    await database.close()
  })

  test('databaseNewer: a database of a newer program is refused', async () => {
    const database = await openBare(kind)
    await migrate(database, FILES)
    await expect(migrate(database, FILES.slice(0, 1))).rejects.toThrow('已有结构变更“0002-second”')
    await database.close()
  })

  test('the migrations of the program run on both databases', async () => {
    const database = await openBare(kind)
    const files = migrationFiles()
    expect(files.map(({ name }) => name)).toEqual(files.map(({ name }) => name).toSorted())
    expect(files.map(({ name }) => Number(name.slice(0, 4)))).toEqual(files.map((_file, at) => at + 1))
    expect(await migrate(database)).toEqual(files.map(({ name }) => name))
    await database.close()
  })
})

test('processes that start together on one PostgreSQL migrate it once, and all find it migrated', async () => {
  const url = await newPostgresDatabase()
  const slow = FILES.map(file => ({ ...file, sql: `select pg_sleep(0.05); ${file.sql}` }))
  const starts = await Promise.all(
    Array.from({ length: 8 }, () => openDatabase({ kind: 'server', url, poolSize: 2 })),
  )
  const ran = await Promise.all(starts.map(database => migrate(database, slow)))
  expect(ran.flat().toSorted()).toEqual(['0001-first', '0002-second'])
  await Promise.all(starts.map(database => database.close()))
})

test('the role of the program reads and writes, and cannot change the trail', async () => {
  const { url, ownerUrl } = await withTwoRoles()
  const database = await openDatabase({ kind: 'server', url, ownerUrl, poolSize: 2 })
  await migrate(database)
  const may = (script: string): Promise<string> =>
    database.db.execute(sql.raw(script)).then(
      () => 'yes',
      (error: { readonly cause?: Error }) => String(error.cause?.message),
    )
  expect(await may(`insert into trail values (1, '', '', '', '', null, null, '{}', '', 'h')`)).toBe('yes')
  expect(await may('select * from trail')).toBe('yes')
  expect(await may(`insert into setting (key, value) values ('k', '1')`)).toBe('yes')
  expect(await may(`update setting set value = '2'`)).toBe('yes')
  expect(await may('update trail_head set seq = 1')).toBe('yes')
  expect(await may('delete from setting')).toBe('yes')
  for (const forbidden of [
    `update trail set actor = 'x'`,
    'delete from trail',
    'truncate trail',
    'alter table trail disable trigger all',
    'drop table trail',
    'delete from trail_head',
    'truncate trail_head',
    "insert into trail_head values (2, 0, '')",
    `update migration set hash = 'x'`,
    'delete from migration',
    'create table mine (n int)',
    'set session_replication_role = replica',
  ]) {
    expect(await may(forbidden), forbidden).toMatch(/permission denied|must be owner/)
  }
  expect(await migrate(database), 'a second start needs no owner').toEqual([])
  await database.close()
})

test('migrationForbidden: a role that cannot create tables is told to use the owner', async () => {
  const { url } = await withTwoRoles()
  const database = await openDatabase({ kind: 'server', url, poolSize: 1 })
  await expect(migrate(database)).rejects.toThrow(/数据库用户“.*DATABASE_OWNER_URL/)
  await database.close()
})

/** A database whose owner is one role, and another that may only connect. */
async function withTwoRoles(): Promise<{ readonly url: string; readonly ownerUrl: string }> {
  const base = new URL(await newPostgresDatabase())
  const [owner, app] = [await newName(), await newName()]
  await asSuperuser(
    base.href,
    `create role ${owner} login password 'o'; create role ${app} login password 'a';
     alter database ${base.pathname.slice(1)} owner to ${owner}; alter schema public owner to ${owner}`,
  )
  const as = (user: string, password: string): string =>
    Object.assign(new URL(base.href), { username: user, password }).href
  return { url: as(app, 'a'), ownerUrl: as(owner, 'o') }
}

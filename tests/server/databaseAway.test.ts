import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isDatabaseAway } from '../../src/server/platform/database/isDatabaseAway.ts'
import { openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { asSuperuser, newPostgresDatabase } from './databases.ts'

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    error => error as unknown,
  )

test('when PostgreSQL goes away the user is told, and when it returns the pool continues', async () => {
  const url = await newPostgresDatabase()
  const line = await openLine(url)
  const database = await openDatabase({ kind: 'server', url: line.url, poolSize: 4 })
  await database.run('create table t (n int)')
  await Promise.all([1, 2, 3].map(n => database.db.execute(sql`insert into t values (${n})`)))

  const cut = database.db.transaction(async tx => {
    await tx.execute(sql`insert into t values (4)`)
    line.cut()
    await tx.execute(sql`insert into t values (5)`)
  })
  expect(isDatabaseAway(await caught(cut))).toBe(true)
  expect(isDatabaseAway(await caught(database.db.execute(sql`select 1`)))).toBe(true)

  await line.mend()
  const { rows } = await database.db.execute(sql`select n from t order by n`)
  expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  await database.close()
  line.cut()
})

test('connections ended by the server, idle or busy, are replaced', async () => {
  const url = await newPostgresDatabase()
  const database = await openDatabase({ kind: 'server', url, poolSize: 2 })
  const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  const working = caught(database.db.execute(sql`select pg_sleep(20)`))
  await expect
    .poll(
      async () =>
        (
          await database.db.execute(
            sql`select count(*) as n from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid()`,
          )
        ).rows[0],
    )
    .toEqual({ n: 1 })
  await asSuperuser(url, end)
  expect(isDatabaseAway(await working)).toBe(true)
  // The end of the idle one may not have been heard yet: whoever asks first hears it instead.
  await expect
    .poll(() => database.db.execute(sql`select 1 as one`).then(({ rows }) => rows, isDatabaseAway))
    .toEqual([{ one: 1 }])
  await database.close()
})

test('databaseUnreachable, databaseAddressWrong: reported at startup, without the password', async () => {
  const url = new URL(await newPostgresDatabase())
  const open = (change: Partial<URL>): Promise<unknown> =>
    openDatabase({ kind: 'server', url: Object.assign(new URL(url.href), change).href })
  await expect(open({ port: '1' })).rejects.toThrow('拒绝连接')
  await expect(open({ password: 'geheim' })).rejects.toThrow('用户名或密码不对')
  await expect(open({ password: 'geheim' })).rejects.not.toThrow('geheim')
  await expect(open({ pathname: '/nowhere' })).rejects.toThrow('没有这个数据库')
  await expect(openDatabase({ kind: 'server', url: 'mysql://localhost/x' })).rejects.toMatchObject({
    refusal: { code: 'databaseAddressWrong' },
  })
  await expect(openDatabase({ kind: 'server', url: 'localhost' })).rejects.toMatchObject({
    refusal: { code: 'databaseAddressWrong' },
  })
})

/** A line to the server that can be cut and mended. */
async function openLine(url: string): Promise<{ readonly url: string; cut(): void; mend(): Promise<void> }> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const make = () =>
    createServer(near => {
      const far = connect(Number(target.port), target.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one
          .on('error', () => {})
          .on('close', () => other.destroy())
          .pipe(other)
      }
    })
  let server = make()
  const listen = (port: number): Promise<void> =>
    new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as { readonly port: number }
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    cut: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      server = make()
      return listen(port)
    },
  }
}

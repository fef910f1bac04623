import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { createPublicApp } from '../../../src/server/app.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openSite } from '../../../src/server/platform/database/openSite.ts'
import { asSuperuser, newName, newPostgresDatabase, openEmpty } from '../databases.ts'
import { openOffice } from '../office.ts'
import { layYears } from './layYears.ts'

const opened: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

async function layServer() {
  const url = await newPostgresDatabase()
  const role = await newName()
  await asSuperuser(url, `create role ${role} login password 'site'`)
  const database = await openDatabase({ kind: 'server', url })
  opened.push(database)
  await migrate(database)
  await layYears(database)
  const own = new URL(url)
  own.username = role
  own.password = 'site'
  return { database, role, url: own.href }
}

test('四（六） the role of the public port reads released pages and comments that were read, writes comments below them, and nothing else', async () => {
  const { database, role, url } = await layServer()
  const site = await openSite(database, url)
  opened.push(site)
  const read = async (query: string) => (await site.db.execute(sql.raw(query))).rows
  expect(await read('select year from site_publication')).toEqual([{ year: 2018 }])
  expect(await read('select name from site_unit')).toEqual([{ name: '单位2018' }])
  expect(await read('select standing, wrote, name from site_comment order by number')).toEqual([
    { standing: 'shown', wrote: '原文shown', name: '人shown' },
    { standing: 'withheld', wrote: '', name: null },
  ])
  const { rows: tables } = await database.db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  expect(tables.length).toBeGreaterThan(50)
  for (const { name } of tables)
    await expect(read(`select * from "${name}"`), name).rejects.toMatchObject({ cause: { code: '42501' } })

  // The whole site works as this role, comments come in, and only below a page that is published.
  const office = await openOffice(database)
  opened.push(office)
  const app = await createPublicApp({ ...office.context, database: site, db: site.db })
  opened.push({ close: () => app.close() })
  expect((await app.inject({ url: '/public/2018/U1' })).body).toMatch(/示范州考核办[^]*等次2018[^]*原文shown/)
  expect((await app.inject({ url: '/public/2017/U1' })).statusCode).toBe(404)
  const send = (year: number, url: string, body: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url: `/public/${year}/U1/${url}`,
      headers: FORM,
      payload: new URLSearchParams(body).toString(),
    })
  const token = randomUUID()
  for (const _twice of [1, 2])
    expect((await send(2018, 'comments', { wrote: '窗口没有人', token })).statusCode).toBe(303)
  expect((await send(2017, 'comments', { wrote: '窗口没有人' })).statusCode).toBe(404)
  const [{ id }] = (await read("select id from site_comment where standing = 'shown'")) as [{ id: string }]
  expect((await send(2018, 'report', { comment: id })).statusCode).toBe(303)
  const { rows } = await database.db.execute(
    sql`select standing, abuse from public_comment where year = 2018 order by number`,
  )
  expect(rows).toEqual([
    { standing: 'held', abuse: 0 },
    { standing: 'shown', abuse: 1 },
    { standing: 'withheld', abuse: 0 },
    { standing: 'held', abuse: 0 },
  ])
  const values = (year: number, standing: string) =>
    `(gen_random_uuid(), ${year}, 'U1', '2018-12-24', 'x', 'h', 'site', '${standing}')`
  for (const row of [values(2017, 'held'), values(2018, 'shown')])
    await expect(
      read(`insert into site_new_comment (id, year, unit, day, wrote, hash, way, standing) values ${row}`),
    ).rejects.toMatchObject({ cause: { code: '44000' } })

  // A role that may see more does not get to the port.
  await database.run(`grant select on problem to ${role}`)
  await expect(openSite(database, url)).rejects.toMatchObject({ refusal: { code: 'databaseSiteRole' } })
})

test('the public port serves the site and nothing else: no sign-in, no interface, no page of the office', async () => {
  const database = await openEmpty('PGlite')
  await layYears(database)
  const office = await openOffice(database)
  opened.push(office)
  const app = await createPublicApp(office.context)
  opened.push({ close: () => app.close() })
  expect((await app.inject({ url: '/' })).headers['location']).toBe('/public')
  for (const url of [
    '/api/health',
    '/api/openapi.json',
    '/api/session',
    '/api/years/2018/ranking',
    '/2018',
    '/vote',
  ])
    expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 404])
  for (const url of ['/public', '/public/2018', '/public/2018/U1', '/public/2018/U2', '/public/x/y/z']) {
    const { headers, body } = await app.inject({ url })
    expect(headers['set-cookie'], url).toBeUndefined()
    expect(headers['content-security-policy'], url).toMatch(/^default-src 'none'/)
    expect(body, url).not.toMatch(/<script|src=|url\(|@import|<link/)
  }
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cleanText } from '../../../src/server/rooms/publish/site/cleanText.ts'
import { createFloodGate } from '../../../src/server/rooms/publish/site/floodGate.ts'
import { LONG, startWatch } from '../../longRun.ts'
import { openEmpty } from '../databases.ts'
import { type Office, openOffice } from '../office.ts'
import { layYear, layYears } from './layYears.ts'

let office: Office

beforeAll(async () => {
  const database = await openEmpty('PGlite')
  await layYears(database)
  // Released, too: one whose first day is to come, one whose last is past.
  await layYear(database, 2016, { released: true, from: '2019-01-02', to: '2019-01-09' })
  await layYear(database, 2015, { released: true, from: '2018-11-01', to: '2018-11-30' })
  office = await openOffice(database)
})

afterAll(() => office.close())

const FORM = 'application/x-www-form-urlencoded'

const get = (url: string) => office.app.inject({ url })

const post = (payload: string, headers: Readonly<Record<string, string>> = {}) =>
  office.app.inject({
    method: 'POST',
    url: '/public/2018/U1/comments',
    headers: { 'content-type': FORM, ...headers },
    payload,
  })

test.each<[string, string, string]>([
  ['marks that turn the direction', 'a\u202eb\u2066c\u200fd', 'abcd'],
  ['zero-width and invisible letters', '\u200b\u200d\ufeff\u2060\u3164\u115f\u2800\u00ad\u034f\u{e0041}', ''],
  ['control characters', 'a\0\u0007\u001bb\u009fc', 'abc'],
  ['heaps of accents', `好${'\u0301'.repeat(200)}`, '好\u0301\u0301\u0301'],
  ['many lines', 'a\r\n\r\n \u3000\n\n\n\nb', 'a\n\nb'],
  ['spaces without end', `a${' \t'.repeat(100_000)}b${' '.repeat(100_000)}\n`, `a${' \t'.repeat(100_000)}b`],
  ['accents that change places', `a${'\u0316\u0301'.repeat(100_000)}`, 'á\u0316\u0316'],
])('a text of anybody loses %s, at once', (_what, text, clean) => {
  const spent = startWatch()
  expect(cleanText(text) === clean, cleanText(text).slice(0, 99)).toBe(true)
  expect(spent()).toBeLessThan(2000)
})

test('1,000 comments a minute from as many addresses: 200 come in; of one network 20 in ten minutes', () => {
  let at = Date.parse('2018-12-24T08:00:00Z')
  const gate = createFloodGate(
    () => new Date(at),
    () => 'salt',
  )
  const of = (address: (n: number) => string) =>
    Array.from({ length: 1000 }, (_, n) => gate(address(n))).filter(Boolean).length
  expect(of(n => `10.1.${n >> 8}.${n & 255}`)).toBe(200)
  at += 60_000
  expect(of(n => `2001:db8:1:2:${n.toString(16)}::1`)).toBe(20)
  expect(of(() => '::ffff:10.2.0.1')).toBe(20)
  at += 10 * 60_000
  expect(of(n => `2001:db8::${n.toString(16)}`)).toBe(20)
})

test('an address typed with a slash at its end, or left by a form that was refused, leads to the page', async () => {
  for (const [typed, bare] of [
    ['/public/', '/public'],
    ['/public/2018/', '/public/2018'],
    ['/public/2018/U1/?page=1', '/public/2018/U1?page=1'],
  ]) {
    const answer = await get(typed!)
    expect([answer.statusCode, answer.headers.location]).toEqual([301, bare])
  }
  // One at the end of what is searched for belongs to it.
  expect((await get('/public/2018?q=A/')).statusCode).toBe(200)
  const refused = await get('/public/2018/U1/comments')
  expect([refused.statusCode, refused.headers.location]).toEqual([303, '/public/2018/U1#board'])
})

test('a comment with script is shown as text; what is too long, empty or of another encoding is refused in words, never by a fault', async () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;'
  const typed = new URLSearchParams({ wrote: script, name: '<b>x</b>' })
  expect((await post(typed.toString())).statusCode).toBe(303)
  await office.context.database.run("update public_comment set standing = 'shown' where name like '<b>%'")
  const { body: page } = await get('/public/2018/U1')
  expect(page).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;&quot;&#39;&amp;amp;',
  )
  expect(page).not.toMatch(/<script|<img|<b>/)

  const said = async (payload: string, type = FORM) => {
    const { statusCode, body } = await post(payload, { 'content-type': type })
    return [statusCode, /<p class="(?:fault|note)"[^>]*>\s*([^<]*)/.exec(body)?.[1]]
  }
  const unread = [400, expect.stringContaining('内容无法识读')]
  const empty = [422, expect.stringContaining('没有内容')]
  // 100,000 characters come back, to be shortened; the answer opens at the form, where the reason stands.
  const long = await post(new URLSearchParams({ wrote: '长'.repeat(100_000) }).toString())
  expect(long.statusCode).toBe(422)
  expect(long.body).toContain('留言最多1000字，多了99000字')
  expect(long.body).toContain('长'.repeat(100_000))
  expect(long.body).toContain('action="/public/2018/U1/comments#board"')
  expect(await said(`wrote=${encodeURIComponent('长'.repeat(200_000))}`)).toEqual([
    413,
    expect.stringContaining('超过上限 1000字'),
  ])
  expect(await said('wrote=%C4%E3%BA%C3', `${FORM}; charset=gbk`)).toEqual(unread)
  expect(await said('wrote=%')).toEqual(unread)
  expect((await said('wrote=%E4%BD%A0', `${FORM}; charset=utf-8`))[0]).toBe(303)
  expect(await said('wrote=%E3%85%A4%E2%80%8B')).toEqual(empty)
  expect(await said('{"wrote":"x"}', 'application/json')).toEqual(empty)
  expect(await said('x', 'multipart/form-data; boundary=x')).toEqual([
    400,
    expect.stringContaining('请用页面提交'),
  ])
  // A page of another site cannot write here.
  expect((await post('wrote=x', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(400)
})

test('publicationOver, publicationNone: what was written too late, or while the database is away, is given back with what to do', async () => {
  const late = async (year: number) => {
    const { statusCode, body } = await office.app.inject({
      method: 'POST',
      url: `/public/${year}/U1/comments`,
      headers: { 'content-type': FORM },
      payload: new URLSearchParams({ wrote: '等了<两个>小时' }).toString(),
    })
    return [statusCode, /role="alert">([^<]*)/.exec(body)?.[1], /readonly>([^<]*)/.exec(body)?.[1]]
  }
  const kept = '等了&lt;两个&gt;小时'
  expect(await late(2015)).toEqual([404, expect.stringContaining('2015年度的公示已经期满'), kept])
  for (const year of [2016, 2017])
    expect(await late(year)).toEqual([404, expect.stringContaining('没有正在公示'), kept])
  expect((await get('/public/2015/U1')).body).toContain('公示期2018年11月1日至2018年11月30日')
  const { db } = office.context
  const lost = Object.assign(new Error('lost'), { code: 'ECONNREFUSED' })
  const away = vi.spyOn(db, 'select').mockImplementation(() => {
    throw lost
  })
  expect(await late(2018)).toEqual([503, expect.stringContaining('连不上数据库'), kept])
  away.mockRestore()
})

test('a form sent twice is one comment, with another text another; the office can list it whatever token came with it', async () => {
  const token = 'ffffffff-ffff-0000-0000-fffffffffff0'
  const send = (wrote: string) => post(new URLSearchParams({ wrote, token }).toString())
  for (const wrote of ['同一条', '同一条', '改写的一条']) expect((await send(wrote)).statusCode).toBe(303)
  const { rows } = await office.context.database.db.execute(
    sql`select wrote from public_comment where wrote in ('同一条', '改写的一条') order by number`,
  )
  expect(rows).toEqual([{ wrote: '同一条' }, { wrote: '改写的一条' }])
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  expect((await committee.ask('GET /api/years/2018/comments')).status).toBe(200)
})

test('no address leads past what is published: years, units, pages and encodings of all kinds', async () => {
  const years = [
    '2017',
    '2016',
    '2015',
    '20180',
    '02018',
    '2018.0',
    '+2018',
    '2e3',
    '-1',
    '9999',
    '2018%00',
    '２０１８',
  ]
  const units = ['', 'U1', 'U2', 'u1', 'U1%20', 'U1%00', 'U1%2F..', '..%2FU1', 'U1%2FU2', '%', "U1'--", '*']
  for (const year of ['2018', '%32018', ...years.map(encodeURI)])
    for (const unit of [...units, 'a'.repeat(150)])
      for (const at of [`/public/${year}/${unit}`, `/public/${year}/${unit}?page=2&paper=A3&q=%00`]) {
        const { statusCode, body, headers } = await get(at)
        expect(statusCode, at).toBeLessThan(500)
        expect(headers['set-cookie'], at).toBeUndefined()
        expect(body, at).not.toMatch(/(?:等次|单位)201[567]|原文held|原文withheld|人withheld/)
        if (statusCode === 200) expect(at).toMatch(/^\/public\/(2018|%32018)\/(U1(%00)?)?(\?|$)/)
      }
  // An address that was cut short is answered in words, as a browser shows them.
  const cut = await get('/public/2018/%F0%9F')
  expect([cut.statusCode, cut.headers['content-type'], cut.body]).toEqual([
    400,
    'text/plain; charset=utf-8',
    '地址不完整或太长，请重新复制完整的地址',
  ])
  for (const page of ['0', '-1', '999999999999', 'x', '1e9'])
    expect((await get(`/public/2018/U1?page=${page}`)).body).toContain('原文shown')
  // Below a year that was not released nothing is written either.
  const written = async () =>
    (
      await office.context.database.db.execute(
        sql`select * from public_comment where year <> 2018 order by id`,
      )
    ).rows
  const before = await written()
  for (const year of ['2015', '2016', '2017', '%32017'])
    for (const [what, payload] of [
      ['comments', 'wrote=x'],
      ...before.map(({ id }) => ['report', `comment=${String(id)}`] as const),
    ] as const) {
      const url = `/public/${year}/U1/${what}`
      await office.app.inject({ method: 'POST', url, headers: { 'content-type': FORM }, payload })
    }
  expect(await written()).toEqual(before)
})

test('10,000 comments of one unit: any page of them at once, the office lists and searches them', async () => {
  await office.context.database.run(`
    insert into public_comment (id, year, unit, day, wrote, hash, name, way, standing)
    select gen_random_uuid(), 2018, 'U1', '2018-12-24', repeat('办事窗口排队的时间长。', 20) || n, 'h', '人' || n,
      'site', case when n % 10 = 0 then 'held' else 'shown' end
    from generate_series(1, 10000) n`)
  await office.context.database.db.execute(sql`analyze public_comment`)
  const committee = await office.someone('kaohe2', [{ role: 'committee' }])
  const list = '/api/years/2018/comments?page=0&search='
  const { body } = await committee.ask(`GET ${list}${encodeURIComponent('长。9999')}`)
  expect(body).toMatchObject({ comments: [{ name: '人9999' }], paging: { found: 1 } })
  const timed = async (act: () => Promise<unknown>) => {
    const times: number[] = []
    for (let n = 0; n < 5; n++) {
      const spent = startWatch()
      await act()
      times.push(spent())
    }
    return Math.min(...times)
  }
  const took = {
    first: await timed(() => get('/public/2018/U1')),
    last: await timed(() => get('/public/2018/U1?page=180')),
    list: await timed(() => committee.ask(`GET ${list}`)),
    sought: await timed(() => committee.ask(`GET ${list}9999`)),
  }
  const bare = await timed(() =>
    office.context.database.db.execute(sql`select * from public_comment
      where year = 2018 and unit = 'U1' and standing <> 'held' order by number desc limit 50`),
  )
  if (LONG) console.log('a page of comments, in ms', took, 'a bare select of it', bare)
  for (const [what, ms] of Object.entries(took))
    expect(ms, `${what} ${JSON.stringify(took)}`).toBeLessThan(LONG ? 300 : 1500)
})

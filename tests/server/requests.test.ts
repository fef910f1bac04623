import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineRoutes } from '../../src/contract/http/route.ts'
import { refuse } from '../../src/domain/kernel/refusal.ts'
import { type Actor, SYSTEM_ACTOR } from '../../src/server/platform/access/actor.ts'
import { trail } from '../../src/server/platform/change/trail.tables.ts'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { createHttpServer } from '../../src/server/platform/http/createHttpServer.ts'
import { serveRoutes } from '../../src/server/platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../src/server/platform/http/uploadedBytes.ts'
import { ThreadGaveUp } from '../../src/server/platform/threads/threads.ts'
import type { AppContext } from '../../src/server/platform/appContext.ts'
import { memoryFiles } from './memoryFiles.ts'
import { memoryDrafts } from './memoryDrafts.ts'
import { memoryKeys } from './memoryKeys.ts'
import { openEmpty } from './databases.ts'

const routes = defineRoutes({
  'POST /api/trial/notes': {
    summary: '记一笔',
    admits: 'configure',
    body: z.strictObject({ text: z.string().min(1).max(50) }),
    answer: z.strictObject({ number: z.int() }),
  },
  'GET /api/trial/years/:year/units/:unit': {
    summary: '看一个单位',
    admits: 'readUnitResult',
    answer: z.strictObject({ unit: z.string() }),
  },
  'GET /api/trial/fault/:name': { summary: '出错', admits: 'signedIn', answer: z.null() },
  'GET /api/trial/paper': { summary: '下载', admits: 'configure', file: true },
  'POST /api/trial/upload': {
    summary: '上传',
    admits: 'configure',
    upload: true,
    readOnly: true,
    answer: z.strictObject({ bytes: z.int() }),
  },
  'POST /api/trial/long': {
    summary: '长文',
    admits: 'configure',
    readOnly: true,
    bodyKilobytes: 300,
    body: z.strictObject({ text: z.string() }),
    answer: z.literal('ok'),
  },
  'GET /api/trial/open': { summary: '任何人', admits: 'anyone', answer: z.literal('ok') },
})

let database: OpenDatabase
let app: FastifyInstance
let actor: Actor | undefined
let released = false
let written = 0

const committee: Actor = { ...SYSTEM_ACTOR, id: 'a1', name: '示清', grants: [{ role: 'committee' }] }
const unit: Actor = { ...SYSTEM_ACTOR, id: 'a2', name: '示文', grants: [{ role: 'unit', unit: 'U2' }] }
const lead: Actor = { ...SYSTEM_ACTOR, id: 'a3', name: '示和', grants: [{ role: 'leadUnit', unit: 'U1' }] }

beforeAll(async () => {
  database = await openEmpty('PGlite')
  const context: AppContext = {
    database,
    db: database.db,
    now: () => new Date('2018-12-21T08:00:00Z'),
    today: () => '2018-12-21',
    newId: randomUUID,
    demo: false,
    version: '0',
    years: {
      isReleased: async () => released,
      groupOf: async () => ['U1', 'U2'],
      nameOf: async () => '州林业局',
    },
    files: memoryFiles(),
    keys: memoryKeys(),
    checkerPage: async () => undefined,
    drafts: memoryDrafts(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  app = await createHttpServer(context, async () => actor)
  serveRoutes(app, routes, {
    'POST /api/trial/notes': ({ body, change }) =>
      change(async tx => {
        if (body.text === '不行') return refuse('notFound', { what: '此事' })
        await tx.execute(sql`insert into setting (key, value) values (${body.text}, '1')`)
        const event = { kind: 'settingChanged', values: { setting: body.text, from: '', to: '1' } } as const
        return { answer: { number: ++written }, events: [event] }
      }),
    'GET /api/trial/years/:year/units/:unit': ({ raw }) => ({ unit: (raw.params as { unit: string }).unit }),
    'GET /api/trial/fault/:name': ({ raw }) => {
      const { name } = raw.params as { name: string }
      if (name === 'bug') throw new Error('秘密')
      if (name === 'file') throw new ThreadGaveUp('秘密')
      throw Object.assign(new Error('x'), { code: name })
    },
    'GET /api/trial/paper': () => ({
      name: '成绩.txt',
      type: 'text/plain',
      content: Readable.from(['九十', '五']),
    }),
    'POST /api/trial/upload': ({ raw }) => ({ bytes: uploadedBytes(raw).length }),
    'POST /api/trial/long': () => 'ok' as const,
    'GET /api/trial/open': () => 'ok' as const,
  })
})

afterAll(async () => {
  await app.close()
})

beforeEach(() => {
  actor = committee
  released = false
})

function post(payload: unknown, key: string | undefined = randomUUID()) {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  return app.inject({
    method: 'POST',
    url: '/api/trial/notes',
    headers,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
}

async function linesAbout(text: string): Promise<number> {
  const lines = await database.db.select().from(trail)
  return lines.filter(line => line.values['setting'] === text).length
}

test('repeating a request with the same key and body returns the same answer and writes once; a different body is refused', async () => {
  const key = randomUUID()
  const first = await post({ text: '甲' }, key)
  const again = await post({ text: '甲' }, key)
  expect([first.statusCode, again.statusCode, again.json()]).toEqual([200, 200, first.json()])
  expect(await linesAbout('甲')).toBe(1)
  expect((await post({ text: '乙' }, key)).json()).toMatchObject({ code: 'idempotencyKeyReused' })
  expect(await linesAbout('乙')).toBe(0)
})

test('two concurrent requests with one key write once', async () => {
  const key = randomUUID()
  const answers = await Promise.all([
    post({ text: '同' }, key),
    post({ text: '同' }, key),
    post({ text: '同' }, key),
  ])
  expect(new Set(answers.map(answer => answer.body)).size).toBe(1)
  expect(await linesAbout('同')).toBe(1)
})

test('a refused request stores no state, no trail line and no key', async () => {
  const key = randomUUID()
  expect((await post({ text: '不行' }, key)).json()).toMatchObject({
    code: 'notFound',
    message: '没有找到此事；可能已被删除，请返回列表刷新后再试',
  })
  expect(await linesAbout('不行')).toBe(0)
  expect((await post({ text: '行' }, key)).statusCode).toBe(200)
})

test('a write without an idempotency key is refused', async () => {
  expect(
    (await app.inject({ method: 'POST', url: '/api/trial/notes', payload: { text: '丙' } })).json(),
  ).toMatchObject({
    code: 'idempotencyKeyMissing',
  })
})

test.each([
  ['an unknown field', { text: '丁', extra: 1 }, '页面与服务器的版本不一致'],
  ['a wrong type', { text: 5 }, '不合要求'],
  ['NUL', { text: 'a\0b' }, '空字符'],
  ['half a character', { text: 'a\ud800b' }, '不完整'],
  ['broken JSON', '{"text":', '无法识读'],
  ['no body', '', '无法识读'],
  ['a list too long for any input', `{"text":[${'0,'.repeat(6000)}0]}`, '一次提交的内容太多'],
  ['too many parts', `{"text":[${`[${'[],'.repeat(4900)}[]],`.repeat(5)}0]}`, '一次提交的内容太多'],
  ['nesting without end', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, '嵌套'],
])('%s is refused in a clerk’s words', async (_name, payload, says) => {
  const answer = await post(payload)
  expect(answer.json()).toMatchObject({ code: 'inputInvalid', message: expect.stringContaining(says) })
  expect(answer.statusCode).toBe(400)
})

test('bodyTooLarge: 100 KB unless the route takes more, and the sentence names its own limit', async () => {
  const long = (kilobytes: number) =>
    app.inject({ method: 'POST', url: '/api/trial/long', payload: { text: 'x'.repeat(kilobytes * 1024) } })
  const answer = await post({ text: 'x'.repeat(100 * 1024) })
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'bodyTooLarge'])
  expect(answer.json().message).toContain('100 KB')
  expect((await long(290)).statusCode).toBe(200)
  expect((await long(300)).json().message).toContain('300 KB')
})

test.each(['text/plain', 'application/json', 'application/xml', 'application/octet-streams'])(
  'an upload takes the bytes of a file, not %s',
  async type => {
    const send = (sent: string) =>
      app.inject({
        method: 'POST',
        url: '/api/trial/upload',
        headers: { 'content-type': sent },
        payload: '["文件"]',
      })
    expect((await send(type)).json()).toMatchObject({ code: 'inputInvalid' })
    expect((await send('application/octet-stream')).json()).toEqual({ bytes: 10 })
  },
)

test('HEAD of a download answers as GET does, without its body and without an idempotency key', async () => {
  const [head, get] = [
    await app.inject({ method: 'HEAD', url: '/api/trial/paper' }),
    await app.inject('/api/trial/paper'),
  ]
  expect([head.statusCode, head.body, get.body]).toEqual([200, '', '九十五'])
  expect(head.headers['content-disposition']).toBe(get.headers['content-disposition'])
  expect(head.headers['content-type']).toBe(get.headers['content-type'])
})

test.each([
  '/api/trial/years/%E4%B8',
  '/api/trial/years/2018/units/%',
  `/api/trial/fault/${'9'.repeat(300)}`,
])('an address that is cut or too long is refused in Chinese: %s', async url => {
  const answer = await app.inject(url)
  expect(answer.json()).toMatchObject({ code: 'inputInvalid', message: expect.stringContaining('地址') })
  expect(answer.statusCode).toBe(400)
})

test('NUL in a path or a query is refused before anybody is looked up', async () => {
  actor = undefined
  for (const url of ['/api/trial/years/2018/units/%00', '/api/trial/open?q=a%00b'])
    expect((await app.inject(url)).json()).toMatchObject({
      code: 'inputInvalid',
      message: expect.stringContaining('空字符'),
    })
})

test('a refusal says who is allowed: notSignedIn, notAllowed, passwordMustChange', async () => {
  actor = undefined
  expect((await post({ text: '戊' })).json()).toMatchObject({ code: 'notSignedIn' })
  actor = unit
  expect((await post('{broken')).json()).toMatchObject({
    code: 'notAllowed',
    message: expect.stringContaining('组织考核者、系统管理员'),
  })
  actor = { ...committee, mustChangePassword: true }
  expect((await post({ text: '戊' })).json()).toMatchObject({ code: 'passwordMustChange' })
  expect((await app.inject('/api/trial/open')).statusCode).toBe(200)
})

test('after release a unit sees itself and a lead unit its members; nobody sees other units', async () => {
  const look = async (who: Actor, id: string) => {
    actor = who
    const answer = await app.inject(`/api/trial/years/2018/units/${id}`)
    return answer.statusCode === 200 ? 'seen' : answer.json().code
  }
  expect(await look(unit, 'U2')).toBe('notReleased')
  released = true
  expect(await look(unit, 'U2')).toBe('seen')
  expect(await look(unit, 'U1')).toBe('outOfReach')
  expect(await look(lead, 'U2')).toBe('seen')
  expect(await look(lead, 'U9')).toBe('outOfReach')
  expect(await look(committee, 'U9')).toBe('seen')
})

test.each([
  ['bug', 500, 'internalFault'],
  ['file', 422, 'fileTooMuch'],
  ['ECONNREFUSED', 503, 'databaseAway'],
  ['ENOSPC', 507, 'diskFull'],
])('%s answers %i with a sentence and no internal terms', async (name, status, code) => {
  const answer = await app.inject(`/api/trial/fault/${name}`)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  expect(answer.body).not.toContain('秘密')
})

test('an unknown address answers noSuchPage; a write from another site is refused', async () => {
  expect((await app.inject('/api/nothing')).json()).toMatchObject({ code: 'noSuchPage' })
  const foreign = await app.inject({
    method: 'POST',
    url: '/api/trial/notes',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { text: '己' },
  })
  expect(foreign.json()).toMatchObject({ code: 'inputInvalid', message: expect.stringContaining('别的网站') })
})

test.each([
  ['its own address', 'http://kaohe.example:8018', 'kaohe.example:8018', 200],
  ['a proxy that drops the port', 'https://kaohe.example:8443', 'kaohe.example', 200],
  ['another port of the same host', 'http://kaohe.example:9', 'kaohe.example:8018', 400],
  ['another host', 'https://evil.example', 'kaohe.example', 400],
  ['a host whose name begins alike', 'https://kaohe.example.evil.example', 'kaohe.example', 400],
  ['no site that can be named', 'null', 'kaohe.example', 400],
])('without sec-fetch-site the Origin of a write is compared: %s', async (_name, origin, host, status) => {
  const headers = { origin, host, 'idempotency-key': randomUUID() }
  const answer = await app.inject({
    method: 'POST',
    url: '/api/trial/notes',
    headers,
    payload: { text: randomUUID() },
  })
  expect(answer.statusCode).toBe(status)
})

test('over https browsers are told to stay there; X-Forwarded-Proto counts only from a known proxy', async () => {
  const ask = async (remoteAddress: string) =>
    (await app.inject({ url: '/api/trial/open', remoteAddress, headers: { 'x-forwarded-proto': 'https' } }))
      .headers['strict-transport-security']
  expect(await ask('127.0.0.1')).toBe('max-age=31536000')
  expect(await ask('192.0.2.7')).toBeUndefined()
})

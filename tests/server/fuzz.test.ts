import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../../src/contract/http/route.ts'
import { routes } from '../../src/contract/http/routes.ts'
import { type DemoOffice, openDemoOffice, roles, type Who } from './demoOffice.ts'
import { inputFor, nasty } from './madeInput.ts'
import { accessTable } from '../../src/server/platform/access/accessTable.ts'
import { LONG, sized } from '../longRun.ts'

let demo: DemoOffice
let known: readonly string[]

beforeAll(async () => {
  demo = await openDemoOffice()
  const { db } = demo.office.context
  const victim = await demo.office.account('victim', [{ role: 'unit', unit: demo.units.member }])
  const { rows } = await db.execute<{
    id: string
  }>(sql`(select id::text from fact limit 3) union all (select id::text from scheme_version)
    union all (select id from session limit 1)`)
  known = [
    ...Object.values(demo.units),
    victim,
    ...rows.map(row => row.id),
    '2018',
    '2019',
    '1',
    '2018-06-30',
    '一.1',
    'R1',
    'the-unit',
    '单位',
  ]
})

afterAll(() => demo.close())

/** Signing out ends the session that the next request needs. */
const every = (Object.entries(routes) as readonly (readonly [string, Route])[]).filter(
  ([key]) => key !== 'POST /api/session/sign-out',
)

test.each(every.map(([key, route]) => ({ key, route })))(
  'no input brings $key down',
  async ({ key, route }) => {
    const faults: string[] = []
    for (const who of askers(route)) {
      // Who is let in asks more; the others are turned away at the door.
      const isLetIn = (await send(who, key, '2018', undefined, undefined)).status !== 403
      const tries = isLetIn && takesInput(key, route) ? TRIES : 1
      for (const request of fc.sample(requests(route), {
        seed: 2018 + roles.indexOf(who as never),
        numRuns: tries,
      })) {
        const { status, text } = await send(who, key, request.param, request.query, request.body)
        answered.set(status, (answered.get(status) ?? 0) + 1)
        if (status >= 500)
          faults.push(`${status} as ${who}: ${JSON.stringify(request).slice(0, 300)} → ${text.slice(0, 200)}`)
      }
    }
    expect(faults.slice(0, 3)).toEqual([])
  },
)

test('no broken, huge or foreign body and no odd address crashes the server', async () => {
  const { cookie } = demo.people.get('committee')!
  const faults: string[] = []
  const bodies = [
    '{',
    '[1,',
    '"\\ud800"',
    'null',
    '{"a":"\\u0000"}',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    '{"__proto__":{"x":1}}',
    'x'.repeat(1_100_000),
  ]
  const types = [
    'application/json',
    'text/plain',
    'application/xml',
    'application/json; charset=utf-7',
    'multipart/form-data',
    '',
  ]
  const writes = every.filter(([key]) => !key.startsWith('GET'))
  const addresses = [
    '/api/years/%',
    '/api/years/%00',
    '/api/years/2018/units/%2e%2e%2f%2e%2e/result',
    '/api/../../etc/passwd',
    '/api/years/2018/ranking?x[y]=1&x[y]=2',
    `/api/years/${'9'.repeat(5000)}`,
    '/api//session',
    '/api/session?' + '&'.repeat(5000),
    '/api/__proto__',
    '/api/years/2018\\..\\x',
  ]
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    type?: string,
    payload?: string,
  ): Promise<void> => {
    const headers = {
      cookie,
      'idempotency-key': `raw-fuzz-${count++}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    }
    const { statusCode, body } = await demo.office.app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    if (statusCode >= 500)
      faults.push(
        `${statusCode}: ${method} ${url.slice(0, 80)} ${type} ${payload?.slice(0, 30)} → ${body.slice(0, 200)}`,
      )
  }
  for (const [at, [key]] of writes.entries()) {
    const [method, path] = key.split(' ') as ['POST', string]
    const url = path.replace(':year', '2018').replaceAll(/:\w+/g, '1')
    for (const [turn, body] of bodies.slice(0, -1).entries())
      await ask(method, url, types[(at + turn) % types.length], body)
    if (at % 9 === 0) await ask(method, url, 'application/json', bodies.at(-1))
  }
  for (const address of addresses) for (const method of ['GET', 'POST'] as const) await ask(method, address)
  expect(faults.slice(0, 3)).toEqual([])
})

test('some inputs are valid, so the fuzzing reaches past the shape checks', () => {
  const count = (from: number, to: number): number =>
    [...answered].reduce((sum, [status, times]) => sum + (status >= from && status <= to ? times : 0), 0)
  expect(count(200, 200)).toBeGreaterThan(100)
  expect(count(404, 422)).toBeGreaterThan(100)
  expect(count(400, 400)).toBeGreaterThan(100)
})

/** In the long run some 40,000 requests. */
const TRIES = sized(20, 1)
const answered = new Map<number, number>()

/** A route that is the same for everybody is asked by three; another by those who are let in, and by two of the others: the access matrix asks all. */
function askers({ admits }: Route): readonly Who[] {
  if (['anyone', 'newcomer', 'signedIn'].includes(admits)) return ['committee', 'unit', 'nobody']
  const isGiven = (role: Who) => accessTable.some(one => one.role === role && one.action === admits)
  return [...roles.filter(role => LONG || isGiven(role)), 'noRole', 'nobody']
}

function takesInput(key: string, { query, body, upload }: Route): boolean {
  return key.includes('/:') || query !== undefined || body !== undefined || upload === true
}

interface Made {
  readonly param: unknown
  readonly query: unknown
  readonly body: unknown
}

function requests({ query, body, upload }: Route): fc.Arbitrary<Made> {
  return fc.record({
    param: fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, { arbitrary: nasty, weight: 1 }),
    query:
      query === undefined
        ? fc.oneof(fc.constant(undefined), fc.constant({ unknown: '1' }))
        : inputFor(query, known),
    body: upload
      ? fc.oneof(fc.constantFrom('PK not a zip', '', '﻿{', 'a: &a [*a]', '{"a":"\\u0000"}', '<html>', '%PDF-'))
      : body === undefined
        ? fc.constant(undefined)
        : inputFor(body, known),
  })
}

async function send(
  who: Who,
  key: string,
  param: unknown,
  query: unknown,
  body: unknown,
): Promise<{ readonly status: number; readonly text: string }> {
  const [method, path] = key.split(' ') as ['POST', string]
  const year = typeof param === 'string' && /^\d{4}$/.test(param) ? param : '2018'
  const url = path.replace(':year', year).replaceAll(/:\w+/g, () => encode(param)) + queryText(query)
  const { cookie } = demo.people.get(who)!
  const upload = (routes as Readonly<Record<string, Route>>)[key]!.upload === true
  const headers = {
    'idempotency-key': `fuzz-${count++}`,
    'content-type': upload ? 'application/octet-stream' : 'application/json',
    ...(cookie === '' ? {} : { cookie }),
  }
  const { statusCode, body: text } = await demo.office.app.inject({
    method,
    url,
    headers: body === undefined ? { ...headers, 'content-type': undefined } : headers,
    ...(body === undefined ? {} : { payload: upload ? String(body) : JSON.stringify(body) }),
  })
  return { status: statusCode, text }
}

let count = 0

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.isWellFormed() ? encodeURIComponent(text).slice(0, 600) : '%ED%A0%80'
}

function queryText(query: unknown): string {
  if (typeof query !== 'object' || query === null) return query === undefined ? '' : `?${encode(query)}`
  return `?${Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')}`
}

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Action } from '../../src/contract/access/actions.ts'
import { actionNames } from '../../src/contract/access/actions.ts'
import type { Role } from '../../src/contract/access/roles.ts'
import type { Route } from '../../src/contract/http/route.ts'
import { routes } from '../../src/contract/http/routes.ts'
import { accessMatrix } from '../../scripts/accessMatrix.ts'
import { accessTable } from '../../src/server/platform/access/accessTable.ts'
import { type Said } from './office.ts'
import { LONG } from '../longRun.ts'
import { sourceFiles } from '../house/sourceFiles.ts'
import { type DemoOffice, openDemoOffice, roles, type Who } from './demoOffice.ts'

const every = Object.entries(routes) as readonly (readonly [string, Route])[]
const DENIED = ['notAllowed', 'outOfReach', 'notReleased']

/** Whose unit a request is about: that of the lead unit's account, its member's (the unit's account has that one), another, or one that there is not. */
const relations = ['lead', 'member', 'other', 'none'] as const

test('every route is for anyone, for anyone signed in, or for an action that the table grants to some role', () => {
  const given = new Set<string>(accessTable.map(sentence => sentence.action))
  const without = every.filter(
    ([, { admits }]) => !['anyone', 'newcomer', 'signedIn'].includes(admits) && !given.has(admits),
  )
  expect(without.map(([key]) => key)).toEqual([])
})

test('every action is required by a route, or by the handler of one', () => {
  const within = sourceFiles(['src/server']).flatMap(({ text }) =>
    [...text.matchAll(/judgeAccess\(\w+, '(\w+)'\)/g)].map(found => found[1]),
  )
  const asked = new Set<string | undefined>([...every.map(([, { admits }]) => admits), ...within])
  expect(Object.keys(actionNames).filter(action => !asked.has(action))).toEqual([])
})

test('the routes open to anyone are exactly these', () => {
  expect(every.filter(([, { admits }]) => admits === 'anyone').map(([key]) => key)).toEqual([
    'GET /api/health',
    'GET /api/ready',
    'GET /api/session',
    'POST /api/session/sign-in',
    'POST /api/session/sign-out',
    // By slip: the code on it is the right.
    'GET /api/sittings/:code',
    'POST /api/sittings/:code/start',
    'POST /api/sittings/:code/answers',
    // By pairing code: the hall's screen and the convenor's remote. By slip: the voters.
    'POST /api/hall',
    'POST /api/hall/steps',
    'GET /api/vote/meetings/:meeting/reports',
    'GET /api/vote/meetings/:meeting/reports/:unit',
    'POST /api/vote/slip',
    'POST /api/vote/redeem',
    'POST /api/vote/cast',
    'POST /api/vote/kept',
    'GET /api/vote/meetings/:meeting/published',
  ])
})

let demo: DemoOffice

beforeAll(async () => {
  demo = await openDemoOffice()
})

afterAll(() => demo.close())

describe.each([{ released: false }, { released: true }])(
  'the matrix, results released: $released',
  ({ released }) => {
    beforeAll(async () => {
      if (released) await demo.release()
    })

    const ask = (who: Who, key: string, unit: string): Promise<Said> => {
      const [method, path] = key.split(' ') as [string, string]
      const url = path
        .replace(':year', '2018')
        .replace(':unit', unit)
        .replaceAll(/:\w+/g, '7a1c1c1e-0000-4000-8000-000000000000')
      return demo.people
        .get(who)!
        .ask(`${method} ${url}`, method === 'GET' ? {} : { body: { unknown: true } })
    }

    // After the release only what waited for it is asked again.
    const waited = new Set<string>(
      accessTable.filter(sentence => sentence.afterRelease).map(sentence => sentence.action),
    )
    const asked = every
      .filter(([, { admits }]) => admits !== 'anyone' && (!released || waited.has(admits)))
      .map(([key, { admits }]) => ({ key, admits }))

    test.each(asked)('$key', async ({ key, admits }) => {
      expect(await ask('nobody', key, demo.units.lead)).toMatchObject({
        status: 401,
        body: { code: 'notSignedIn' },
      })
      if (admits === 'anyone' || admits === 'newcomer' || admits === 'signedIn') {
        for (const who of [...roles, 'noRole'] as const)
          expect(DENIED).not.toContain((await ask(who, key, demo.units.lead)).body.code)
        return
      }
      const none = await ask('noRole', key, demo.units.lead)
      expect([none.status, none.body.code]).toEqual([403, 'notAllowed'])
      expect(none.body.message).toContain(
        `您的角色（未授予角色）不能${actionNames[admits]}；可以${actionNames[admits]}的是：`,
      )
      for (const role of roles) {
        // Who may not do it at all is told so whatever the unit.
        const isReached = LONG || accessTable.some(one => one.role === role && one.action === admits)
        for (const unit of key.includes(':unit') && isReached ? relations : (['anyUnit'] as const)) {
          const said = await ask(role, key, unit === 'anyUnit' ? '-' : demo.units[unit])
          const expected = judge(role, admits, key, unit)
          expect({
            role,
            unit,
            denied: DENIED.includes(said.body.code ?? '') ? said.body.code : undefined,
          }).toEqual({
            role,
            unit,
            denied: expected,
          })
          if (expected === undefined) expect(said.status).not.toBe(401)
          else expect([said.status, said.body.message]).toEqual([403, expect.stringMatching(/[；]./)])
        }
      }
    })

    /** The table read a second way: sentence by sentence, for one unit. */
    function judge(
      role: Role,
      action: Action,
      key: string,
      unit: (typeof relations)[number] | 'anyUnit',
    ): string | undefined {
      const given = accessTable.filter(sentence => sentence.role === role && sentence.action === action)
      if (given.length === 0) return 'notAllowed'
      const now = given.filter(sentence => !sentence.afterRelease || (released && key.includes(':year')))
      if (now.length === 0) return 'notReleased'
      if (unit === 'anyUnit') return undefined
      const own = role === 'leadUnit' ? 'lead' : 'member'
      const reached = now.some(
        ({ scope }) =>
          scope === 'all' || unit === own || (scope === 'ownGroup' && own === 'lead' && unit === 'member'),
      )
      return reached ? undefined : 'outOfReach'
    }
  },
)

test('docs/access-matrix.md matches the tables (npm run access-matrix)', () => {
  expect(readFileSync(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8')).toBe(accessMatrix())
})

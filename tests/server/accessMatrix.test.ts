import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Action } from '../../src/contract/access/actions.ts'
import { actionNames } from '../../src/contract/access/actions.ts'
import { type Role, roleNames, rolesOfUnits } from '../../src/contract/access/roles.ts'
import type { Route } from '../../src/contract/http/route.ts'
import { routes } from '../../src/contract/http/routes.ts'
import { accessMatrix } from '../../scripts/accessMatrix.ts'
import { accessTable } from '../../src/server/platform/access/accessTable.ts'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { layRoster } from './layRoster.ts'
import { type Office, openOffice, type Said, type Visitor } from './office.ts'

const every = Object.entries(routes) as readonly (readonly [string, Route])[]
const roles = Object.keys(roleNames) as Role[]
const DENIED = ['notAllowed', 'outOfReach', 'notReleased']

/** Whose unit a request is about, seen from the account: its own, one that it leads, another, or one that there is not. */
const relations = {
  own: { lead: 'U1', unit: 'U2' },
  subordinate: { lead: 'U2' },
  other: { lead: 'U3', unit: 'U3' },
  none: { lead: 'U9', unit: 'U9' },
} as const

test('every route is for anyone, for anyone signed in, or for an action that the table gives to some role', () => {
  const given = new Set<string>(accessTable.map(sentence => sentence.action))
  const without = every.filter(([, { admits }]) => !['anyone', 'newcomer', 'signedIn'].includes(admits) && !given.has(admits))
  expect(without.map(([key]) => key)).toEqual([])
})

test('every action is asked for by a route, and the table gives no other', () => {
  const asked = new Set<string>(every.map(([, { admits }]) => admits))
  expect(Object.keys(actionNames).filter(action => !asked.has(action))).toEqual([])
})

test('what anyone at all may ask is this and no more', () => {
  expect(every.filter(([, { admits }]) => admits === 'anyone').map(([key]) => key)).toEqual([
    'GET /api/health',
    'GET /api/ready',
    'GET /api/session',
    'POST /api/session/sign-in',
    'POST /api/session/sign-out',
  ])
})

let database: OpenDatabase

beforeAll(async () => {
  database = await openDatabase({ kind: 'memory' })
  await migrate(database)
})

afterAll(() => database.close())

describe.each([{ released: false }, { released: true }])('the matrix, results released: $released', ({ released }) => {
  let office: Office
  const people = new Map<Role | 'nobody' | 'noRole', Visitor>()

  beforeAll(async () => {
    await database.db.execute('delete from account')
    await database.db.execute('delete from roster_unit')
    await database.db.execute('delete from cycle')
    office = await openOffice(database)
    await layRoster(office.house, { released })
    people.set('nobody', office.visitor())
    people.set('noRole', await office.someone('no-role', []))
    for (const role of roles) {
      const unit = rolesOfUnits.includes(role) ? { unit: role === 'leadUnit' ? 'U1' : 'U2' } : {}
      people.set(role, await office.someone(`the-${role.toLowerCase()}`, [{ role, ...unit }]))
    }
  })

  afterAll(() => office.close())

  const ask = (who: Role | 'nobody' | 'noRole', key: string, unit: string): Promise<Said> => {
    const [method, path] = key.split(' ') as [string, string]
    const url = path.replace(':year', '2018').replace(':unit', unit).replaceAll(/:\w+/g, '7a1c1c1e-0000-4000-8000-000000000000')
    return people.get(who)!.ask(`${method} ${url}`, method === 'GET' ? {} : { body: { unknown: true } })
  }

  const unitsFor = (key: string, role: Role): readonly string[] => {
    if (!key.includes(':unit')) return ['-']
    return Object.values(relations).flatMap(relation => (role === 'leadUnit' ? relation.lead : 'unit' in relation ? relation.unit : []))
  }

  test.each(every.filter(([, { admits }]) => admits !== 'anyone').map(([key, { admits }]) => ({ key, admits })))(
    '$key',
    async ({ key, admits }) => {
      expect(await ask('nobody', key, 'U1')).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
      if (admits === 'anyone' || admits === 'newcomer' || admits === 'signedIn') {
        for (const who of [...roles, 'noRole'] as const) expect(DENIED).not.toContain((await ask(who, key, 'U1')).body.code)
        return
      }
      const none = await ask('noRole', key, 'U1')
      expect([none.status, none.body.code]).toEqual([403, 'notAllowed'])
      expect(none.body.message).toContain(`您的角色（未授予角色）不能${actionNames[admits]}；可以${actionNames[admits]}的是：`)
      for (const role of roles) {
        for (const unit of unitsFor(key, role)) {
          const said = await ask(role, key, unit)
          const expected = judge(role, admits, key, unit)
          expect({ role, unit, denied: DENIED.includes(said.body.code ?? '') ? said.body.code : undefined }).toEqual({
            role,
            unit,
            denied: expected,
          })
          if (expected === undefined) expect(said.status).not.toBe(401)
          else expect([said.status, said.body.message]).toEqual([403, expect.stringMatching(/[；]./)])
        }
      }
    },
  )

  /** The table read a second way: sentence by sentence, for one unit. */
  function judge(role: Role, action: Action, key: string, unit: string): string | undefined {
    const given = accessTable.filter(sentence => sentence.role === role && sentence.action === action)
    if (given.length === 0) return 'notAllowed'
    const now = given.filter(sentence => !sentence.afterRelease || (released && key.includes(':year')))
    if (now.length === 0) return 'notReleased'
    if (unit === '-') return undefined
    const own = role === 'leadUnit' ? 'U1' : 'U2'
    const reached = now.some(({ scope }) => scope === 'all' || unit === own || (scope === 'ownGroup' && own === 'U1' && unit === 'U2'))
    return reached ? undefined : 'outOfReach'
  }
})

test('docs/access-matrix.md is what the tables say (npm run access-matrix)', () => {
  expect(readFileSync(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8')).toBe(accessMatrix())
})

import { expect, test } from 'vitest'
import { openDemoOffice } from '../demoOffice.ts'

test('the explanation and the ranking answer 304 to whoever has them, and anew after a fact', async () => {
  const { people, units, close } = await openDemoOffice()
  const committee = people.get('committee')!
  const paths = [
    `GET /api/years/2018/units/${units.member}/explanation`,
    'GET /api/years/2018/ranking',
  ] as const
  for (const path of paths) {
    const first = await committee.ask(path)
    const tag = String(first.headers['etag'])
    const again = await committee.ask(path, { headers: { 'if-none-match': tag } })
    expect([first.status, again.status, again.text]).toEqual([200, 304, ''])
    expect((await committee.ask(path, { headers: { 'if-none-match': '"another"' } })).text).toBe(first.text)
    const fact = {
      kind: 'findings',
      body: { unit: units.member, row: '四.4', rule: 'lateReturn', count: 1, note: `${path} 迟报一次` },
    }
    expect((await committee.ask('POST /api/years/2018/facts', { body: { fact } })).status).toBe(200)
    const changed = await committee.ask(path, { headers: { 'if-none-match': tag } })
    expect(changed.status).toBe(200)
    expect(changed.text).not.toBe(first.text)
  }
  expect(
    (await people.get('nobody')!.ask(paths[0], { headers: { 'if-none-match': '"x"' } })).status,
    'who may not read it learns nothing',
  ).toBe(401)
  await close()
})

test('rights that are taken and sessions that are ended hold at the next request', async () => {
  const { office, people, close } = await openDemoOffice()
  const path = 'GET /api/years/2018/ranking'
  const clerk = await office.someone('clerk', [{ role: 'committee' }])
  expect((await clerk.ask(path)).status).toBe(200)
  const manager = people.get('securityAdmin')!
  const { accounts } = (await manager.ask('GET /api/accounts')).body as {
    accounts: { id: string; revision: number }[]
  }
  const { revision } = accounts.find(one => one.id === clerk.id)!
  const taken = await manager.ask(`PUT /api/accounts/${clerk.id}/grants`, {
    body: { grants: [], revision },
  })
  expect([taken.status, (await clerk.ask(path)).status]).toEqual([200, 403])
  await close()
})

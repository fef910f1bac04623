import { afterEach, expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import { openOffice, type Office } from '../office.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

describeWays('三（二）3 the accounts of interviewers', open => {
  test('roleBeyond, accountBeyond: a surveyor opens, resets and stops accounts of interviewers, and sees no others', async () => {
    office = await openOffice(await open())
    const surveyor = await office.someone('diaocha', [{ role: 'surveyor' }])
    const committee = await office.account('kaohe', [{ role: 'committee' }])
    const both = await office.account('liangyong', [{ role: 'interviewer' }, { role: 'inspector' }])
    const body = (role: string) => ({
      username: 'fang1',
      name: '访问员一',
      administers: false,
      grants: [{ role }],
    })
    for (const role of ['surveyor', 'inspector', 'committee'])
      expect((await surveyor.ask('POST /api/accounts', { body: body(role) })).body.code).toBe('roleBeyond')
    expect(
      (await surveyor.ask('POST /api/accounts', { body: { ...body('interviewer'), grants: [] } })).body.code,
    ).toBe('accountNeedsRole')
    const made = await surveyor.ask('POST /api/accounts', { body: body('interviewer') })
    expect(made.status).toBe(200)
    const many = await surveyor.ask('POST /api/accounts/bulk', {
      body: {
        accounts: ['fang2', 'fang3'].map(username => ({
          username,
          name: username,
          grants: [{ role: 'interviewer' }],
        })),
      },
    })
    expect(many.body).toMatchObject({ made: [{}, {}], refused: [] })
    const list = await surveyor.ask('POST /api/accounts/list?name=a.csv', {
      body: Buffer.from('用户名,名称,角色\nfang4,四,访问员\nhecha9,组,核查组\n'),
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(list.body['accepted']).toMatchObject([{ username: 'fang4', role: 'interviewer' }])
    expect(list.body['refused']).toMatchObject([{ row: 3, column: '角色' }])
    const { accounts, total } = (await surveyor.ask('GET /api/accounts')).body as never as {
      accounts: { id: string; username: string; revision: number }[]
      total: number
    }
    expect(accounts.map(({ username }) => username).toSorted()).toEqual(['fang1', 'fang2', 'fang3'])
    expect(total).toBe(3)
    const [first] = accounts
    const own = (await surveyor.ask(`GET /api/accounts/${first!.id}`)).body as never as {
      may: { act: string; refused?: string }[]
    }
    expect(own.may.filter(({ refused }) => refused === undefined).map(({ act }) => act)).toEqual([
      'manage',
      'resetPassword',
      'endSessions',
      'removeSecondFactor',
    ])
    expect((await surveyor.ask(`POST /api/accounts/${first!.id}/password`, { body: {} })).status).toBe(200)
    const revision = async () =>
      ((await surveyor.ask(`GET /api/accounts/${first!.id}`)).body['account'] as { revision: number })
        .revision
    const disabled = await surveyor.ask(`POST /api/accounts/${first!.id}/disable`, {
      body: { revision: await revision(), reason: '离岗' },
    })
    expect(disabled.body).toMatchObject({ state: 'disabled' })
    // Others are not shown, and nothing can be done to them.
    for (const id of [committee, both, surveyor.id]) {
      expect((await surveyor.ask(`GET /api/accounts/${id}`)).body.code).toBe('notFound')
      expect((await surveyor.ask(`POST /api/accounts/${id}/password`, { body: {} })).status).not.toBe(200)
    }
    expect((await surveyor.ask(`POST /api/accounts/${both}/password`, { body: {} })).body.code).toBe(
      'accountBeyond',
    )
  })
})

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createFirstAccount } from '../../src/server/office/accounts/createFirstAccount.ts'
import { settle, withOffice, listed } from './accountDesk.ts'
import { describeWays } from './databases.ts'
import { quickHashing } from './office.ts'

describeWays('opening accounts', open => {
  test('administrationSetUp: the first account is created once, its password is printed, and it creates the other two administrators and the first committee account', async () =>
    withOffice(await open(), async office => {
      const first = (await createFirstAccount(office.context, quickHashing))!
      expect(await createFirstAccount(office.context, quickHashing)).toBeUndefined()
      const system = await settle(office, first)
      const asked = {
        securityAdmin: { username: 'anquan', name: '安全员' },
        auditAdmin: { username: 'shenji', name: '审计员' },
        committee: { username: '考核办', name: '考核办' },
      }
      const made = await system.ask('POST /api/accounts/administration', { body: asked })
      expect(made.status).toBe(200)
      const [security, , committee] = made.body['made'] as { username: string; password: string }[]
      expect((await system.ask('POST /api/accounts/administration', { body: asked })).body.code).toBe(
        'administrationSetUp',
      )
      expect(
        (
          (await (await settle(office, committee!)).ask('GET /api/session')).body['account'] as {
            grants: unknown
          }
        ).grants,
      ).toEqual([{ role: 'committee', roleName: '组织考核者' }])
      await settle(office, security!)
      expect((await system.ask('GET /api/accounts')).body['staffing']).toMatchObject([
        { count: 1 },
        { count: 1 },
        { count: 1 },
        { count: 1 },
      ])
    }))

  test('the database itself keeps the three administrator roles apart from each other and from business roles, and limits units to unit roles', async () =>
    withOffice(await open(), async office => {
      const business = await office.account('kaohe', [{ role: 'committee' }])
      const administrator = await office.account('xitong', [{ role: 'systemAdmin' }])
      const grant = (account: string, role: string, unit: string | null): Promise<unknown> =>
        office.context.db.execute(
          sql`insert into role_grant (account, role, unit, granted_by, granted_at) values (${account}, ${role}, ${unit}, 'x', now())`,
        )
      await expect(grant(administrator, 'securityAdmin', null)).rejects.toThrow()
      await expect(grant(administrator, 'committee', null)).rejects.toThrow()
      await expect(grant(business, 'auditAdmin', null)).rejects.toThrow()
      await expect(grant(business, 'unit', null)).rejects.toThrow()
      await expect(grant(business, 'inspector', 'U1')).rejects.toThrow()
      await expect(grant(business, 'committee', null)).rejects.toThrow()
      await grant(business, 'unit', 'U1')
      await expect(grant(business, 'unit', 'U1')).rejects.toThrow()
      await grant(business, 'unit', 'U2')
    }))

  test('accountNeedsRole, roleBeyond: the committee creates accounts with everyday roles; a repeated request returns the same one-time password', async () =>
    withOffice(await open(), async office => {
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      const make = (body: object, key?: string) =>
        committee.ask('POST /api/accounts', {
          body: { administers: false, ...body },
          ...(key === undefined ? {} : { key }),
        })
      const unit = { username: '州林业局', name: '林业局联络员', grants: [{ role: 'unit', unit: 'U1' }] }
      const made = await make(unit, 'make-one-account')
      expect([made.status, made.body['password']]).toEqual([
        200,
        expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/),
      ])
      expect((await make(unit, 'make-one-account')).body).toEqual(made.body)
      expect(
        (await make({ username: 'ld', name: '领导', grants: [{ role: 'leadingGroup' }] })).body,
      ).toMatchObject({
        code: 'roleBeyond',
        message: '您不能授予或收回“领导小组”；可以办理的是：安全管理员',
      })
      expect((await make({ username: 'ling', name: '空', grants: [] })).body.code).toBe('accountNeedsRole')
      const stored = await office.context.db.execute(sql`select answer from idempotency`)
      expect(JSON.stringify([stored.rows, await office.trail()])).not.toContain(made.body['password'])
      const visitor = await settle(office, made)
      expect((await visitor.ask('GET /api/session')).body['account']).toMatchObject({
        grants: [{ role: 'unit', unit: 'U1', unitName: '州林业局' }],
      })
    }))

  test('usernameInvalid, usernameTaken, noSuchUnit, roleNeedsUnit, roleTakesNoUnit, rolesNotTogether, rolesScoreOwn: accounts that cannot be created', async () =>
    withOffice(await open(), async office => {
      const security = await office.someone('anquan', [{ role: 'securityAdmin' }])
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      const codes = async (username: string, grants: object[]): Promise<unknown> =>
        (
          await committee.ask('POST /api/accounts', {
            body: { username, name: '某', administers: false, grants },
          })
        ).body.code
      const unit = [{ role: 'unit', unit: 'U1' }]
      for (const bad of ['a', '有 空格', '-头', 'x'.repeat(41), 'Пётр', '<b>'])
        expect(await codes(bad, unit)).toBe('usernameInvalid')
      expect(await codes('ＫＡＯＨＥ', unit)).toBe('usernameTaken')
      expect(await codes('lin', [{ role: 'unit', unit: '无此单位' }])).toBe('noSuchUnit')
      expect(await codes('lin', [{ role: 'unit' }])).toBe('roleNeedsUnit')
      expect(await codes('lin', [{ role: 'inspector', unit: 'U1' }])).toBe('roleTakesNoUnit')
      for (const role of ['inspector', 'surveyor'])
        expect(await codes('lin', [...unit, { role }])).toBe('rolesScoreOwn')
      const own = await office.account('danwei', [{ role: 'unit', unit: 'U1' }])
      for (const role of ['committee', 'leadingGroup', 'auditor']) {
        const both = { grants: [...unit, { role }], revision: 1 }
        expect((await security.ask(`PUT /api/accounts/${own}/grants`, { body: both })).body.code).toBe(
          'rolesScoreOwn',
        )
      }
      const { id, revision } = await listed(security, 'kaohe')
      const grants = [{ role: 'committee' }, { role: 'auditAdmin' }]
      expect(
        (await security.ask(`PUT /api/accounts/${id}/grants`, { body: { grants, revision } })).body.code,
      ).toBe('rolesNotTogether')
    }))

  test('the committee creates accounts for all units in bulk; those that are not possible are refused row by row', async () =>
    withOffice(await open(), async office => {
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      await office.account('taken', [{ role: 'unit', unit: 'U3' }])
      const proposed = (await committee.ask('GET /api/accounts/proposals?role=unit')).body as unknown as {
        year: number
        proposals: { unit: string; username: string; name: string }[]
      }
      expect([proposed.year, proposed.proposals.map(each => [each.unit, each.username])]).toEqual([
        2018,
        [
          ['U1', '州林业局'],
          ['U2', '州农业局'],
        ],
      ])
      expect(
        (await committee.ask('GET /api/accounts/proposals?role=leadUnit')).body['proposals'],
      ).toMatchObject([{ unit: 'U1', username: '州林业局牵头', name: '州林业局牵头单位' }])
      const accounts = [
        ...proposed.proposals.map(({ unit, username, name }) => ({
          username,
          name,
          grants: [{ role: 'unit', unit }],
        })),
        { username: 'taken', name: '已有', grants: [{ role: 'inspector' }] },
      ]
      const key = 'all-of-them-at-once'
      const made = await committee.ask('POST /api/accounts/bulk', { body: { accounts }, key })
      expect(made.body).toMatchObject({
        made: [{ username: '州林业局', unitName: '州林业局', roleName: '单位' }, { username: '州农业局' }],
        refused: [{ row: 3, reason: '用户名“taken”已有人使用；请换一个' }],
      })
      expect((await committee.ask('POST /api/accounts/bulk', { body: { accounts }, key })).body).toEqual(
        made.body,
      )
      for (const each of made.body['made'] as { username: string; password: string }[])
        await settle(office, each)
      expect((await committee.ask('GET /api/accounts/proposals?role=unit')).body['proposals']).toEqual([])
    }))

  test('a list of accounts, as a workbook or pasted, is read at the gate of all lists; the committee gives everyday roles only', async () =>
    withOffice(await open(), async office => {
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      const read = async (body: Buffer) =>
        (
          await committee.ask(`POST /api/accounts/list?name=${encodeURIComponent('清单.csv')}`, {
            body,
            headers: { 'content-type': 'application/octet-stream' },
          })
        ).body as { accepted: object[]; refused: { row: number; cell?: string; reason: string }[] }
      const pasted = await read(
        Buffer.from(
          [
            '核查组账号（2018年）',
            '账号，姓名，角色，所属单位',
            'ＬＩＮＹＥ，林业局，单位，州 林业局',
            'hecha1，核查一组，核查组，',
            'hecha1，核查二组，核查组，',
            'kaohe，另一人，核查组，',
            'a，甲，单位，州林业局',
            'jia，甲，组织考核者，',
            'jia，甲，单位，无此',
            'jia，甲，单位，',
            'jia，甲，核查组，U1',
            '合计，4人',
          ].join('\n'),
        ),
      )
      expect(pasted.accepted).toEqual([
        {
          row: 3,
          username: 'linye',
          name: '林业局',
          role: 'unit',
          roleName: '单位',
          unit: 'U1',
          unitName: '州 林业局',
        },
        { row: 4, username: 'hecha1', name: '核查一组', role: 'inspector', roleName: '核查组', unitName: '' },
      ])
      expect(pasted.refused.map(({ row, cell, reason }) => `${row} ${cell} ${reason.slice(0, 10)}`)).toEqual([
        '5 A5 用户名与第4行相同',
        '6 A6 用户名“kaohe”',
        '7 A7 用户名“a”不能使用',
        '8 C8 “角色”写的是“组织',
        '9 D9 名册中没有单位“无此',
        '10 D10 “单位”没有填',
        '11 D11 “核查组”不属于某一',
        '12 A12 “合计”是合计或落款',
      ])
      const template = await committee.ask('GET /api/accounts/list.xlsx')
      expect((await read(template.raw)) as unknown).toMatchObject({ code: 'listEmpty' })
      const system = await office.someone('xitong', [{ role: 'systemAdmin' }])
      const beyond = await system.ask('POST /api/accounts/list', {
        body: Buffer.from('hecha1,核查一组,核查组'),
        headers: { 'content-type': 'application/octet-stream' },
      })
      expect(beyond.body).toMatchObject({ accepted: [], refused: [{ row: 1 }] })
    }))
})

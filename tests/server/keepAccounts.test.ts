import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Listed, listed, withOffice } from './accountDesk.ts'
import { describeOnEachDatabase } from './databases.ts'
import { PASSWORD, type Said, type Visitor } from './office.ts'

describeOnEachDatabase('keeping accounts', (open, { way }) => {
  way(
    'ownAccount, accountBeyond: nobody acts on their own account, nor on one beyond their reach, and the reason says who may',
    async () =>
      withOffice(await open(), async office => {
        const roles = [
          'committee',
          'systemAdmin',
          'securityAdmin',
          'auditAdmin',
          'leadingGroup',
          'auditor',
          'inspector',
        ] as const
        const people = new Map<string, Visitor & { id: string }>()
        for (const role of roles)
          people.set(role, await office.someone(`the-${role.toLowerCase()}`, [{ role }]))
        await office.account('lin', [{ role: 'unit', unit: 'U1' }])
        const attempt = async (by: string, act: string, on: string): Promise<unknown> => {
          const visitor = people.get(by)!
          const { id } = await listed(visitor, on === 'lin' ? 'lin' : `the-${on.toLowerCase()}`)
          return (
            (
              await visitor.ask(`POST /api/accounts/${id}/${act}`, {
                body: act === 'end-sessions' ? {} : undefined,
              })
            ).body.code ?? 'done'
          )
        }
        expect(await attempt('committee', 'password', 'committee')).toBe('ownAccount')
        expect(await attempt('committee', 'password', 'leadingGroup')).toBe('accountBeyond')
        expect(await attempt('committee', 'password', 'auditor')).toBe('accountBeyond')
        expect(await attempt('committee', 'password', 'securityAdmin')).toBe('accountBeyond')
        expect(await attempt('committee', 'unlock', 'systemAdmin')).toBe('accountBeyond')
        expect(await attempt('systemAdmin', 'password', 'securityAdmin')).toBe('accountBeyond')
        expect(await attempt('systemAdmin', 'password', 'leadingGroup')).toBe('done')
        expect(await attempt('committee', 'password', 'lin')).toBe('done')
        expect(await attempt('committee', 'password', 'inspector')).toBe('done')
        expect(await attempt('securityAdmin', 'password', 'lin')).toBe('notAllowed')
        expect(await attempt('securityAdmin', 'end-sessions', 'auditor')).toBe('done')
        expect(await attempt('auditAdmin', 'end-sessions', 'committee')).toBe('notAllowed')
        const { id } = await listed(people.get('auditAdmin')!, 'the-securityadmin')
        const told = (await people.get('systemAdmin')!.ask(`GET /api/accounts/${id}`)).body['may'] as {
          act: string
          refused?: string
        }[]
        expect(told.find(each => each.act === 'resetPassword')!.refused).toBe(
          '您不能对账号“the-securityadmin”重置口令；可以办理的是：服务器的管理者（在服务器上用命令重置）',
        )
        expect(told.find(each => each.act === 'manage')!.refused).toBeUndefined()
      }),
  )

  test('accountForBusiness, accountForAdministration, lastAdministrator, staleRevision, nothingChanged: the rules for granting and revoking roles', async () =>
    withOffice(await open(), async office => {
      const security = await office.someone('anquan', [{ role: 'securityAdmin' }])
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      await office.account('xitong', [{ role: 'systemAdmin' }])
      await office.account('spare', [], { administers: true })
      await office.account('lin', [{ role: 'unit', unit: 'U1' }])
      const grant = async (by: Visitor, username: string, grants: object[], stale = 0): Promise<Said> => {
        const { id, revision } = await listed(by, username)
        return by.ask(`PUT /api/accounts/${id}/grants`, { body: { grants, revision: revision - stale } })
      }
      expect((await grant(security, 'lin', [{ role: 'auditAdmin' }])).body.code).toBe('accountForBusiness')
      expect((await grant(security, 'spare', [{ role: 'auditor' }])).body.code).toBe(
        'accountForAdministration',
      )
      expect((await grant(security, 'xitong', [])).body.code).toBe('lastAdministrator')
      expect((await grant(security, 'spare', [{ role: 'systemAdmin' }])).status).toBe(200)
      expect((await grant(security, 'xitong', [])).status).toBe(200)
      expect((await grant(security, 'lin', [{ role: 'unit', unit: 'U1' }])).body.code).toBe('nothingChanged')
      const changed = await grant(committee, 'lin', [
        { role: 'unit', unit: 'U2' },
        { role: 'secretary', unit: 'U2' },
      ])
      expect(changed.body['grants']).toHaveLength(2)
      expect((await grant(security, 'lin', [], 1)).body).toMatchObject({
        code: 'staleRevision',
        values: { what: '账号“lin”', by: 'kaohe', at: expect.stringMatching(/^\d{4}年\d+月\d+日 /) },
      })
      expect(
        (await grant(committee, 'lin', [{ role: 'unit', unit: 'U2' }, { role: 'auditor' }])).body.code,
      ).toBe('roleBeyond')
      expect((await grant(security, 'anquan', [])).body.code).toBe('ownAccount')
      const told = (await office.trail()).filter(
        line => line.kind === 'roleWithdrawn' && line.values['username'] === 'lin',
      )
      expect(told.map(line => [line.actor_name, line.values['unitName']])).toEqual([['kaohe', '州林业局']])
    }))

  way('accountDisabled: a disabled account is out at once and stays out until it is enabled', async () =>
    withOffice(await open(), async office => {
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      const system = await office.someone('xitong', [{ role: 'systemAdmin' }])
      const unit = await office.someone('lin', [{ role: 'unit', unit: 'U1' }])
      expect((await listed(committee, 'lin')).sessions).toBe(1)
      const { revision } = await listed(committee, 'lin')
      const disabled = await committee.ask(`POST /api/accounts/${unit.id}/disable`, {
        body: { revision, reason: '已调离' },
      })
      expect(disabled.body).toMatchObject({ state: 'disabled', sessions: 0 })
      expect((await unit.ask('GET /api/session')).body['signedIn']).toBe(false)
      expect((await office.visitor().signIn('lin')).body.code).toBe('accountDisabled')
      expect((await office.visitor().signIn('lin', 'Wrong-123456')).body.code).toBe('signInWrong')
      expect(
        (await committee.ask(`POST /api/accounts/${unit.id}/enable`, { body: { revision: revision + 1 } }))
          .status,
      ).toBe(200)
      expect((await office.visitor().signIn('lin')).status).toBe(200)
      const security = await office.account('anquan', [{ role: 'securityAdmin' }])
      const last = await system.ask(`POST /api/accounts/${security}/disable`, {
        body: { revision: 1, reason: '试试' },
      })
      expect(last.body.code).toBe('lastAdministrator')
    }),
  )

  way(
    'a reset gives a one-time password, ends the sessions and lifts the lock; what was used before is remembered',
    async () =>
      withOffice(await open(), async office => {
        const committee = await office.someone('kaohe', [{ role: 'committee' }])
        const unit = await office.someone('lin', [{ role: 'unit', unit: 'U1' }])
        for (let time = 0; time < 5; time++) await office.visitor().signIn('lin', 'Wrong-123456')
        expect((await listed(committee, 'lin')).lockedMinutes).toBe(15)
        expect(
          (await committee.ask('GET /api/accounts?state=locked')).body['accounts'] as unknown[],
        ).toHaveLength(1)
        const reset = await committee.ask(`POST /api/accounts/${unit.id}/password`)
        expect((await unit.ask('GET /api/session')).body['signedIn']).toBe(false)
        const visitor = office.visitor()
        expect((await visitor.signIn('lin', String(reset.body['password']))).status).toBe(200)
        const back = await visitor.ask('POST /api/session/password', {
          body: { current: reset.body['password'], next: PASSWORD },
        })
        expect(back.body.code).toBe('passwordUsedBefore')
        for (let time = 0; time < 5; time++) await office.visitor().signIn('lin', 'Wrong-123456')
        expect((await committee.ask(`POST /api/accounts/${unit.id}/unlock`)).body).toMatchObject({
          lockedMinutes: 0,
        })
      }),
  )

  way('an account is renamed, found by name, unit and role, and the other edit is not lost', async () =>
    withOffice(await open(), async office => {
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      const id = await office.account('lin', [{ role: 'unit', unit: 'U1' }])
      const rename = (body: object) => committee.ask(`PUT /api/accounts/${id}`, { body })
      expect((await rename({ username: '林业', name: '王文书', revision: 1 })).body).toMatchObject({
        username: '林业',
        revision: 2,
      })
      expect((await rename({ username: '林业', name: '王文书', revision: 2 })).body.code).toBe(
        'nothingChanged',
      )
      expect((await rename({ username: '林业', name: '李文书', revision: 1 })).body.code).toBe(
        'staleRevision',
      )
      expect((await rename({ username: 'kaohe', name: '李文书', revision: 2 })).body.code).toBe(
        'usernameTaken',
      )
      const found = async (query: string): Promise<string[]> =>
        ((await committee.ask(`GET /api/accounts?${query}`)).body['accounts'] as Listed[]).map(
          each => each.username,
        )
      expect(await found(`text=${encodeURIComponent('王 州林')}`)).toEqual(['林业'])
      expect(await found('role=unit&state=new')).toEqual(['林业'])
      expect(await found('role=unit&state=active')).toEqual([])
      expect((await committee.ask('GET /api/accounts/none')).body.code).toBe('notFound')
    }),
  )

  way(
    'a lost phone: the second factor is taken off by the security administrator, not by who may reset the password',
    async () =>
      withOffice(await open(), async office => {
        const security = await office.someone('anquan', [{ role: 'securityAdmin' }])
        const system = await office.someone('xitong', [{ role: 'systemAdmin' }])
        const id = await office.account('lingdao', [{ role: 'leadingGroup' }])
        const off = (by: Visitor) => by.ask(`POST /api/accounts/${id}/remove-second-factor`)
        expect((await off(security)).body.code).toBe('nothingChanged')
        await office.context.db.execute(sql`update account set two_factor_enabled = true where id = ${id}`)
        expect((await off(system)).body.code).toBe('notAllowed')
        expect((await office.visitor().signIn('lingdao')).body.code).toBe('secondFactorMissing')
        expect((await off(security)).status).toBe(200)
        expect((await office.visitor().signIn('lingdao')).status).toBe(200)
      }),
  )

  way('the idle limit is a setting, told among the rules', async () =>
    withOffice(await open(), async office => {
      const system = await office.someone('anquan', [{ role: 'securityAdmin' }])
      expect(
        (await system.ask('PUT /api/sign-in-rules', { body: { idleMinutes: 10, revision: 0 } })).status,
      ).toBe(200)
      expect(
        (await system.ask('PUT /api/sign-in-rules', { body: { idleMinutes: 20, revision: 0 } })).body.code,
      ).toBe('staleRevision')
      const told = (await system.ask('GET /api/sign-in-rules')).body
      expect([told['idleMinutes'], told['revision'], (told['rules'] as string[])[2]]).toEqual([
        10,
        1,
        '10 分钟不操作，或登录满 12 小时，须重新登录',
      ])
      office.forward(11)
      expect((await system.ask('GET /api/session')).body['signedIn']).toBe(false)
    }),
  )
})

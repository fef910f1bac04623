import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Hashing, scryptHashing } from '../../src/server/office/accounts/hashing.ts'
import { accountNames } from '../../src/server/office/accounts/accounts.store.ts'
import { DEMO_INTERVIEWER } from '../../src/server/office/accounts/demoAccounts.ts'
import { seedDemoAccounts } from '../../src/server/office/accounts/seedDemoAccounts.ts'
import { describeOnEachDatabase } from './databases.ts'
import { type Office, openOffice, PASSWORD, quickHashing } from './office.ts'

const NEW = 'Xin-kouling-42'

const SCRYPT = /^[0-9a-f]{32}:[0-9a-f]{128}$/

/** The state of nobody; pages show times in the zone of the server's office. */
const signedOut = { signedIn: false, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }

describeOnEachDatabase('sign-in', (open, { way }) => {
  const withOffice = async (
    work: (office: Office) => Promise<void>,
    settings?: { readonly demo?: boolean; readonly hashing?: Hashing },
  ): Promise<void> => {
    const office = await openOffice(await open(), settings)
    try {
      await work(office)
    } finally {
      await office.close()
    }
  }

  way('a session begins with the right password, is told with its roles, and ends when signed out', () =>
    withOffice(async office => {
      await office.account('张文书', [{ role: 'committee' }])
      const visitor = office.visitor()
      expect((await visitor.ask('GET /api/session')).body).toEqual(signedOut)
      const entered = await visitor.signIn('张文书')
      expect(entered.status).toBe(200)
      expect(entered.headers['set-cookie']).toEqual([
        expect.stringMatching(/^hengping\.session_token=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/),
        expect.stringMatching(
          /^hengping\.devices=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=15552000$/,
        ),
      ])
      const { body } = await visitor.ask('GET /api/session')
      expect(body).toMatchObject({
        signedIn: true,
        account: {
          username: '张文书',
          grants: [{ role: 'committee', roleName: '组织考核者' }],
          mustChangePassword: false,
        },
      })
      const { cookie } = visitor
      expect((await visitor.ask('POST /api/session/sign-out')).status).toBe(200)
      visitor.cookie = cookie
      expect((await visitor.ask('GET /api/session')).body).toEqual(signedOut)
      expect((await office.trail()).map(line => line.kind)).toEqual([
        'accountMade',
        'roleGranted',
        'signedIn',
        'signedOut',
      ])
    }),
  )

  way('a password is kept as a slow hash that tells nothing of it', () =>
    withOffice(
      async office => {
        for (const username of ['kaohe', 'other']) await office.account(username, [])
        const { rows } = await office.context.db.execute<{ password: string }>(
          sql`select password from credential`,
        )
        expect(rows.map(row => row.password)).toEqual([
          expect.stringMatching(SCRYPT),
          expect.stringMatching(SCRYPT),
        ])
        expect(rows[0]).not.toEqual(rows[1])
        expect((await office.visitor().signIn('kaohe')).status).toBe(200)
        expect((await office.visitor().signIn('kaohe', `${PASSWORD}x`)).body.code).toBe('signInWrong')
        const begun = performance.now()
        expect((await office.visitor().signIn('no-such-name')).body.code).toBe('signInWrong')
        expect(performance.now() - begun).toBeGreaterThan(20)
      },
      { hashing: scryptHashing },
    ),
  )

  way('the cookie is for TLS alone where the page came over TLS', () =>
    withOffice(async office => {
      await office.account('kaohe', [])
      const headers = { 'x-forwarded-proto': 'https' }
      const entered = await office
        .visitor()
        .ask('POST /api/session/sign-in', { body: { username: 'kaohe', password: PASSWORD }, headers })
      expect(String(entered.headers['set-cookie'])).toContain('; Secure')
    }),
  )

  way('a forged or foreign cookie is nobody', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const { rows } = await office.context.db.execute<{ token: string }>(sql`select token from session`)
      const forger = office.visitor()
      for (const value of [
        rows[0]!.token,
        `${rows[0]!.token}.${'A'.repeat(43)}=`,
        `x${one.cookie.split('=')[1]}`,
        '%',
        '',
      ]) {
        forger.cookie = `hengping.session_token=${value}`
        expect((await forger.ask('GET /api/session')).body['signedIn']).toBe(false)
      }
    }),
  )

  way('signInWrong: a username that does not exist answers as one that does', () =>
    withOffice(async office => {
      await office.account('kaohe', [])
      const visitor = office.visitor()
      for (let time = 1; time <= 6; time++) {
        const [known, unknown] = [
          await visitor.signIn('kaohe', 'Wrong-123456'),
          await visitor.signIn('nobody-here', 'Wrong-123456'),
        ]
        expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
        expect(known.body.code).toBe(time < 5 ? 'signInWrong' : 'signInLocked')
      }
      const failures = (await office.trail()).filter(line => line.kind === 'signInFailed')
      expect(failures.map(line => line.values['username'] ?? '').toSorted()).toEqual([
        '',
        '',
        '',
        '',
        '',
        ...Array<string>(5).fill('kaohe'),
      ])
      expect(JSON.stringify(await office.trail())).not.toContain('Wrong-123456')
      expect(JSON.stringify(await office.trail())).not.toContain('nobody-here')
    }),
  )

  test('signInLocked: five failures lock sign-in under that name from that place for fifteen minutes, across a restart and even for the right password', () =>
    withOffice(async office => {
      const known = await office.someone('kaohe', [])
      await Promise.all(Array.from({ length: 5 }, () => office.visitor().signIn('kaohe', 'Wrong-123456')))
      const again = await openOffice(office.context.database)
      const locked = await again.visitor().signIn('kaohe')
      const elsewhere = { 'x-forwarded-for': '192.0.2.9' }
      const body = { username: 'kaohe', password: PASSWORD }
      const there = again.visitor()
      expect((await there.ask('POST /api/session/sign-in', { body, headers: elsewhere })).status).toBe(200)
      const device = again.visitor()
      device.cookie = known.cookie
      expect((await device.signIn('ＫＡＯＨＥ')).status).toBe(200)
      device.cookie = device.cookie.replace(/(devices=.{24})./, '$1g')
      expect((await device.signIn('kaohe')).status).toBe(429)
      expect([locked.status, locked.body.message]).toEqual([
        429,
        '多次登录不成功，已暂时锁定；请等待 15 分钟后再试，或联系组织考核者重置口令',
      ])
      again.forward(15.1)
      expect((await again.visitor().signIn('kaohe')).status).toBe(200)
      await again.close()
      expect((await office.trail()).filter(line => line.kind === 'accountLocked')).toHaveLength(1)
    }))

  way('a known device of another account counts as unknown, and locks by itself', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const other = await office.someone('lingdao', [])
      await Promise.all(Array.from({ length: 5 }, () => office.visitor().signIn('kaohe', 'Wrong-123456')))
      expect((await other.signIn('kaohe')).body.code).toBe('signInLocked')
      for (let time = 0; time < 5; time++) await one.signIn('kaohe', 'Wrong-123456')
      expect((await one.signIn('kaohe')).body.code).toBe('signInLocked')
      expect((await other.signIn('lingdao')).status).toBe(200)
    }),
  )

  way('an office behind one address gets in while somebody there tries a hundred names', () =>
    withOffice(async office => {
      await office.account('lingdao', [])
      for (let time = 0; time < 100; time++) await office.visitor().signIn(`name-${time}`, 'Wrong-123456')
      const begun = performance.now()
      expect((await office.visitor().signIn('lingdao')).status).toBe(200)
      expect(performance.now() - begun).toBeGreaterThan(1900)
    }),
  )

  way('a clock that steps back a day leaves nobody locked and no session open for longer', () =>
    withOffice(async office => {
      await office.account('kaohe', [])
      for (let time = 0; time < 5; time++) await office.visitor().signIn('kaohe', 'Wrong-123456')
      expect((await office.visitor().signIn('kaohe')).body.code).toBe('signInLocked')
      office.forward(-24 * 60)
      const one = office.visitor()
      expect((await one.signIn('kaohe')).status).toBe(200)
      office.forward(31)
      expect((await one.ask('GET /api/session')).body['signedIn']).toBe(false)
    }),
  )

  way('failures that lie far apart do not add up, and a success forgets them', () =>
    withOffice(async office => {
      await office.account('kaohe', [])
      const visitor = office.visitor()
      for (let time = 0; time < 8; time++) {
        expect((await visitor.signIn('kaohe', 'Wrong-123456')).body.code).toBe('signInWrong')
        office.forward(16)
      }
      for (let time = 0; time < 6; time++) {
        expect((await visitor.signIn('kaohe', 'Wrong-123456')).body.code).toBe('signInWrong')
        expect((await visitor.signIn('kaohe')).status).toBe(200)
      }
    }),
  )

  test('a session ends after thirty idle minutes, and after twelve hours of any use', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const isIn = async (): Promise<unknown> => (await one.ask('GET /api/session')).body['signedIn']
      office.forward(29)
      expect(await isIn()).toBe(true)
      office.forward(29)
      expect(await isIn()).toBe(true)
      office.forward(31)
      expect(await isIn()).toBe(false)
      const other = await office.someone('other', [])
      for (let minutes = 24; minutes < 12 * 60; minutes += 24) {
        office.forward(24)
        expect((await other.ask('GET /api/session')).body['signedIn']).toBe(true)
      }
      office.forward(24)
      expect((await other.ask('GET /api/session')).body['signedIn']).toBe(false)
    }))

  way('passwordMustChange: a one-time password opens nothing but its own change', () =>
    withOffice(async office => {
      await office.account('kaohe', [{ role: 'committee' }], { mustChangePassword: true })
      const visitor = office.visitor()
      await visitor.signIn('kaohe')
      for (const route of ['GET /api/accounts', 'GET /api/session/devices', 'GET /api/installation']) {
        expect((await visitor.ask(route)).body.code).toBe('passwordMustChange')
      }
      expect(
        (await visitor.ask('POST /api/session/password', { body: { current: PASSWORD, next: NEW } })).status,
      ).toBe(200)
      expect((await visitor.ask('GET /api/accounts')).status).toBe(200)
      expect((await office.visitor().signIn('kaohe')).body.code).toBe('signInWrong')
      expect((await office.visitor().signIn('kaohe', NEW)).status).toBe(200)
    }),
  )

  way('oneTimePasswordExpired: a one-time password is void after thirty days', () =>
    withOffice(async office => {
      await office.account('kaohe', [], { mustChangePassword: true })
      office.forward(31 * 24 * 60)
      expect((await office.visitor().signIn('kaohe')).body.code).toBe('oneTimePasswordExpired')
    }),
  )

  way('passwordWrong, passwordWeak, passwordUsedBefore: a new password is checked', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const change = (current: string, next: string) =>
        one.ask('POST /api/session/password', { body: { current, next } })
      expect((await change('Not-mine-123', NEW)).body.code).toBe('passwordWrong')
      for (const [weak, why] of [
        ['Ab-3', '不足 10 个字符'],
        ['alllowercase', '不足三种'],
        ['KAOHE-2018-ok', '含有用户名'],
        ['Aa1Aa1Aa1Aa1', '不同的字符少于 5 个'],
      ]) {
        const { body } = await change(PASSWORD, weak!)
        expect([body.code, body.message]).toEqual(['passwordWeak', expect.stringContaining(why!)])
      }
      const passwords = [PASSWORD, ...[1, 2, 3, 4, 5].map(number => `Di-${number}-ge-kouling`)]
      for (const [at, next] of passwords.slice(1).entries()) {
        expect((await change(passwords[at]!, passwords[0]!)).body.code).toBe('passwordUsedBefore')
        expect((await change(passwords[at]!, next)).status).toBe(200)
      }
      expect((await change(passwords.at(-1)!, passwords[0]!)).status).toBe(200)
    }),
  )

  way('changing the password ends the other sessions and goes on under a new token', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const other = office.visitor()
      await other.signIn('kaohe')
      const stolen = office.visitor()
      stolen.cookie = one.cookie
      expect(
        (await one.ask('POST /api/session/password', { body: { current: PASSWORD, next: NEW } })).status,
      ).toBe(200)
      expect((await one.ask('GET /api/session')).body['signedIn']).toBe(true)
      expect((await other.ask('GET /api/session')).body['signedIn']).toBe(false)
      expect((await stolen.ask('GET /api/session')).body['signedIn']).toBe(false)
      office.forward(29)
      expect((await one.ask('GET /api/session')).body['signedIn']).toBe(true)
    }),
  )

  way('wrong present passwords lock as failed sign-ins do', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const codes: unknown[] = []
      for (let time = 0; time < 6; time++) {
        codes.push(
          (await one.ask('POST /api/session/password', { body: { current: 'Not-mine-123', next: NEW } })).body
            .code,
        )
      }
      expect(codes).toEqual([...Array<string>(4).fill('passwordWrong'), 'signInLocked', 'signInLocked'])
      expect((await office.visitor().signIn('kaohe')).status).toBe(200)
    }),
  )

  way('sessions are listed by kind of device, and one is ended by oneself; no address is kept', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const phone = office.visitor()
      const headers = {
        'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
      }
      await phone.ask('POST /api/session/sign-in', {
        body: { username: 'kaohe', password: PASSWORD },
        headers,
      })
      const { sessions } = (await one.ask('GET /api/session/devices')).body as {
        sessions: { id: string; device: string; own: boolean }[]
      }
      expect(sessions.map(({ device, own }) => [device, own]).toSorted()).toEqual([
        ['其他设备', true],
        ['安卓 · Chrome', false],
      ])
      const kept = await office.context.db.execute(sql`select ip_address, user_agent from session`)
      expect(JSON.stringify(kept.rows)).not.toMatch(/Mozilla|127\.0\.0\.1/)
      const foreign = await office.someone('other', [])
      const id = sessions.find(each => !each.own)!.id
      expect((await foreign.ask('POST /api/session/devices/end', { body: { session: id } })).body.code).toBe(
        'notFound',
      )
      expect((await one.ask('POST /api/session/devices/end', { body: { session: id } })).status).toBe(200)
      expect((await phone.ask('GET /api/session')).body['signedIn']).toBe(false)
    }),
  )

  way(
    'demoAccountKept: demo accounts are told in a demonstration only, sign in, and keep their password',
    async () => {
      await withOffice(
        async office => {
          await seedDemoAccounts(office.context, quickHashing)
          const { demo } = (await office.visitor().ask('GET /api/session')).body as {
            demo: { username: string; password: string }[]
          }
          expect(demo.map(each => each.username)).toEqual([
            'kaohe',
            'lingdao',
            'hecha',
            'diaocha',
            'fangwen',
            'jiandu',
            'xitong',
            'anquan',
            'shenji',
          ])
          // Interviews of the demo year name this account: its person is seen, not its role.
          const names = await accountNames(office.context.db, [DEMO_INTERVIEWER])
          expect(names.get(DEMO_INTERVIEWER)).toMatch(/^\p{Script=Han}示\p{Script=Han}$/u)
          const visitor = office.visitor()
          expect((await visitor.signIn(demo[0]!.username, demo[0]!.password)).status).toBe(200)
          const changed = await visitor.ask('POST /api/session/password', {
            body: { current: demo[0]!.password, next: NEW },
          })
          expect(changed.body.code).toBe('demoAccountKept')
          const before = (await office.trail()).length
          await seedDemoAccounts(office.context, quickHashing)
          expect(await office.trail()).toHaveLength(before)
        },
        { demo: true },
      )
      await withOffice(async office =>
        expect((await office.visitor().ask('GET /api/session')).body).toEqual(signedOut),
      )
    },
  )
})

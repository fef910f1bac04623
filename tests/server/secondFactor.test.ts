import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeWays } from './databases.ts'
import { type Office, openOffice, PASSWORD, type Visitor } from './office.ts'

describeWays('the second factor', open => {
  const withOffice = async (
    work: (office: Office) => Promise<void>,
    settings?: { readonly demo?: boolean },
  ): Promise<void> => {
    const office = await openOffice(await open(), settings)
    try {
      await work(office)
    } finally {
      await office.close()
    }
  }

  test('secondFactorMissing, secondFactorWrong: sign-in asks for a code from the phone, which works once; a recovery code can replace it', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      const begun = await begin(one)
      expect(begun.qr).toMatch(/^<svg/)
      expect(begun.uri).toBe(
        `otpauth://totp/${encodeURIComponent('衡评:kaohe')}?secret=${begun.key}&issuer=${encodeURIComponent('衡评')}`,
      )
      expect((await office.visitor().signIn('kaohe')).status).toBe(200)
      expect(
        (await one.ask('POST /api/session/second-factor/confirm', { body: { code: '000000' } })).body.code,
      ).toBe('secondFactorWrong')
      expect(
        (await one.ask('POST /api/session/second-factor/confirm', { body: { code: codeOf(begun.key) } }))
          .status,
      ).toBe(200)
      expect((await one.ask('GET /api/session/second-factor')).body).toEqual({ on: true, codesLeft: 10 })
      expect((await begin(one)).code).toBe('secondFactorOn')
      const visitor = office.visitor()
      expect((await visitor.signIn('kaohe', PASSWORD, codeOf(begun.key))).body.code).toBe('secondFactorWrong')
      office.forward(1)
      const now = office.context.now()
      expect((await visitor.signIn('kaohe')).body.code).toBe('secondFactorMissing')
      expect((await visitor.signIn('kaohe', PASSWORD, '000000')).body.code).toBe('secondFactorWrong')
      expect((await visitor.ask('GET /api/session')).body['signedIn']).toBe(false)
      // A code, the next one, and then no earlier one again. (RFC 6238, 5.2)
      for (const [steps, status] of [
        [0, 200],
        [0, 401],
        [1, 200],
        [0, 401],
        [-1, 401],
      ] as const)
        expect([
          steps,
          (await visitor.signIn('kaohe', PASSWORD, codeOf(begun.key, now, steps))).status,
        ]).toEqual([steps, status])
      expect((await visitor.signIn('kaohe', PASSWORD, begun.codes[0])).status).toBe(200)
      expect((await visitor.signIn('kaohe', PASSWORD, begun.codes[0])).body.code).toBe('secondFactorWrong')
      const { rows } = await office.context.db.execute(sql`select secret, backup_codes from second_factor`)
      expect(JSON.stringify(rows)).not.toContain(begun.codes[1])
    }))

  test('secondFactorOff, toldOnce: the password is needed to renew recovery codes and to switch off the second factor', () =>
    withOffice(async office => {
      const one = await office.someone('kaohe', [])
      expect(
        (await one.ask('POST /api/session/second-factor/codes', { body: { password: PASSWORD } })).body.code,
      ).toBe('secondFactorOff')
      expect(
        (await one.ask('POST /api/session/second-factor/end', { body: { password: PASSWORD } })).body.code,
      ).toBe('secondFactorOff')
      const key = 'begin-only-once'
      const begun = await begin(one, key)
      expect((await begin(one, key)).code).toBe('toldOnce')
      await one.ask('POST /api/session/second-factor/confirm', { body: { code: codeOf(begun.key) } })
      const renewed = await one.ask('POST /api/session/second-factor/codes', { body: { password: PASSWORD } })
      const codes = renewed.body['codes'] as string[]
      expect(codes).toHaveLength(10)
      expect((await office.visitor().signIn('kaohe', PASSWORD, begun.codes[0])).body.code).toBe(
        'secondFactorWrong',
      )
      expect((await office.visitor().signIn('kaohe', PASSWORD, codes[0])).status).toBe(200)
      expect(
        (await one.ask('POST /api/session/second-factor/end', { body: { password: 'Not-mine-123' } })).body
          .code,
      ).toBe('passwordWrong')
      expect(
        (await one.ask('POST /api/session/second-factor/end', { body: { password: PASSWORD } })).status,
      ).toBe(200)
      expect((await one.ask('GET /api/session')).body['signedIn']).toBe(true)
      expect((await office.visitor().signIn('kaohe')).status).toBe(200)
      const stored = await office.context.db.execute(sql`select answer from idempotency`)
      expect(JSON.stringify(stored.rows)).not.toMatch(/session_token|otpauth/)
    }))
})

interface Begun {
  readonly qr: string
  readonly uri: string
  readonly key: string
  readonly codes: string[]
  readonly code?: string
}

async function begin(one: Visitor, key?: string): Promise<Begun> {
  const { body } = await one.ask('POST /api/session/second-factor/begin', {
    body: { password: PASSWORD },
    ...(key === undefined ? {} : { key }),
  })
  return body as unknown as Begun
}

/** RFC 6238, as a phone computes it. */
function codeOf(key: string, now: Date | number = Date.now(), steps = 0): string {
  const bits = [...key]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Number(now) / 30_000) + steps))
  const mac = createHmac('sha1', secret).update(counter).digest()
  return String((mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

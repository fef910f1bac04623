import { hash, randomBytes } from 'node:crypto'
import { hexToBytes } from '@noble/hashes/utils.js'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openSheet } from '../../../src/crypto/sealedSheet.ts'
import { countFileSchema, publishedFileSchema } from '../../../src/contract/meetings/ballotParts.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import type { Database } from '../../../src/server/platform/database/openDatabase.ts'
import { redeem } from '../../../src/server/rooms/meetings/ballots/redeemSlips.ts'
import { storedSlip } from '../../../src/server/rooms/meetings/ballots/servedVote.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { meetingOffice, planned } from './heldMeeting.ts'
import { markAll, ok, opened, phone, prepared, votes } from './votingMeeting.ts'

const code = (said: { readonly body: { readonly code?: string } }) => said.body.code
const hex = (length: number) => randomBytes(length).toString('hex')

describeOnEachDatabase('四（四） ballots', (open, { kind, way }) => {
  way('from the first slip to the published file: each vote counted once, small classes merged', async () => {
    const { office, committee } = await meetingOffice(await open())
    const auditor = await office.someone('shenji', [{ role: 'auditor' }])
    const meeting = await planned(committee)
    const { at, id, key, secrets } = await prepared(committee, meeting, {
      delegate: 7,
      partyAffairsOfficer: 6,
      memberRepresentative: 2,
    })
    await opened(meeting)
    const nobody = office.visitor()
    const receipts: string[] = []
    const form = (await phone(nobody, secrets[0]!.secret)).part.form
    for (const [voter, { secret }] of secrets.entries())
      receipts.push(
        (
          await votes(
            nobody,
            secret,
            markAll(form, line => 60 + ((voter + line) % 35)),
          )
        ).receipt,
      )
    await ok(
      committee.ask(`POST ${at}/issued`, {
        body: {
          issued: [
            { voterClass: 'delegate', medium: 'phone', handedOut: 7, givenBack: 0, spoilt: 0 },
            { voterClass: 'partyAffairsOfficer', medium: 'phone', handedOut: 6, givenBack: 0, spoilt: 1 },
          ],
        },
      }),
    )
    expect(code(await committee.ask(`POST ${at}/unseal`, { body: { key } }))).toBe('ballotsNotClosed')
    await ok(meeting.step({ step: 'closeVoting' }))
    expect(code(await committee.ask(`POST ${at}/count`, { body: {} }))).toBe('ballotsUnopened')
    expect(code(await committee.ask(`POST ${at}/unseal`, { body: { key: hex(32) } }))).toBe('ballotKeyWrong')
    await ok(committee.ask(`POST ${at}/unseal`, { body: { key } }))
    expect(code(await committee.ask(`POST ${at}/unseal`, { body: { key } }))).toBe('ballotsUnsealed')
    const left = await office.context.db.execute(
      sql`select (select count(*) from ballot_sealed)::int as sealed, (select count(*) from ballot_signer where private_key is not null)::int as keys`,
    )
    expect(left.rows).toEqual([{ sealed: 0, keys: 0 }])
    expect(code(await committee.ask(`GET ${at}/count`))).toBe('ballotsUncounted')
    expect(code(await committee.ask(`POST ${at}/publish`, { body: {} }))).toBe('ballotsUncounted')
    const counted = await ok(committee.ask(`POST ${at}/count`, { body: {} }))
    const { checks } = counted.body as unknown as { checks: { sentence: string; holds: boolean }[] }
    expect(checks.filter(check => !check.holds).map(check => check.sentence)).toEqual(
      [
        '党务干部、党员代表票条：收到8张（含废票），发出减退回、作废5张',
        '党务干部、党员代表：发出减退回、作废共5张，到会0人',
        '两代表一委员：发出减退回、作废共7张，到会0人',
      ].toSorted(
        (one, other) =>
          checks.findIndex(c => c.sentence === one) - checks.findIndex(c => c.sentence === other),
      ),
    )
    expect(code(await nobody.ask(`GET /api/vote/meetings/${id}/published`))).toBe('ballotsUnpublished')
    await ok(committee.ask(`POST ${at}/publish`, { body: {} }))
    expect(code(await committee.ask(`POST ${at}/publish`, { body: {} }))).toBe('ballotsPublished')
    expect(code(await committee.ask(`POST ${at}/count`, { body: {} }))).toBe('ballotsPublished')
    const file = publishedFileSchema.parse(
      (await ok(nobody.ask(`GET /api/vote/meetings/${id}/published`))).body,
    )
    expect(file.receipts).toEqual(receipts.toSorted())
    expect(file.count.classes.map(one => [one.voterClasses.length, one.phone])).toEqual([
      [1, 7],
      [2, 8],
    ])
    const wanted = (from: number, to: number, line: number) =>
      secrets
        .map((_, voter) => 60 + ((voter + line) % 35))
        .slice(from, to)
        .toSorted((one, other) => other - one)
    expect(file.count.units.map(unit => unit.classes.map(one => one.marks))).toEqual(
      form.lines.map((_, line) => [wanted(0, 7, line), wanted(7, 15, line)]),
    )
    expect((await committee.ask(`GET ${at}/count-file`)).status).toBe(403)
    const whole = (await ok(auditor.ask(`GET ${at}/count-file`))).raw.toString()
    expect(countFileSchema.parse(JSON.parse(whole)).phone).toHaveLength(15)
    const sealed = new Uint8Array((await ok(committee.ask(`GET ${at}/count-file-sealed`))).raw)
    expect(openSheet(sealed, id, hexToBytes(key))?.text).toBe(whole)
    const trail = await office.trail()
    expect(trail.filter(({ kind }) => /allot|slips|countFile/.test(kind)).map(({ kind }) => kind)).toEqual(
      [
        ['slipsPrinted', 'slipsPrinted', 'slipsPrinted', 'ballotKeyMade', 'ballotKeyTried', 'ballotKeyTried'],
        ['ballotsIssued', 'ballotsOpened', 'ballotsCounted', 'ballotsPublished', 'countFileRead'],
      ].flat(),
    )
    const [line] = trail.filter(({ kind }) => kind === 'ballotsCounted')
    expect(line!.values['hash']).toBe(hash('sha256', whole))
  })

  if (kind === 'PostgreSQL')
    test('of two slips that send one message to two servers at the same time, one is signed', async () => {
      const { office, committee } = await meetingOffice(await open())
      const { secrets } = await prepared(committee, await planned(committee), { delegate: 2 })
      const nobody = office.visitor()
      const first = await phone(nobody, secrets[0]!.secret)
      const second = await phone(nobody, secrets[1]!.secret)
      const { db, now } = office.context
      const asked = await db.transaction(async tx => {
        // Both servers come as far as they can before a slip can be marked.
        await tx.execute(sql`select from ballot_slip for update`)
        const answers = [first, second].map(({ slip }) =>
          // A database of its own has a queue of its own, as on another server.
          redeem(
            { now, db: Object.create(db) as Database },
            { slip: storedSlip(slip), message: first.blinded },
          ),
        )
        await expect.poll(() => waitingForLocks(db)).toBe(2)
        return { answers }
      })
      const codes = (await Promise.all(asked.answers)).map(one => (isRefusal(one) ? one.code : 'signed'))
      expect(codes.toSorted()).toEqual(['blindedFaulty', 'signed'])
    })

  test('a slip and a credential count once, however often they are sent; what is not theirs is refused', async () => {
    const { office, committee } = await meetingOffice(await open())
    const meeting = await planned(committee)
    const { at, secrets } = await prepared(committee, meeting, { delegate: 3, partyAffairsOfficer: 1 })
    const nobody = office.visitor()
    const own = await phone(nobody, secrets[0]!.secret)
    const other = await phone(nobody, secrets[1]!.secret)
    expect([own.part.state, own.part.mayCast, own.part.slip]).toEqual(['prepared', false, 'fresh'])

    // 200 parallel redemptions, half of them with another message: one is signed.
    const before = await other.credential()
    const stranger = own.stranger()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => own.redeem(n % 2 === 0 ? own.blinded : stranger)),
    )
    const signed = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text))
    expect(signed.size).toBe(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(code))).toEqual(
      new Set(['voteSlipUsed']),
    )
    const third = await phone(nobody, secrets[2]!.secret)
    for (const faulty of ['0'.repeat(512), `${'0'.repeat(511)}1`, third.part.signer.modulus, 'f'.repeat(512)])
      expect(code(await third.redeem(faulty))).toBe('blindedFaulty')
    // What was signed for another slip is a replay: refused, and the slip stays fresh.
    expect(code(await third.redeem(other.blinded))).toBe('blindedFaulty')
    expect((await third.redeem('00')).status).toBe(400)
    expect((await third.redeem()).status).toBe(200)
    expect(code(await third.redeem(own.blinded))).toBe('voteSlipUsed')

    const { sealed } = other.seal(markAll(other.part.form, line => 70 + line))
    const cast = (body: object) => nobody.ask('POST /api/vote/cast', { body: { ...before, sealed, ...body } })
    expect(code(await cast({}))).toBe('voteNotOpen')
    expect(code(await cast({ signature: hex(256) }))).toBe('credentialFaulty')
    expect(code(await cast({ voterClass: 'partyAffairsOfficer' }))).toBe('credentialFaulty')
    expect(code(await cast({ meeting: crypto.randomUUID() }))).toBe('credentialFaulty')
    await opened(meeting)
    expect(code(await cast({ sealed: Buffer.alloc(10).toString('base64') }))).toBe('sealedFaulty')

    // 50 parallel sends, every other one of another sheet: one is kept.
    const second = other.seal(markAll(other.part.form, () => 80)).sealed
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, n) => cast({ sealed: n % 2 === 0 ? sealed : second })),
    )
    const kept = new Set(sent.filter(({ status }) => status === 200).map(({ text }) => text))
    expect(kept.size).toBe(1)
    expect(sent.filter(said => code(said) === 'credentialUsed')).toHaveLength(25)
    const seen = await ok(nobody.ask('POST /api/vote/kept', { body: before }))
    expect(seen.body).toEqual({ state: 'open', kept: (JSON.parse([...kept][0]!) as { kept: string }).kept })
    expect(code(await nobody.ask('POST /api/vote/kept', { body: { ...before, token: hex(64) } }))).toBe(
      'credentialFaulty',
    )
    const { rows } = await office.context.db.execute(sql`select count(*)::int as sheets from ballot_sealed`)
    expect(rows).toEqual([{ sheets: 1 }])

    await ok(meeting.step({ step: 'closeVoting' }))
    expect(
      (
        await cast({
          sealed: [...kept][0]!.includes(hash('sha256', Buffer.from(sealed, 'base64'))) ? sealed : second,
        })
      ).status,
    ).toBe(200)
    expect(code(await third.redeem(own.blinded))).toBe('voteNotOpen')
    const late = { ...(await third.credential().catch(() => before)), sealed: third.seal([]).sealed }
    expect(['voteNotOpen', 'credentialUsed']).toContain(
      code(await nobody.ask('POST /api/vote/cast', { body: late })),
    )
    expect(code(await nobody.ask('POST /api/vote/slip', { body: { slip: hex(32) } }))).toBe('voteSlipUnknown')
    expect(
      code(await nobody.ask('POST /api/vote/redeem', { body: { slip: hex(32), blinded: own.blinded } })),
    ).toBe('voteSlipUnknown')
    expect(at).toContain('/ballots')
  })

  way('voting waits for slips, keys and a quiet database, and says what is missing', async () => {
    const { committee, clerk } = await meetingOffice(await open())
    const meeting = await planned(committee)
    const at = `${meeting.address}/ballots`
    const slips = (body: object) =>
      committee.ask(`POST ${at}/slips`, { body: { voterClass: 'delegate', slips: [hex(32)], ...body } })
    expect(
      code(await clerk.ask(`POST ${at}/slips`, { body: { voterClass: 'delegate', slips: [hex(32)] } })),
    ).toBe('notConvenor')
    expect(code(await slips({ voterClass: 'guest' }))).toBe('voterClassUnknown')
    const twice = hex(32)
    expect(code(await slips({ slips: [twice, twice] }))).toBe('slipsRepeated')
    await ok(slips({ slips: Array.from({ length: 1998 }, () => hex(32)) }))
    for (let more = 0; more < 2; more++)
      await ok(slips({ slips: Array.from({ length: 1500 }, () => hex(32)) }))
    expect(code(await slips({ slips: [hex(32), hex(32), hex(32)] }))).toBe('slipsTooMany')
    expect((await meeting.view()).phase).toBe('issued')
    const issued = { voterClass: 'delegate', medium: 'phone', handedOut: 3, givenBack: 2, spoilt: 2 }
    expect(code(await committee.ask(`POST ${at}/issued`, { body: { issued: [issued] } }))).toBe(
      'issuedBeyond',
    )
    const tried = { holder: 'teller', opened: 'x' }
    expect(code(await committee.ask(`POST ${at}/key-tried`, { body: tried }))).toBe('ballotKeyMissing')
    await ok(meeting.step({ step: 'start' }))
    for (;;) if ((await ok(meeting.step({ step: 'next' }))).body['speech'] === undefined) break
    expect(code(await meeting.step({ step: 'openVoting' }))).toBe('ballotKeyMissing')
    expect(code(await committee.ask(`POST ${at}/key`, { body: { sealTo: '0'.repeat(64) } }))).toBe(
      'ballotKeyWrong',
    )
    await ok(committee.ask(`POST ${at}/key`, { body: { sealTo: '09'.padEnd(64, '0') } }))
    expect(code(await committee.ask(`POST ${at}/key-tried`, { body: tried }))).toBe('ballotKeyWrong')
    const untried = await meeting.step({ step: 'openVoting' })
    expect([code(untried), untried.body.message]).toEqual([
      'ballotKeyUntried',
      '计票人、监票人还没有试过钥匙；请两份都试过再开始投票',
    ])
    const view = await ok(committee.ask(`GET ${at}`))
    expect(view.body).toMatchObject({ state: 'prepared', risks: [], issued: [{ printed: 4998 }] })
    expect(code(await committee.ask(`POST ${at}/risks`, { body: { reason: '没有' } }))).toBe(
      'ballotRisksNone',
    )
  })

  way(
    'the key stays once a credential was given; a paper meeting has no slips; a rehearsal’s credential votes nowhere else',
    async () => {
      const { office, committee, clerk, lead } = await meetingOffice(await open())
      const nobody = office.visitor()
      const rehearsal = await planned(committee, { rehearsal: true })
      const practice = await prepared(committee, rehearsal, { delegate: 1 })
      const tried = await phone(nobody, practice.secrets[0]!.secret)
      const credential = await tried.credential()
      expect(code(await committee.ask(`POST ${practice.at}/key`, { body: { sealTo: hex(32) } }))).toBe(
        'ballotKeyFixed',
      )
      const meeting = await planned(committee)
      const real = await prepared(committee, meeting, { delegate: 1 })
      await opened(meeting)
      const body = { ...credential, meeting: real.id, sealed: tried.seal([]).sealed }
      expect(code(await nobody.ask('POST /api/vote/cast', { body }))).toBe('credentialFaulty')
      const paper = await planned(clerk, { kind: 'members', lead, phones: false })
      const slips = { voterClass: 'delegate', slips: [hex(32)] }
      expect(code(await clerk.ask(`POST ${paper.address}/ballots/slips`, { body: slips }))).toBe(
        'phonesUnused',
      )
      await ok(meeting.step({ step: 'closeVoting' }))
      await office.context.db.execute(
        sql`update ballot_box set state = 'sealed', seal_to = null where meeting = ${real.id}`,
      )
      expect(code(await committee.ask(`POST ${real.at}/unseal`, { body: { key: hex(32) } }))).toBe(
        'ballotKeyMissing',
      )
    },
  )

  if (kind === 'PostgreSQL')
    test('a database that keeps an order of votes is refused until somebody answers for it', async () => {
      const { office, committee } = await meetingOffice(await open())
      const meeting = await planned(committee)
      const { at } = await prepared(committee, meeting, { delegate: 1 })
      await office.context.db.execute(sql`select pg_create_physical_replication_slot('hengping_copy')`)
      try {
        await ok(meeting.step({ step: 'start' }))
        for (;;) if ((await ok(meeting.step({ step: 'next' }))).body['speech'] === undefined) break
        const refused = await meeting.step({ step: 'openVoting' })
        expect([code(refused), refused.body.message]).toEqual([
          'ballotRisks',
          '数据库把内容复制到另一台机器，会留下投票先后的痕迹；请先关闭，或写明理由后确认风险',
        ])
        const confirmed = await ok(
          committee.ask(`POST ${at}/risks`, { body: { reason: '备机在本单位机房' } }),
        )
        expect(confirmed.body['riskReason']).toBe('备机在本单位机房')
        await ok(meeting.step({ step: 'openVoting' }))
      } finally {
        await office.context.db.execute(sql`select pg_drop_replication_slot('hengping_copy')`)
      }
    })
})

async function waitingForLocks(db: Database): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]!.count
}

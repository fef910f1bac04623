import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import { meetingOffice, planned } from './heldMeeting.ts'
import { markAll, ok, opened, phone, prepared } from './votingMeeting.ts'

const [BALLOTS, SENDS, SLIPS, REDEMPTIONS] = [1000, 50, 50, 200]

/** So many ballots are under way at the same time, each sent so often in parallel. */
const AT_ONCE = 20

describeOnEachDatabase('四（四） crowds', (open, { kind }) => {
  test(`${BALLOTS} ballots sent ${SENDS} times in parallel count once each; of ${REDEMPTIONS} parallel redemptions of a slip one message is signed`, async () => {
    const { office, committee } = await meetingOffice(await open())
    const meeting = await planned(committee)
    const classes = { delegate: BALLOTS, partyAffairsOfficer: SLIPS }
    const { at, id, key, secrets } = await prepared(committee, meeting, classes)
    await opened(meeting)
    const nobody = office.visitor()
    const ofClass = (voterClass: string) =>
      secrets.filter(one => one.voterClass === voterClass).map(({ secret }) => secret)
    const [ballots, slips] = [ofClass('delegate'), ofClass('partyAffairsOfficer')]

    const began = performance.now()
    const { part } = await phone(nobody, ballots[0]!)
    const receipts: string[] = []
    let refused = 0
    const voteInParallel = async (secret: Uint8Array) => {
      const own = await phone(nobody, secret, part)
      const credential = await own.credential()
      const sheets = [70, 80].map(from => own.seal(markAll(part.form, line => from + (line % 10))))
      const sent = await Promise.all(
        Array.from({ length: SENDS }, (_, n) =>
          nobody.ask('POST /api/vote/cast', { body: { ...credential, sealed: sheets[n % 2]!.sealed } }),
        ),
      )
      const kept = new Set(sent.flatMap(({ status, body }) => (status === 200 ? [String(body['kept'])] : [])))
      expect(kept.size).toBe(1)
      refused += sent.filter(({ body }) => body.code === 'credentialUsed').length
      const mine = sheets.find(({ sealed }) => kept.has(hash('sha256', Buffer.from(sealed, 'base64'))))!
      receipts.push(mine.receipt)
    }
    for (let first = 0; first < BALLOTS; first += AT_ONCE)
      await Promise.all(ballots.slice(first, first + AT_ONCE).map(voteInParallel))
    expect(refused).toBe((BALLOTS * SENDS) / 2)
    const sending = performance.now() - began

    const phones = await Promise.all(slips.map(secret => phone(nobody, secret)))
    for (const own of phones) {
      const other = own.stranger()
      const answers = await Promise.all(
        Array.from({ length: REDEMPTIONS }, (_, n) => own.redeem(n % 2 === 0 ? other : own.blinded)),
      )
      const signed = answers.filter(({ status }) => status === 200)
      expect(new Set(signed.map(({ text }) => text)).size).toBe(1)
      expect(signed).toHaveLength(REDEMPTIONS / 2)
      expect(answers.filter(({ body }) => body.code === 'voteSlipUsed')).toHaveLength(REDEMPTIONS / 2)
    }

    await ok(meeting.step({ step: 'closeVoting' }))
    await ok(committee.ask(`POST ${at}/unseal`, { body: { key } }))
    await ok(committee.ask(`POST ${at}/count`, { body: {} }))
    await ok(committee.ask(`POST ${at}/publish`, { body: {} }))
    const { body } = await ok(nobody.ask(`GET /api/vote/meetings/${id}/published`))
    expect(body['receipts']).toEqual(receipts.toSorted())
    process.stderr.write(
      `${kind}: ${BALLOTS} ballots × ${SENDS} sends in ${Math.round(sending / 1000)} s, ${refused} of another sheet refused; ${SLIPS} slips × ${REDEMPTIONS} redemptions; ${receipts.length} counted\n`,
    )
  })
})

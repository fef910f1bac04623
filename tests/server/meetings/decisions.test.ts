import { expect, test } from 'vitest'
import { ballotSealed } from '../../../src/server/rooms/meetings/ballots/ballots.tables.ts'
import { describeWays } from '../databases.ts'
import { meetingOffice, plan, planned } from './heldMeeting.ts'

interface Decided {
  readonly phase: string
  readonly agenda: readonly {
    readonly unit: string
    readonly unitName: string
    readonly removedWhy?: string
  }[]
  readonly decisions: readonly object[]
}

describeWays('四（四） decisions about a meeting', open => {
  test('a secretary is taken off before voting opens, the close is moved later, the meeting is broken off; each with its reason', async () => {
    const { office, clerk, lead } = await meetingOffice(await open())
    const meeting = await planned(clerk, { kind: 'members', lead, phones: false })
    const edited = { ...plan, phones: false, scrutineer: '计票 一', rehearsal: undefined }
    expect((await meeting.write('PUT', edited)).body['code']).toBe('tellerIsScrutineer')
    const { agenda } = (await meeting.view()) as unknown as Decided
    const gone = agenda[0]!
    const remove = (unit: string) => meeting.write('POST /removals', { unit, reason: '突发疾病住院' })
    expect((await remove('U-none')).body['code']).toBe('notOnAgenda')
    const removed = (await remove(gone.unit)).body as unknown as Decided
    expect(removed.agenda[0]).toMatchObject({ unit: gone.unit, removedWhy: '突发疾病住院' })
    expect(removed.decisions).toMatchObject([{ kind: 'removed', unitName: gone.unitName }])

    const until = '2039-12-25T10:00:00.000Z'
    const later = () => meeting.write('POST /later-close', { until, reason: '还有人没有投完' })
    expect((await later()).body['code']).toBe('votingNotOpen')
    await meeting.step({ step: 'start' })
    for (let left = agenda.length; left > 0; left--) await meeting.step({ step: 'next' })
    expect((await meeting.step({ step: 'openVoting', minutes: 10 })).status).toBe(200)
    expect((await remove(agenda[1]!.unit)).body['code']).toBe('votingOpened')
    expect((await later()).status).toBe(200)
    expect((await later()).body['code']).toBe('closeNotLater')

    const { db } = office.context
    const { id } = await meeting.view()
    for (const token of ['aa', 'bb'])
      await db.insert(ballotSealed).values({ token, meeting: id, voterClass: 'a', sealed: '', hash: '' })
    const broken = await meeting.write('POST /break-off', { reason: '会场停电' })
    expect(broken.body['phase']).toBe('brokenOff')
    expect((broken.body as unknown as Decided).decisions).toMatchObject([
      { kind: 'removed' },
      { kind: 'closeMoved', until },
      { kind: 'brokenOff', reason: '会场停电' },
    ])
    expect(await db.select().from(ballotSealed)).toEqual([])
    expect((await office.trail()).at(-1)).toMatchObject({ kind: 'ballotsDestroyed', values: { sheets: 2 } })
    expect((await meeting.write('POST /break-off', { reason: '再次' })).body['code']).toBe('meetingNotNow')
    // Another meeting may be planned in its place.
    await planned(clerk, { kind: 'members', lead, phones: false })
  })
})

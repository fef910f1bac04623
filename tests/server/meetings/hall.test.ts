import { expect, test } from 'vitest'
import { findAsked } from '../../../src/server/rooms/meetings/plan/meetingKinds.ts'
import { describeWays } from '../databases.ts'
import { meetingOffice, type Meeting, plan, planned } from './heldMeeting.ts'

const code = (said: { readonly body: { readonly code?: string } }) => said.body.code

describeWays('四（四） a debrief meeting in the hall', open => {
  test('planned, its order drawn, held by the remote, the clock right after a restart, voted', async () => {
    const { office, lead, committee, clerk, otherClerk } = await meetingOffice(await open())
    const list = (await committee.ask('GET /api/years/2018/meetings')).body as unknown as {
      readonly plannable: readonly {
        readonly kind: string
        readonly lead?: string
        readonly speakers: number
        readonly convenes: boolean
      }[]
    }
    expect(list.plannable.filter(one => one.convenes).map(one => [one.kind, one.lead])).toEqual([
      ['committee', undefined],
    ])
    expect(
      code(await clerk.ask('POST /api/years/2018/meetings', { body: { kind: 'committee', ...plan } })),
    ).toBe('notConvenor')
    const members = { kind: 'members', lead, ...plan }
    expect(code(await otherClerk.ask('POST /api/years/2018/meetings', { body: members }))).toBe('notConvenor')
    expect(
      code(await clerk.ask('POST /api/years/2018/meetings', { body: { kind: 'members', ...plan } })),
    ).toBe('meetingLeadMissing')
    const late = { ...members, heldOn: '2019-01-05' }
    expect(code(await clerk.ask('POST /api/years/2018/meetings', { body: late }))).toBe('meetingDayOutside')
    for (const [more, refused] of [
      [{ kind: 'town' }, 'noSuchMeetingKind'],
      [{ lead: 'U-none' }, 'nobodyDebriefs'],
      [{ classes: [{ id: 'guest', expected: 3 }] }, 'noSuchVoterClass'],
    ] as const)
      expect(code(await clerk.ask('POST /api/years/2018/meetings', { body: { ...members, ...more } }))).toBe(
        refused,
      )
    const meeting = await planned(clerk, { kind: 'members', lead })
    expect(code(await clerk.ask('POST /api/years/2018/meetings', { body: members }))).toBe('meetingThere')
    const { rehearsal: _, ...ofPlan } = plan
    for (const startsAt of ['09:30', undefined]) {
      const edited = await meeting.write('PUT', { ...ofPlan, startsAt })
      expect([edited.status, edited.body['startsAt']], edited.text).toEqual([200, startsAt])
    }
    const own = (
      (await clerk.ask('GET /api/years/2018/meetings')).body as { meetings: { convenes: boolean }[] }
    ).meetings
    expect(own.map(one => one.convenes)).toEqual([true])
    expect((await otherClerk.ask(`GET ${meeting.address}`)).status).toBe(404)

    const before = await meeting.view()
    expect(
      code(await meeting.write('PUT /agenda', { lines: [{ unit: before.agenda[0]!.unit, speaks: true }] })),
    ).toBe('agendaNotWhole')
    const drawn = await meeting.write('POST /agenda-draw', { dice: '1234561234' })
    expect(drawn.status, drawn.text).toBe(200)
    const lines = (drawn.body as unknown as Meeting).agenda.map(({ unit }, at) => ({ unit, speaks: at < 2 }))
    expect((await meeting.write('PUT /agenda', { lines })).status).toBe(200)
    expect(code(await meeting.write('PUT /present', { classes: [{ id: 'delegate', present: 13 }] }))).toBe(
      'classPresentTooMany',
    )
    expect((await meeting.write('PUT /present', { classes: [{ id: 'delegate', present: 11 }] })).status).toBe(
      200,
    )

    const { code: pairing } = (
      await clerk.ask(`POST ${meeting.address}/pairings`, { body: { screen: 'remote' } })
    ).body
    const remote = office.visitor()
    const hall = async () =>
      (await remote.ask('POST /api/hall', { body: { code: pairing } })).body as unknown as Meeting
    const press = async (move: object) =>
      remote.ask('POST /api/hall/steps', { body: { code: pairing, move, revision: (await hall()).revision } })
    expect(code(await remote.ask('POST /api/hall', { body: { code: 'AAAABBBBCCCC' } }))).toBe(
      'pairingUnknown',
    )
    expect((await press({ step: 'start' })).status).toBe(200)
    expect(code(await meeting.write('POST /agenda-draw', { dice: '1234561234' }))).toBe('meetingFrozen')
    expect((await press({ step: 'next' })).status).toBe(200)
    office.forward(6)
    expect((await hall()).speech).toMatchObject({ unit: lines[0]!.unit, stage: 'within' })
    await press({ step: 'pause' })
    office.forward(15)
    const paused = (await hall()).speech!
    expect(paused).toMatchObject({ running: false, stage: 'within' })
    await press({ step: 'pause' })
    office.forward(3)
    expect((await hall()).speech).toMatchObject({ running: true, stage: 'overrun' })
    expect(code(await press({ step: 'openVoting' }))).toBe('speakersWaiting')
    expect((await press({ step: 'next' })).status).toBe(200)
    // The same step pressed twice is taken once.
    const { revision } = await hall()
    const twice = { code: pairing, move: { step: 'openVoting', minutes: 10 }, revision }
    expect((await remote.ask('POST /api/hall/steps', { body: twice })).status).toBe(200)
    expect(code(await remote.ask('POST /api/hall/steps', { body: twice }))).toBe('staleRevision')
    const later = { step: 'moveClose', minutes: 5 }
    expect((await press({ ...later, reason: ' ' })).status).toBe(400)
    office.forward(4)
    const moved = (await press({ ...later, reason: '还有人没有投完' })).body
    expect(moved['votingLeft']).toBeGreaterThan(10 * 60_000)
    expect(moved['votingLeft']).toBeLessThanOrEqual(11 * 60_000)
    expect(moved['votingUntil']).toMatch(/^\d{4}年\d+月\d+日 \d\d:\d\d$/)
    expect((await meeting.view()).decisions).toMatchObject([
      { kind: 'closeMoved', reason: '还有人没有投完', by: expect.stringContaining('（遥控）') },
    ])
    const after = await meeting.view()
    expect(after).toMatchObject({ phase: 'running', voting: 'open' })
    expect(after.agenda.map(line => line.spoken).slice(0, 3)).toEqual([true, true, false])
    // Nine minutes, and what the machine needed for these requests.
    expect(after.agenda[0]!.seconds).toBeGreaterThanOrEqual(9 * 60)
    expect(after.agenda[0]!.seconds).toBeLessThan(10 * 60)
    expect((await meeting.step({ step: 'closeVoting' })).body).toMatchObject({
      phase: 'closed',
      voting: 'closed',
    })
    expect((await office.trail()).filter(line => line.actor_name.endsWith('（遥控）')).length).toBe(7)
  })
})

test('a scheme without debrief meetings holds none', () => {
  const scheme = { rulings: [], components: [], timetable: [] }
  const year = { scheme, roster: { units: [], holders: [] }, units: new Map() }
  expect(findAsked(year as never, 'committee', undefined)).toMatchObject({ code: 'noMeetings' })
})

import { afterEach, expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import { type ALedger, openALedger } from '../ledger/aLedger.ts'
import type { Said, Visitor } from '../office.ts'
import { meetingAt, meetingOffice, plan, planned } from './heldMeeting.ts'
import { opened, prepared, votes } from './votingMeeting.ts'

let ledger: ALedger

afterEach(async () => {
  await ledger?.office.close()
  ledger = undefined as never
})

const code = (said: Said) => said.body.code
const OF_U2 = '/api/years/2018/units/U2'
const BRANCH = '机关第一党支部'

const { supervisors: _, rehearsal: __, ...own } = plan
const asked = {
  ...own,
  heldOn: '2018-12-24',
  side: 'members',
  before: '党员大会',
  classes: [
    { id: 'first', expected: 9 },
    { id: 'second', expected: 3 },
  ],
}

interface Person {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly members: {
    readonly marks?: readonly number[]
    readonly meeting?: string
    readonly entry?: string
    readonly heldOn?: string
  }
}

/** U2 lists somebody; what acts on the people, the meetings and the entries of U2. */
async function openDebriefs(name: string) {
  const { unit } = ledger
  const add = async (more: object) =>
    (await unit.ask(`POST ${OF_U2}/debriefs`, { body: { name, post: 'branch', branch: BRANCH, ...more } }))
      .body as never as Person
  const person = await add({})
  const people = async () =>
    (await unit.ask('GET /api/years/2018/debriefs')).body['people'] as never as readonly Person[]
  const meet = (body: object, who: Visitor = unit) =>
    who.ask(`POST ${OF_U2}/debrief-meetings`, { body: { ...asked, people: [person.id], ...body } })
  const meeting = async (body: object = {}) => {
    const made = await meet(body)
    expect(made.status, made.text).toBe(200)
    return meetingAt(unit, `/api/years/2018/meetings/${String(made.body['id'])}`)
  }
  const entries = async () =>
    ((await unit.ask(`GET ${OF_U2}/entries`)).body['entries'] as never as { state: string; note: string }[])
      .filter(({ state }) => state === 'inForce')
      .map(({ note }) => note)
      .toSorted()
  return { person, add, people, meet, meeting, entries }
}

/** Prints paper for the first class, holds the meeting and enters sheets with these grades, each twice. */
async function heldOnPaper(
  at: Awaited<ReturnType<typeof planned>>,
  present: number,
  grades: readonly string[],
) {
  const { unit, colleague } = ledger
  const paper = (who: Visitor, path: string, body: object) =>
    who.ask(`POST ${at.address}/paper${path}`, { body })
  const run = { voterClass: 'first', sheets: grades.length, style: 'boxes' }
  expect((await paper(unit, '/printed', run)).status).toBe(200)
  const classes = [
    { id: 'first', present },
    { id: 'second', present: 0 },
  ]
  await at.write('PUT /present', { classes })
  await opened(at)
  await at.step({ step: 'closeVoting' })
  for (const [nth, grade] of grades.entries())
    for (const who of [unit, colleague])
      await paper(who, '/sheets', { voterClass: 'first', number: nth + 1, marks: [grade], faulty: false })
  const counted = await unit.ask(`POST ${at.address}/ballots/count`, { body: {} })
  expect(counted.status, counted.text).toBe(200)
}

describeWays('六（四） dual debriefs at a small meeting', open => {
  test('debriefNobodyChosen, debriefPresentMissing, meetingOfDebriefs, debriefHeldElsewhere, debriefOfMeeting: a unit holds it, its voters cast ballots, and the count fills the record', async () => {
    ledger = await openALedger(await open())
    const { office, unit, lead, committee, stranger } = ledger
    const { person, add, people, meet, meeting, entries } = await openDebriefs('张某')
    const deputy = await add({ name: '王某', post: 'deputy', branch: '机关党委' })
    expect(code(await meet({ side: 'together' }))).toBe('debriefNotAsked')
    expect(code(await meet({ people: [] }))).toBe('debriefNobodyChosen')
    expect(code(await meet({ teller: '甲', scrutineer: '甲' }))).toBe('tellerIsScrutineer')
    expect(code(await meet({ classes: [{ id: 'delegate', expected: 3 }] }))).toBe('noSuchVoterClass')
    expect((await meet({}, stranger)).status).toBe(403)
    const at = await meeting({ people: [person.id, deputy.id] })
    const secretary = await office.someone('shuji', [{ role: 'secretary', unit: 'U2' }])
    const seen = await Promise.all(
      [unit, lead, committee, secretary].map(who => who.ask(`GET ${at.address}`)),
    )
    expect(seen.map(({ body }) => body['convenes'])).toEqual([true, false, false, false])
    expect((await stranger.ask(`GET ${at.address}`)).status).toBe(404)
    expect(code(await lead.ask(`POST ${at.address}/ballots/count`, { body: {} }))).toBe('notConvenor')
    // It is none of those whose ballots are scored.
    expect((await committee.ask('GET /api/years/2018/meetings')).body['meetings']).toEqual([])
    expect((await unit.ask('GET /api/years/2018/meetings')).status).toBe(403)
    // Who oversees the units sees whose it is.
    for (const who of [unit, committee])
      expect((await who.ask('GET /api/years/2018/debrief-meetings')).body['meetings']).toMatchObject([
        { name: '州农业局书记向党员述职评议会', unitName: '州农业局', speakers: 2, phaseName: '筹备' },
      ])

    const { key, secrets } = await prepared(unit, at, { first: 6, second: 2 })
    expect(code(await meet({ people: [] }))).toBe('debriefNobodyChosen')
    await at.step({ step: 'start' })
    for (let next = 0; next < 3; next++) await at.step({ step: 'next' })
    expect(code(await at.step({ step: 'openVoting' }))).toBe('debriefPresentMissing')
    const classes = [
      { id: 'first', present: 8 },
      { id: 'second', present: 2 },
    ]
    expect((await at.write('PUT /present', { classes })).status).toBe(200)
    expect((await at.step({ step: 'openVoting' })).status).toBe(200)
    const lines = [person.id, deputy.id]
    for (const [nth, { secret }] of secrets.entries())
      await votes(
        unit,
        secret,
        lines.map((line, of) => ({ unit: line, grade: nth < 6 - of ? 'good' : 'fair' })),
      )
    await at.step({ step: 'closeVoting' })
    const ballots = `${at.address}/ballots`
    expect((await unit.ask(`POST ${ballots}/unseal`, { body: { key } })).status).toBe(200)
    const record = (more: object = {}) => at.write('POST /debriefs', { files: [], lateReason: '', ...more })
    expect(code(await record())).toBe('meetingUncounted')
    const counted = await unit.ask(`POST ${ballots}/count`, { body: {} })
    // The second class is too small to be shown by itself, as in the hall.
    expect(counted.body['count']).toMatchObject({
      classes: [{ voterClasses: ['first', 'second'], phone: 8 }],
    })
    for (const refused of [
      await at.write('POST /report', {}),
      await unit.ask(`GET ${at.address}/minutes`),
      await committee.ask(`POST ${at.address}/notes`, { body: { body: '到会' } }),
    ])
      expect(code(refused)).toBe('meetingOfDebriefs')
    const body = { files: [], lateReason: '' }
    expect(code(await lead.ask(`POST ${at.address}/debriefs`, { body: { ...body, revision: 99 } }))).toBe(
      'staleRevision',
    )

    const done = await record()
    expect(done.body, done.text).toMatchObject({ phase: 'accepted', phaseName: '已登记' })
    const id = at.address.split('/').at(-1)
    const parts = async () =>
      Object.fromEntries((await people()).map(one => [one.name, [one.members.marks, one.members.meeting]]))
    expect(await parts()).toEqual({ 张某: [[6, 2, 0, 0], id], 王某: [[5, 3, 0, 0], id] })
    expect(await entries()).toEqual(
      [
        [5, 3],
        [6, 2],
      ].map(
        ([good, fair]) =>
          `向党员大会述职；党员8人、群众代表2人；好${good}票、较好${fair}票、一般0票、差0票；由会议投票计票`,
      ),
    )
    const filled = (await people()).find(({ name }) => name === '张某')!
    const byHand = {
      side: 'members',
      heldOn: '2018-12-24',
      before: '党员大会',
      first: 8,
      second: 2,
      good: 10,
      fair: 0,
      ordinary: 0,
      poor: 0,
      lateReason: '',
      files: [],
      revision: filled.revision,
    }
    const hold = (more: object = {}) =>
      unit.ask(`POST ${OF_U2}/debriefs/${person.id}/hold`, { body: { ...byHand, ...more } })
    expect(code(await hold())).toBe('debriefOfMeeting')
    const entry = `${OF_U2}/entries/${filled.members.entry}`
    expect(code(await unit.ask(`POST ${entry}/withdraw`, { body: { reason: '有误' } }))).toBe(
      'debriefOfMeeting',
    )

    const back = await at.write('POST /debriefs-reopen', { reason: '计票有误' })
    expect(back.body, back.text).toMatchObject({
      phaseName: '已收回，待更正',
      decisions: [{ kind: 'takenBack' }],
    })
    expect(await entries()).toEqual([])
    expect(await parts()).toEqual({ 张某: [undefined, undefined], 王某: [undefined, undefined] })
    expect((await unit.ask(`POST ${ballots}/count`, { body: {} })).status).toBe(200)
    // Meanwhile somebody recorded one by hand.
    const { revision } = (await people()).find(({ name }) => name === '张某')!
    const typed = (await hold({ revision })).body as never as Person
    expect(code(await record())).toBe('debriefHeldElsewhere')
    expect(code(await meet({}))).toBe('debriefHeldElsewhere')
    const again = `${OF_U2}/entries/${typed.members.entry}`
    await unit.ask(`POST ${again}/withdraw`, { body: { reason: '以会议为准' } })
    expect((await record()).body).toMatchObject({ phase: 'accepted' })
    expect(await parts()).toEqual({ 张某: [[6, 2, 0, 0], id], 王某: [[5, 3, 0, 0], id] })
    expect((await office.trail()).map(({ kind }) => kind)).toContain('debriefsRecorded')
  })

  test('notDebriefMeeting: a meeting whose ballots are scored is none of them, and a unit sees nothing of it, though its secretary does', async () => {
    const { office, committee } = await meetingOffice(await open())
    const hall = await planned(committee)
    const { unit } = (await hall.view()).agenda[0]!
    expect(code(await hall.write('POST /debriefs', { files: [], lateReason: '' }))).toBe('notDebriefMeeting')
    const clerk = await office.someone('danwei', [{ role: 'unit', unit }])
    for (const path of ['', '/minutes', '/ballots', '/ballots/count', '/paper'])
      expect((await clerk.ask(`GET ${hall.address}${path}`)).status).toBe(404)
    expect(
      code(await clerk.ask('POST /api/years/2018/meetings', { body: { kind: 'committee', ...plan } })),
    ).toBe('notConvenor')
    const both = await office.someone('shuji', [
      { role: 'secretary', unit },
      { role: 'unit', unit },
    ])
    expect((await both.ask(`GET ${hall.address}`)).status).toBe(200)
    expect((await both.ask(`GET ${hall.address}/ballots`)).status).toBe(404)
  })

  test('on paper, keyed by two; too few sheets show no marks; more than came are taken back and the meeting is broken off', async () => {
    ledger = await openALedger(await open())
    const { people, meeting, entries } = await openDebriefs('张某')
    const few = await meeting({ phones: false })
    const record = (at: typeof few) => at.write('POST /debriefs', { files: [], lateReason: '' })
    await heldOnPaper(few, 4, ['good', 'good', 'fair', 'good'])
    expect((await record(few)).body).toMatchObject({ phase: 'accepted' })
    const [held] = await people()
    expect(held!.members).toMatchObject({ heldOn: '2018-12-24', voters: [4, 0] })
    expect(held!.members.marks).toBeUndefined()
    expect((await entries())[0]).toMatch(/有效票太少，按口径不公开评议结果/)
    await few.write('POST /debriefs-reopen', { reason: '另行召开' })
    expect((await few.write('POST /break-off', { reason: '另行召开' })).body).toMatchObject({
      phase: 'brokenOff',
    })

    const many = await meeting({ phones: false })
    await heldOnPaper(many, 2, ['good', 'good', 'fair', 'good', 'good'])
    expect(code(await record(many))).toBe('debriefMarksExceed')
    expect(code(await many.write('POST /break-off', { reason: '票多于人' }))).toBe('meetingNotNow')
    await many.write('POST /debriefs-reopen', { reason: '票多于人' })
    expect((await many.write('POST /break-off', { reason: '票多于人' })).body).toMatchObject({
      phase: 'brokenOff',
    })
    expect(await entries()).toEqual([])
  })
})

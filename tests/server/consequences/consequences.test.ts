import { afterEach, expect, test } from 'vitest'
import { upholdObjections } from '../upholdObjections.ts'
import type { Visitor } from '../office.ts'
import { describeWays } from '../databases.ts'
import { openOffice, type Office } from '../office.ts'
import { layDemoYear } from '../layDemoYear.ts'

interface Row {
  readonly unit: string
  readonly unitName: string
  readonly rule: string
  readonly overYears: boolean
  readonly follows: readonly string[]
  readonly years: readonly {
    readonly cycle: number
    readonly fromBottom?: number
    readonly personName?: string
  }[]
  readonly state: string
  readonly notice?: { readonly revision: number }
}

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

describeWays('五（三）（四） consequences', open => {
  test('shows who meets which consequence and the years that led to it; a notice once the result is released, withdrawn if recorded wrongly; one reply; the export keeps texts as texts', async () => {
    office = await openOffice(await open())
    await layDemoYear(office.context, 40)
    const committee = await office.someone('kaohe', [{ role: 'committee' }])
    const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
    const list = async (who: Visitor) =>
      (await who.ask('GET /api/years/2018/consequences')).body as never as { rows: Row[]; mayServe: boolean }

    const reply = (who: Visitor, row: Row, revision = 1) =>
      who.ask(`POST /api/years/2018/units/${row.unit}/consequences/${row.rule}/reply`, {
        body: { reply: '已收到', revision },
      })
    const before = await list(committee)
    const [longest] = before.rows
      .filter(row => row.overYears)
      .toSorted((one, other) => other.years.length - one.years.length)
    expect(longest!.years.map(year => year.cycle)).toEqual([2016, 2017, 2018])
    expect(longest!.years.every(year => year.fromBottom! <= 3)).toBe(true)
    expect(before.mayServe).toBe(false)
    const notice = (row: Row, to = '=HYPERLINK("x")') =>
      committee.ask(`POST /api/years/2018/units/${row.unit}/consequences/${row.rule}/notice`, {
        body: { to, servedOn: '2018-12-24' },
      })
    expect((await notice(longest!)).body).toMatchObject({
      code: 'noticeNotYet',
      message: expect.stringContaining('审定并公布后'),
    })

    await upholdObjections(async (route, body) => (await committee.ask(route, body && { body })).body)
    const { body: ranking } = await committee.ask('GET /api/years/2018/ranking')
    expect(
      (await committee.ask('POST /api/years/2018/seals', { body: { revision: ranking['revision'] } })).status,
    ).toBe(200)
    expect((await notice(longest!)).body).toMatchObject({ code: 'noticeNotYet' })
    expect((await leading.ask('POST /api/years/2018/seals/1/approve', { body: {} })).status).toBe(200)
    expect((await notice(longest!)).body).toMatchObject({
      code: 'noticeNotYet',
      message: expect.stringContaining('公布后'),
    })
    expect((await list(committee)).mayServe).toBe(false)
    const member = await office.someone('danwei', [{ role: 'unit', unit: longest!.unit }])
    expect((await reply(member, longest!)).body).toMatchObject({ code: 'notReleased' })
    expect((await committee.ask('POST /api/years/2018/release', { body: { seal: 1 } })).status).toBe(200)
    const servedOn = (day: string) =>
      committee.ask(`POST /api/years/2018/units/${longest!.unit}/consequences/${longest!.rule}/notice`, {
        body: { to: '甲', servedOn: day },
      })
    expect((await servedOn('2018-12-25')).body).toMatchObject({ code: 'servedInFuture' })
    expect((await servedOn('2017-12-31')).body).toMatchObject({ code: 'followUpDayBefore' })

    const first = before.rows[0]!
    const all = before.rows.filter(row => row.unit !== first.unit)
    expect((await notice({ ...first, rule: 'noSuchRule' })).body).toMatchObject({ code: 'noticeNotDue' })
    const served = await Promise.all([notice(longest!), notice(longest!)])
    expect(served.map(one => one.status).toSorted()).toEqual([200, 422])
    expect(served.find(one => one.status === 422)!.body).toMatchObject({ code: 'noticeAlreadyServed' })

    const stranger = await office.someone('bieren', [{ role: 'unit', unit: all[0]!.unit }])
    expect((await reply(stranger, longest!)).body).toMatchObject({ code: 'outOfReach' })
    expect((await reply(member, longest!, 7)).body).toMatchObject({ code: 'staleRevision' })
    expect((await reply(committee, first)).body).toMatchObject({ code: 'noticeNotServed' })
    const withdraw = (revision: number, reason = '日期写错') =>
      committee.ask(
        `POST /api/years/2018/units/${longest!.unit}/consequences/${longest!.rule}/notice/withdraw`,
        { body: { reason, revision } },
      )
    expect((await withdraw(7)).body).toMatchObject({ code: 'staleRevision' })
    expect((await withdraw(1)).status).toBe(200)
    expect((await withdraw(1)).body).toMatchObject({ code: 'noticeNotServed' })
    expect((await list(committee)).rows.find(row => row.rule === longest!.rule)).toMatchObject({
      state: 'pending',
    })
    expect((await notice(longest!)).status).toBe(200)
    expect((await reply(member, longest!)).status).toBe(200)
    expect((await withdraw(2)).body).toMatchObject({ code: 'noticeAlreadyReplied' })
    expect((await reply(member, longest!, 2)).body).toMatchObject({ code: 'noticeAlreadyReplied' })

    const own = await list(member)
    expect(own.rows.length).toBeGreaterThan(0)
    expect(own.rows.every(row => row.unit === longest!.unit)).toBe(true)
    expect(own.rows.find(row => row.rule === longest!.rule)).toMatchObject({ state: 'replied' })

    await followUps(committee, member, leading, before.rows)
    const kinds = (await office.trail()).map(line => line.kind)
    expect(kinds.filter(kind => kind.startsWith('notice'))).toEqual([
      'noticeServed',
      'noticeWithdrawn',
      'noticeServed',
      'noticeReplied',
    ])
  })
})

const TODAY = '2018-12-24'

/** 五（四）: a talk from arranged to settled, a proposal to its outcome. */
async function followUps(committee: Visitor, member: Visitor, leading: Visitor, rows: readonly Row[]) {
  const of = (name: string) => rows.find(row => row.rule === name)!
  const [talk, proposal, supervised] = [
    of('admonitoryTalk'),
    of('reassignmentProposal'),
    of('keySupervision'),
  ]
  const at = (row: Row) => `/api/years/2018/units/${row.unit}/consequences/${row.rule}`
  const send = async (who: Visitor, row: Row, path: string, body: object) =>
    (await who.ask(`${path.replace(' ', ` ${at(row)}/`)}`, { body })).body
  const seen = async (who: Visitor, row: Row) =>
    (
      (await who.ask('GET /api/years/2018/consequences')).body as never as {
        rows: (Row & { standing?: string; overdueSince?: string; followUp?: { steps: { id: string }[] } })[]
      }
    ).rows.find(one => one.unit === row.unit && one.rule === row.rule)

  const arranged = { who: '州委常委 周某', day: '2018-12-20', place: '州委' }
  expect(await send(committee, supervised, 'PUT talk', { ...arranged, revision: 0 })).toMatchObject({
    code: 'followUpNotDue',
  })
  const proposed = {
    authority: 'superior',
    who: '省厅党组',
    day: TODAY,
    record: '连续三年排名靠后',
    revision: 0,
  }
  const other = [
    await send(committee, talk, 'PUT proposal', proposed),
    await send(committee, proposal, 'PUT talk', { ...arranged, revision: 0 }),
  ]
  expect(other.map(one => one['code'])).toEqual(['followUpOther', 'followUpOther'])
  expect([talk, proposal, supervised].map(({ follows }) => follows)).toEqual([
    ['talk'],
    ['proposal'],
    ['supervision'],
  ])
  const twice = await Promise.all([
    send(committee, talk, 'PUT talk', { ...arranged, revision: 0 }),
    send(committee, talk, 'PUT talk', { ...arranged, revision: 0 }),
  ])
  expect(twice.map(one => one['code']).filter(Boolean)).toEqual(['staleRevision'])
  // Whoever was to talk stays named, though the roster knows no leader in charge any more.
  const told = await seen(leading, talk)
  expect(told).toMatchObject({
    standing: 'arranged',
    overdueSince: '2018-12-20',
    followUp: { who: arranged.who },
    unitKind: expect.any(String),
  })
  expect(told).not.toHaveProperty('leader')
  const due = (await committee.ask('GET /api/years/2018/due')).body as never as { waiting: { id: string }[] }
  expect(due.waiting.map(({ id }) => id)).toContain('followUps')
  const record = { heldOn: TODAY, present: '组织部', record: '指出问题，提出要求', revision: 1 }
  expect(
    await send(committee, talk, 'POST talk/record', { ...record, signedOn: '2018-12-23' }),
  ).toMatchObject({
    code: 'followUpDayBefore',
  })
  await send(committee, talk, 'POST talk/record', { ...record, signedOn: TODAY })
  await send(committee, talk, 'POST talk/steps', { text: '补开组织生活会', due: '2019-01-31', revision: 2 })
  const unit = await office!.someone('yuetan', [{ role: 'secretary', unit: talk.unit }])
  const [step] = (await seen(unit, talk))!.followUp!.steps
  const settled = { result: '已补开', doneOn: TODAY, revision: 3 }
  expect(await send(member, talk, `POST talk/steps/${step!.id}/settle`, settled)).toMatchObject({
    code: 'outOfReach',
  })
  expect(await send(unit, talk, `POST talk/steps/${step!.id}/settle`, settled)).toMatchObject({
    signedOn: TODAY,
    steps: [{ result: '已补开' }],
  })
  expect(
    await send(unit, talk, `POST talk/steps/${step!.id}/settle`, { ...settled, revision: 4 }),
  ).toMatchObject({ code: 'followUpLocked' })
  expect(await seen(unit, talk)).toMatchObject({ standing: 'settled' })

  await send(committee, proposal, 'PUT proposal', proposed)
  const outcome = { outcome: 'adopted', outcomeOn: TODAY, answer: '已调整', revision: 1 }
  await send(committee, proposal, 'POST proposal/outcome', outcome)
  expect(await seen(leading, proposal)).toMatchObject({
    standing: 'settled',
    followUp: { who: '省厅党组', outcome: 'adopted' },
  })
  const reassigned = await office!.someone('tiaozheng', [{ role: 'secretary', unit: proposal.unit }])
  expect(await seen(reassigned, proposal)).not.toHaveProperty('followUp')
}

import { afterEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import { type ALedger, openALedger } from './aLedger.ts'

let ledger: ALedger

afterEach(() => ledger.office.close())

const PARTY = { kind: 'themedPartyDay', title: '主题党日', happenedOn: '2018-05-18' }

describeOnEachDatabase('四（一） periods', (open, { way }) => {
  way('ledgerLateReasonMissing: after its day a period takes what has a reason, and marks it', async () => {
    ledger = await openALedger(await open())
    expect((await ledger.enter(PARTY)).body).toMatchObject({
      code: 'ledgerLateReasonMissing',
      message: expect.stringContaining('2018年6月10日'),
    })
    expect((await ledger.enter({ ...PARTY, lateReason: '交接后补录' })).body).toMatchObject({
      late: true,
      lateReason: '交接后补录',
      period: '2018-05',
      enteredOn: '2018-12-24',
    })
    expect((await ledger.enter({ ...PARTY, happenedOn: '2018-12-07' })).body).toMatchObject({ late: false })
    expect(
      (await ledger.enter({ ...PARTY, happenedOn: '2018-12-06', period: '2018-05', lateReason: '补' })).body,
    ).toMatchObject({
      outsidePeriod: true,
    })
  })

  test('ledgerPeriodClosed: a period closed by the committee accepts no entries, a period it opened is not late; of two concurrent changes one is refused', async () => {
    ledger = await openALedger(await open())
    const set = (period: string, state: string, revision: number) =>
      ledger.committee.ask(`POST /api/years/2018/ledger/periods/${period}`, {
        body: { state, reason: '核查在即', revision },
      })
    const both = await Promise.all([set('2018-Q2', 'closed', 0), set('2018-Q2', 'open', 0)])
    expect(both.map(one => one.status).toSorted()).toEqual([200, 409])
    expect((await set('2018-Q2', 'closed', 1)).body).toEqual({ revision: 2 })
    expect((await ledger.enter({ ...PARTY, lateReason: '补' })).body).toMatchObject({
      code: 'ledgerPeriodClosed',
      message: expect.stringContaining('核查在即'),
    })
    expect((await set('2018-05', 'open', 2)).status).toBe(200)
    const entry = await ledger.enter(PARTY)
    expect(entry.body).toMatchObject({ late: false })
    expect((await set('2018-05', 'closed', 3)).status).toBe(200)
    const end = { body: { reason: '登记错了' } }
    const withdraw = `POST /api/years/2018/units/U2/entries/${String(entry.body['id'])}/withdraw`
    expect((await ledger.unit.ask(withdraw, end)).body).toMatchObject({ code: 'ledgerPeriodClosed' })
    expect((await set('2018-05', 'byDate', 4)).status).toBe(200)
    expect((await ledger.unit.ask(withdraw, end)).body).toMatchObject({ code: 'ledgerPeriodClosed' })
    expect((await set('2018-Q2', 'byDate', 5)).status).toBe(200)
    expect((await ledger.unit.ask(withdraw, end)).status).toBe(200)
    expect((await ledger.unit.ask('POST /api/years/2018/ledger/periods/2018-05', { body: {} })).status).toBe(
      403,
    )
  })

  way('the committee sets how many days after its end a period closes', async () => {
    ledger = await openALedger(await open())
    const november = { ...PARTY, happenedOn: '2018-11-20' }
    expect((await ledger.enter(november)).body).toMatchObject({ code: 'ledgerLateReasonMissing' })
    const grace = { body: { days: 30, reason: '年底从宽', revision: 0 } }
    expect((await ledger.committee.ask('POST /api/years/2018/ledger/grace', grace)).body).toEqual({
      revision: 1,
    })
    expect((await ledger.committee.ask('POST /api/years/2018/ledger/grace', grace)).body).toMatchObject({
      code: 'staleRevision',
    })
    expect((await ledger.enter(november)).body).toMatchObject({ late: false })
    const { body } = await ledger.unit.ask('GET /api/years/2018/ledger/periods')
    expect(body).toMatchObject({ graceDays: 30, revision: 1 })
    expect((body['periods'] as { period: string }[]).find(one => one.period === '2018-11')).toMatchObject({
      closesOn: '2018-12-30',
      state: 'open',
    })
  })

  way(
    'counters: what is done, due and lacking, and what it is going to cost; corrections move it',
    async () => {
      ledger = await openALedger(await open(), {
        ledger: [{ unit: 'U2', counter: 'monthlyUpload', period: '2018-01', count: 1 }],
      })
      const view = async () =>
        (await ledger.unit.ask('GET /api/years/2018/units/U2/counters')).body as never as View
      const row = (seen: View, id: string) => seen.forecast.find(one => one.row === id)!
      const before = await view()
      expect(row(before, '一.1')).toMatchObject({ atEnd: 0, atRisk: 4 })
      expect(row(before, '七.2')).toMatchObject({ now: 3, atEnd: 3 })
      const first = await ledger.enter()
      const seen = await view()
      expect(row(seen, '一.1')).toMatchObject({ now: 0, atEnd: 3, atRisk: 3 })
      expect(seen.counters.find(one => one.counter === 'boardMeeting')).toMatchObject({
        kept: true,
        total: 1,
        entries: 1,
        required: { told: '全年4次' },
        next: { period: '2018', missing: 3, days: 7 },
        periods: [{ done: 1, due: 4, state: 'current', late: 0 }],
      })
      expect(seen.counters.find(one => one.counter === 'monthlyUpload')).toMatchObject({
        imported: 1,
        entries: 0,
        shortNow: 10,
        shortAtEnd: 11,
      })
      await ledger.unit.ask(`POST /api/years/2018/units/U2/entries/${String(first.body['id'])}/correct`, {
        body: { ...PARTY, happenedOn: '2018-12-05', reason: '类别选错了' },
      })
      const corrected = await view()
      expect(row(corrected, '一.1')).toMatchObject({ atEnd: 0, atRisk: 4 })
      expect(row(corrected, '四.1')).toMatchObject({ now: 5, atEnd: 5 })
      const board = (await ledger.committee.ask('GET /api/years/2018/ledger/board')).body as never as Board
      expect(board.lines.find(one => one.unit === 'U2')).toMatchObject({
        entries: 1,
        kept: 2,
        done: 2,
        lossAtEnd: 8,
        atRisk: expect.any(Number),
      })
      expect(board.totals).toMatchObject({ units: 4, keeping: 1, lossAtEnd: 8 })
      for (const path of ['units/U2/ledger.xlsx', 'units/U2/ledger-template.xlsx', 'remedies-template.xlsx'])
        expect((await ledger.committee.ask(`GET /api/years/2018/${path}`)).status).toBe(200)
      const terms = await ledger.unit.ask('GET /api/years/2018/ledger/terms')
      expect(terms.body['kinds']).toContainEqual(
        expect.objectContaining({ kind: 'fridayStudy', counts: true, per: 'month', told: '每月2次' }),
      )
      expect((terms.body['kinds'] as { name: string }[]).filter(one => one.name === '主题党日')).toHaveLength(
        1,
      )
    },
  )
})

interface View {
  readonly counters: readonly { readonly counter: string }[]
  readonly forecast: readonly { readonly row: string; readonly now: number; readonly atEnd: number }[]
}

interface Board {
  readonly totals: Readonly<Record<string, number>>
  readonly lines: readonly { readonly unit: string }[]
}

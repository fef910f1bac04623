import { afterEach, expect, test } from 'vitest'
import type { PastEntry } from '../../../src/domain/year/history/history.ts'
import { points } from '../../../src/domain/kernel/points.ts'
import { describeOnEachDatabase } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { type ALedger, openALedger } from './aLedger.ts'

let ledger: ALedger

afterEach(() => ledger.office.close())

const OF_U2 = '/api/years/2018/units/U2/remedies'
const past = (unit: string, rowsLost: readonly string[]): PastEntry => ({
  unit,
  person: 'p',
  composite: points(88),
  place: 1,
  fromBottom: 1,
  grade: 'good',
  rowsLost,
})

const update = (who: Visitor, id: string, fields: object) =>
  who.ask(`POST ${OF_U2}/${id}`, {
    body: { measure: '', state: 'inHand', result: '', entries: [], revision: 1, ...fields },
  })

const items = async () =>
  (
    (await ledger.unit.ask(`GET ${OF_U2}`)).body as never as {
      items: { id: string; revision: number; origin: string }[]
    }
  ).items

describeOnEachDatabase('六（一） self-check and last year’s problems', (open, { way }) => {
  test('remedyTwin, deadlineFar, remedyResultMissing, remedyEntryUnknown, staleRevision: a remedy from start to end, with proof', async () => {
    ledger = await openALedger(await open())
    const add = (who: Visitor, body: object) => who.ask(`POST ${OF_U2}`, { body })
    const made = await add(ledger.unit, { problem: '记录不全', row: '四.1', deadline: '2018-12-01' })
    const id = made.body['id'] as string
    expect((await add(ledger.unit, { problem: '记录不全', row: '四.1' })).body).toMatchObject({
      code: 'remedyTwin',
    })
    expect((await add(ledger.committee, { problem: '会议次数偏少', row: '九.9' })).body).toMatchObject({
      code: 'ledgerRowUnknown',
    })
    expect((await add(ledger.unit, { problem: '台账不全', deadline: '2091-12-01' })).body).toMatchObject({
      code: 'deadlineFar',
    })
    expect((await update(ledger.unit, id, { deadline: '2091-12-01' })).body).toMatchObject({
      code: 'deadlineFar',
    })
    expect((await add(ledger.committee, { problem: '会议次数偏少' })).status).toBe(200)
    expect((await add(ledger.stranger, { problem: '别家的' })).status).toBe(403)
    expect((await update(ledger.unit, id, { state: 'done' })).body).toMatchObject({
      code: 'remedyResultMissing',
    })
    const entry = (await ledger.enter()).body['id'] as string
    const other = await ledger.stranger.ask('POST /api/years/2018/units/U4/entries', {
      body: { kind: 'meeting', title: '别家的会', happenedOn: '2018-12-05' },
    })
    expect((await update(ledger.unit, id, { entries: [other.body['id']] })).body).toMatchObject({
      code: 'remedyEntryUnknown',
    })
    const both = await Promise.all(
      [ledger.unit, ledger.colleague].map(who =>
        update(who, id, { state: 'done', result: '已补全', entries: [entry] }),
      ),
    )
    expect(both.map(one => one.status).toSorted()).toEqual([200, 409])
    expect(await items()).toMatchObject([
      {
        id,
        origin: 'self',
        state: 'done',
        overdue: false,
        entries: [{ id: entry }],
        revision: 2,
        citation: '附件 四.1',
      },
      { origin: 'committee', stateName: '未开始' },
    ])
    const withdraw = { body: { reason: '不是问题', revision: 2 } }
    expect((await ledger.unit.ask(`POST ${OF_U2}/${id}/withdraw`, withdraw)).status).toBe(200)
    expect((await ledger.unit.ask(`POST ${OF_U2}/${id}/withdraw`, withdraw)).status).toBe(404)
    expect(await items()).toHaveLength(1)
  })

  test('remedyOfCommittee: what the committee or last year put on the list, only the committee withdraws', async () => {
    ledger = await openALedger(
      await open(),
      {},
      { years: [{ cycle: 2017, entries: [past('U2', ['四.1'])] }] },
    )
    await ledger.committee.ask(`POST ${OF_U2}`, { body: { problem: '会议次数偏少' } })
    await ledger.committee.ask('POST /api/years/2018/remedies/from-last-year', { body: {} })
    const listed = await items()
    expect(listed.map(one => one.origin).toSorted()).toEqual(['committee', 'lastYear'])
    const withdraw = (who: Visitor, { id, revision }: (typeof listed)[number]) =>
      who.ask(`POST ${OF_U2}/${id}/withdraw`, { body: { reason: '不想要', revision } })
    for (const one of listed) {
      expect((await withdraw(ledger.unit, one)).body).toMatchObject({ code: 'remedyOfCommittee' })
      expect((await withdraw(ledger.committee, one)).status).toBe(200)
    }
    expect(await items()).toEqual([])
  })

  way(
    'lastYearUnknown; rows lost last year become problems, once each, of the unit that took over too',
    async () => {
      ledger = await openALedger(
        await open(),
        {},
        { years: [{ cycle: 2017, entries: [past('U2', ['四.1', '七.2']), past('U9', ['一.1'])] }] },
      )
      const list = () => ledger.committee.ask('POST /api/years/2018/remedies/from-last-year', { body: {} })
      expect((await list()).body).toEqual({ added: 3, units: 2 })
      expect((await list()).body).toMatchObject({ added: 0 })
      expect((await items()).map(one => one.origin)).toEqual(['lastYear', 'lastYear'])
      const all = (await ledger.lead.ask('GET /api/years/2018/remedies')).body as never as {
        items: { unit: string }[]
      }
      expect(all.items.map(one => one.unit)).toEqual(['U2', 'U2'])
      expect((await ledger.stranger.ask('GET /api/years/2018/remedies')).body['items']).toMatchObject([
        { unit: 'U4', row: '一.1' },
      ])
      await ledger.office.close()
      ledger = await openALedger(await open())
      expect((await list()).body).toMatchObject({ code: 'lastYearUnknown' })
    },
  )
})

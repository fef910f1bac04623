import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import { pdf } from '../files/madeFiles.ts'
import { type ALedger, MEETING, openALedger } from './aLedger.ts'

const ACT = '7d6c1b5e-2f0a-4b52-9a53-0d1f6e3c9a41'

let ledger: ALedger

afterEach(() => ledger.office.close())

const idOf = (said: { readonly body: Readonly<Record<string, unknown>> }): string => said.body['id'] as string
const at = (entry: string, what: string): string => `POST /api/years/2018/units/U2/entries/${entry}/${what}`

describeOnEachDatabase('四（一） entries', (open, { way }) => {
  test('an entry sent repeatedly counts once; a second equal entry needs confirmation', async () => {
    ledger = await openALedger(await open())
    const sent = await Promise.all([ledger.enter({}, ledger.unit, ACT), ledger.enter({}, ledger.unit, ACT)])
    expect(sent.map(one => one.status)).toEqual([200, 200])
    expect(idOf(sent[0]!)).toBe(idOf(sent[1]!))
    expect(sent[0]!.body).toMatchObject({
      kindName: '班子会议研究党建',
      period: '2018',
      late: false,
      outsidePeriod: false,
      rows: [{ row: '一.1', byHand: false }],
    })
    expect((await ledger.enter({ title: '班子会 研究党建工作' }, ledger.colleague)).body).toMatchObject({
      code: 'ledgerTwin',
      message: expect.stringContaining('danwei'),
    })
    expect((await ledger.enter({ twinMeant: true })).status).toBe(200)
    const both = await Promise.all(
      [ledger.unit, ledger.colleague].map(who => ledger.enter({ title: '同时登记' }, who)),
    )
    expect(both.map(one => one.status).toSorted()).toEqual([200, 422])
    expect(await ledger.facts()).toEqual([
      { counter: 'boardMeeting', period: '2018', count: 3, source: '台账' },
    ])
  })

  way('a ledger comes by page, searched and filtered by the server, or the entries of one cell', async () => {
    ledger = await openALedger(await open())
    for (let at = 1; at <= 101; at++) await ledger.enter({ title: `第${at}次会议` })
    const study = idOf(
      await ledger.enter({ kind: 'themedPartyDay', title: '参观', happenedOn: '2018-12-03' }),
    )
    const path = '/api/years/2018/units/U2/entries'
    const wrong = await ledger.enter({ title: '写错的' })
    await ledger.unit.ask(`POST ${path}/${idOf(wrong)}/withdraw`, { body: { reason: '写错' } })
    const read = async (query: string) =>
      (await ledger.unit.ask(`GET ${path}?${query}`)).body as never as {
        ended: number
        entries: { id: string; title: string }[]
        paging?: { found: number; all: number }
      }
    const first = await read('page=0')
    expect([first.entries.length, first.entries[0]!.id]).toEqual([100, study])
    expect(first).toMatchObject({ ended: 1, paging: { found: 102, all: 102 } })
    expect((await read('page=1')).entries.map(one => one.title)).toEqual(['第2次会议', '第1次会议'])
    expect(await read('page=0&search=第50次')).toMatchObject({ entries: [{ title: '第50次会议' }] })
    expect(await read('page=0&sort=title&ended=true')).toMatchObject({ paging: { found: 103 } })
    expect((await read('counter=themedPartyDay&within=2018-Q4')).entries.map(one => one.id)).toEqual([study])
    expect((await read('counter=themedPartyDay&within=2018-11')).entries).toEqual([])
  })

  way(
    'ledgerKindUnknown, ledgerRowUnknown, ledgerDayAhead, ledgerDayOutsideYear, ledgerPeriodOutsideYear, ledgerPeriodTooCoarse',
    async () => {
      ledger = await openALedger(await open())
      const code = async (fields: object) => (await ledger.enter(fields)).body.code
      expect(await code({ kind: 'lateReturn' })).toBe('ledgerKindUnknown')
      expect(await code({ rows: ['九.9'] })).toBe('ledgerRowUnknown')
      expect(await code({ happenedOn: '2018-12-25' })).toBe('ledgerDayAhead')
      expect(await code({ happenedOn: '2017-12-25' })).toBe('ledgerDayOutsideYear')
      expect(await code({ period: '2017-12' })).toBe('ledgerPeriodOutsideYear')
      expect(await code({ kind: 'themedPartyDay', period: '2018-Q4' })).toBe('ledgerPeriodTooCoarse')
      expect(await ledger.facts()).toEqual([])
    },
  )

  way('a kind that counts nowhere is kept, with rows cited by hand', async () => {
    ledger = await openALedger(await open())
    const said = await ledger.enter({
      kind: 'dualDebrief',
      title: '支部书记双述双评',
      participants: 6,
      rows: ['一.4'],
    })
    expect(said.body).toMatchObject({
      kindName: '双述双评',
      participants: 6,
      period: '2018-12',
      rows: [{ row: '一.4', byHand: true }],
    })
    expect(await ledger.facts()).toEqual([])
  })

  way(
    'imported counts give way to the first entry and come back with the last; finer ones of that period too',
    async () => {
      const imported = (period: string, count: number, counter = 'boardMeeting') => ({
        unit: 'U2',
        counter,
        period,
        count,
      })
      ledger = await openALedger(await open(), {
        ledger: [imported('2018-03', 2), imported('2018', 1), imported('2018-Q1', 1, 'studyGroupSession')],
      })
      const before = await ledger.facts()
      const first = await ledger.enter()
      expect(await ledger.facts()).toEqual([
        { counter: 'boardMeeting', period: '2018', count: 1, source: '台账' },
        { counter: 'studyGroupSession', period: '2018-Q1', count: 1, source: 'test' },
      ])
      expect(
        (await ledger.unit.ask(at(idOf(first), 'withdraw'), { body: { reason: '登记错了单位' } })).status,
      ).toBe(200)
      expect(await ledger.facts()).toEqual(before)
      const trail = await ledger.office.trail()
      expect(trail.filter(line => /ledger|imported/.test(line.kind)).map(line => line.kind)).toEqual([
        'ledgerEntered',
        'importedCountGaveWay',
        'importedCountGaveWay',
        'ledgerWithdrawn',
        'importedCountCameBack',
        'importedCountCameBack',
      ])
    },
  )

  test('a correction replaces its entry and counts in its own period; of two concurrent corrections one succeeds, the other names its author', async () => {
    ledger = await openALedger(await open())
    const party = { kind: 'themedPartyDay', title: '主题党日', happenedOn: '2018-12-01' }
    const entry = idOf(await ledger.enter(party))
    const correct = (who = ledger.unit) =>
      who.ask(at(entry, 'correct'), {
        body: { ...party, happenedOn: '2018-11-30', lateReason: '月底外出，回来后更正', reason: '日期写错' },
      })
    const [one, other] = await Promise.all([correct(), correct(ledger.colleague)])
    expect([one.status, other.status].toSorted()).toEqual([200, 409])
    const won = one.status === 200 ? one : other
    expect((one.status === 200 ? other : one).body).toMatchObject({ code: 'staleRevision' })
    expect(won.body).toMatchObject({ corrects: entry, late: true, period: '2018-11' })
    expect(await ledger.facts()).toEqual([
      { counter: 'themedPartyDay', period: '2018-11', count: 1, source: '台账' },
    ])
    const seen = await ledger.unit.ask(`GET /api/years/2018/units/U2/entries/${entry}`)
    expect(seen.body).toMatchObject({
      entry: { state: 'replaced', replacedBy: idOf(won), ended: { reason: '日期写错' } },
      chain: [{ id: entry }, { id: idOf(won), state: 'inForce' }],
    })
    expect((await ledger.unit.ask(at(entry, 'withdraw'), { body: { reason: '再撤' } })).body).toMatchObject({
      code: 'staleRevision',
    })
  })

  way(
    'files go with an entry, may come later, and stay with its correction; one that nobody sent is refused',
    async () => {
      ledger = await openALedger(await open())
      const sent = await ledger.unit.ask('POST /api/files?name=plan.pdf', {
        body: pdf(),
        headers: { 'content-type': 'application/octet-stream' },
      })
      const files = [{ file: sent.body['file'] as string, name: '签到表.pdf' }]
      expect((await ledger.enter({ files }, ledger.unit)).body).toMatchObject({
        files: [{ name: '签到表.pdf', type: 'pdf' }],
      })
      const later = idOf(await ledger.enter({ title: '另一次会' }))
      expect((await ledger.unit.ask(at(later, 'files'), { body: { files } })).body).toMatchObject({
        files: [{ file: files[0]!.file }],
      })
      const corrected = await ledger.unit.ask(at(later, 'correct'), {
        body: { ...MEETING, title: '改名的会', files, reason: '标题写错' },
      })
      expect(corrected.body).toMatchObject({ files: [{ file: files[0]!.file }] })
      const unknown = [{ file: 'a'.repeat(64), name: '甲.pdf' }]
      expect((await ledger.enter({ title: '第三次会', files: unknown })).body).toMatchObject({
        code: 'fileUnknown',
      })
      expect((await ledger.unit.ask(`GET /api/years/2018/units/U2/files/${files[0]!.file}`)).status).toBe(200)
      expect((await ledger.stranger.ask(`GET /api/years/2018/units/U2/files/${files[0]!.file}`)).status).toBe(
        403,
      )
    },
  )

  test('the database does not allow entries to change', async () => {
    ledger = await openALedger(await open())
    await ledger.enter()
    const { db } = ledger.office.context
    const wrong = (cause: unknown): string =>
      String((cause as { cause?: { message?: string } }).cause?.message ?? cause)
    await expect(
      db
        .execute(sql`update ledger_entry set title = 'x'`)
        .catch(cause => Promise.reject(new Error(wrong(cause)))),
    ).rejects.toThrow('not changed')
    await expect(
      db.execute(sql`delete from ledger_entry`).catch(cause => Promise.reject(new Error(wrong(cause)))),
    ).rejects.toThrow('kept')
  })

  test('yearSealed: a sealed year accepts no entry, correction, closing or remedy', async () => {
    ledger = await openALedger(await open())
    const entry = idOf(await ledger.enter())
    await ledger.office.context.db.execute(sql`update cycle set sealed = true where year = 2018`)
    const told = [
      await ledger.enter({ title: '又一次' }),
      await ledger.enter({ kind: 'notice' }),
      await ledger.unit.ask(at(entry, 'withdraw'), { body: { reason: '撤' } }),
      await ledger.unit.ask(at(entry, 'correct'), { body: { ...MEETING, reason: '改' } }),
      await ledger.committee.ask('POST /api/years/2018/ledger/grace', {
        body: { days: 3, reason: '改', revision: 0 },
      }),
      await ledger.unit.ask('POST /api/years/2018/units/U2/remedies', { body: { problem: '自查' } }),
    ]
    expect(told.map(one => one.body.code)).toEqual(told.map(() => 'yearSealed'))
  })

  way(
    'own unit only; a lead unit reads its members and no others; the committee reads and enters nothing',
    async () => {
      ledger = await openALedger(await open())
      const entry = idOf(await ledger.enter())
      for (const who of [ledger.stranger, ledger.lead, ledger.committee])
        expect((await ledger.enter({}, who)).status).toBe(403)
      expect((await ledger.stranger.ask('GET /api/years/2018/units/U2/entries')).body).toMatchObject({
        code: 'outOfReach',
      })
      expect((await ledger.stranger.ask(`GET /api/years/2018/units/U4/entries/${entry}`)).body).toMatchObject(
        {
          code: 'notFound',
        },
      )
      expect((await ledger.lead.ask('GET /api/years/2018/units/U2/entries')).body).toMatchObject({
        entries: [{ id: entry }],
      })
      expect((await ledger.lead.ask('GET /api/years/2018/units/U4/counters')).body).toMatchObject({
        code: 'outOfReach',
      })
      const lines = (await ledger.lead.ask('GET /api/years/2018/ledger/board')).body as never as {
        lines: { unit: string }[]
      }
      expect(lines.lines.map(line => line.unit)).toEqual(['U1', 'U2'])
      expect((await ledger.committee.ask('GET /api/years/2018/units/U9/counters')).body).toMatchObject({
        code: 'noSuchUnit',
      })
    },
  )
})

import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { aFinding, aSheet, send, type SheetOffice, sheetOffice } from './sheetOffice.ts'

interface Shown {
  readonly state: string
  readonly revision: number
  readonly rows: readonly {
    readonly id: string
    readonly state: string
    readonly revision: number
    readonly reply?: object
    readonly decision?: object
  }[]
  readonly history: readonly { readonly what: string }[]
}

const show = async (who: Visitor, sheet: string): Promise<Shown> =>
  (await who.ask(`GET /api/years/2018/sheets/${sheet}`)).body as never
const lost = async (desk: SheetOffice): Promise<unknown> => {
  const { body } = await desk.committee.ask('GET /api/years/2018/units/miao/result')
  return (body['row'] as { components: { points?: number }[] }).components.find(
    one => one.points !== undefined,
  )?.points
}

async function objected(
  desk: SheetOffice,
  findings: readonly object[] = [aFinding(), aFinding({ row: '一.1', rule: 'noPlan', count: 1 })],
) {
  const sheet = aSheet(desk.assignment, { findings })
  await send(desk.inspector, sheet)
  const { rows, revision } = await show(desk.unit, sheet.draft)
  const body = {
    revision,
    replies: [
      { finding: rows[0]!.id, stance: 'object', reason: '会议记录可以证明只缺一次' },
      { finding: rows[1]!.id, stance: 'accept' },
    ],
  }
  const said = await desk.unit.ask(`POST /api/years/2018/sheets/${sheet.draft}/replies`, { body })
  expect(said.body).toMatchObject({ accepted: 1, objected: 1, left: 0 })
  return { sheet: sheet.draft, finding: rows[0]!.id }
}
const decide = (who: Visitor, finding: string, body: object) =>
  who.ask(`POST /api/years/2018/findings/${finding}/decision`, {
    body: { reason: '核对了会议记录', revision: 2, ...body },
  })

describeOnEachDatabase('四（二） replies and decisions', (start, { way }) => {
  way('五（一） from the seal on nothing is objected to any more, since nobody could decide it', async () => {
    const desk = await sheetOffice(await start())
    const sheet = aSheet(desk.assignment, { findings: [aFinding()] })
    await send(desk.inspector, sheet)
    const { rows, revision } = await show(desk.unit, sheet.draft)
    const reply = (stance: string) =>
      desk.unit.ask(`POST /api/years/2018/sheets/${sheet.draft}/replies`, {
        body: { revision, replies: [{ finding: rows[0]!.id, stance, reason: '只缺一次' }] },
      })
    expect(await show(desk.unit, sheet.draft)).toMatchObject({ mayReply: true })
    await desk.office.context.db.execute(sql`update cycle set sealed = true where year = 2018`)
    expect(await show(desk.unit, sheet.draft)).toMatchObject({
      mayReply: false,
      mayDecide: false,
      state: 'settled',
      rows: [{ state: 'accepted', reply: { stance: 'silent' } }],
    })
    for (const stance of ['object', 'accept'])
      expect((await reply(stance)).body, stance).toMatchObject({ code: 'yearSealed' })
    await desk.office.context.db.execute(sql`update cycle set sealed = false where year = 2018`)
    expect((await reply('object')).body).toMatchObject({ objected: 1 })
  })

  way(
    'an objection changed by the committee moves exactly that fact, and the result; what would move is shown before',
    async () => {
      const desk = await sheetOffice(await start())
      const { sheet, finding } = await objected(desk)
      expect(await lost(desk)).toBe(97)
      const change = { ruling: 'change', with: { count: 1 } }
      const tried = await desk.committee.ask(`POST /api/years/2018/findings/${finding}/what-if`, {
        body: change,
      })
      expect(tried.status).toBe(200)
      expect((tried.body['told'] as string[]).join()).toContain('去掉')
      expect(await lost(desk)).toBe(97)
      expect(
        (
          await desk.committee.ask(`POST /api/years/2018/findings/${finding}/what-if`, {
            body: { ruling: 'change', with: { count: 2 } },
          })
        ).body,
      ).toMatchObject({
        code: 'findingUnchanged',
      })
      const { body: before } = await desk.committee.ask('GET /api/years/2018/objections')
      expect(before['objections']).toMatchObject([
        { finding, state: 'objected', unitName: '示范州种苗站', cost: '扣2.00分' },
      ])
      const listed = async (query: string) =>
        (await desk.committee.ask(`GET /api/years/2018/objections?${query}`)).body
      expect(await listed('page=0')).toMatchObject({
        objections: before['objections'],
        paging: { found: 1, all: 1, choices: { state: [{ text: '有异议，待裁定', count: 1 }] } },
      })
      expect(await listed(`of=${finding}`)).toMatchObject({ objections: before['objections'] })
      expect(await listed('of=00000000-0000-4000-8000-000000000000')).toMatchObject({
        objections: before['objections'],
      })

      expect((await decide(desk.committee, finding, change)).body).toMatchObject({ state: 'changed' })
      expect(await lost(desk)).toBe(98)
      const all = await desk.rows<{ row: string; count: number; gone: boolean }>(
        `select body ->> 'row' as row, (body ->> 'count')::int as count, withdrawn_at is not null as gone from fact where kind = 'findings' order by place`,
      )
      expect(all).toEqual([
        { row: '四.4', count: 2, gone: true },
        { row: '一.1', count: 1, gone: false },
        { row: '四.4', count: 1, gone: false },
      ])
      expect(await show(desk.unit, sheet)).toMatchObject({
        state: 'settled',
        rows: [
          { state: 'changed', decision: { ruling: 'change', reason: '核对了会议记录' } },
          { state: 'accepted' },
        ],
      })
      expect((await decide(desk.committee, finding, { ruling: 'drop', revision: 3 })).body).toMatchObject({
        code: 'findingDecided',
      })
      const kinds = (await desk.office.trail()).map(line => line.kind)
      expect(kinds.filter(kind => kind.startsWith('finding'))).toEqual([
        'findingsAccepted',
        'findingObjected',
        'findingDecided',
      ])
    },
  )

  test('an upheld finding stays, a dropped one is withdrawn; a fact withdrawn by hand is not decided again', async () => {
    const desk = await sheetOffice(await start())
    const { finding } = await objected(desk)
    expect((await decide(desk.committee, finding, { ruling: 'uphold', revision: 7 })).body).toMatchObject({
      code: 'staleRevision',
    })
    const said = await Promise.all([
      decide(desk.committee, finding, { ruling: 'drop' }),
      decide(desk.committee, finding, { ruling: 'uphold' }),
    ])
    expect(said.map(one => one.status).toSorted()).toEqual([200, 422])
    expect(await lost(desk)).toBe(said[0]!.status === 200 ? 99 : 97)

    const cao = await desk.assign('cao', [desk.inspector.id])
    const other = aSheet(cao)
    await send(desk.inspector, other)
    const [row] = (await show(desk.stranger, other.draft)).rows
    const body = { revision: 1 + 1, replies: [{ finding: row!.id, stance: 'object', reason: '不符' }] }
    const { revision } = await show(desk.stranger, other.draft)
    expect(
      (
        await desk.stranger.ask(`POST /api/years/2018/sheets/${other.draft}/replies`, {
          body: { ...body, revision },
        })
      ).status,
    ).toBe(200)
    expect(
      (await decide(desk.committee, row!.id, { ruling: 'change', with: { count: 2 } })).body,
    ).toMatchObject({
      code: 'findingUnchanged',
    })
    expect(
      (await decide(desk.committee, row!.id, { ruling: 'change', with: { amount: 1 } })).body,
    ).toMatchObject({ code: 'sheetFaulty' })
    await desk.office.context.db.execute(
      `update fact set withdrawn_at = now(), withdrawn_by = 'x' where kind = 'findings' and unit = 'cao'`,
    )
    expect((await decide(desk.committee, row!.id, { ruling: 'drop' })).body).toMatchObject({
      code: 'findingFactGone',
    })
  })

  way(
    'an objection wants a reason, comes in time and from the unit itself; after the due day silence has accepted',
    async () => {
      const desk = await sheetOffice(await start())
      const sheet = aSheet(desk.assignment)
      await send(desk.inspector, sheet)
      const { rows, revision } = await show(desk.unit, sheet.draft)
      const reply = (who: Visitor, more: object = {}, seen = revision) =>
        who.ask(`POST /api/years/2018/sheets/${sheet.draft}/replies`, {
          body: {
            revision: seen,
            replies: [{ finding: rows[0]!.id, stance: 'object', reason: '不符', ...more }],
          },
        })
      expect((await reply(desk.unit, { reason: '  ' })).body).toMatchObject({
        code: 'objectionReasonMissing',
      })
      expect((await reply(desk.stranger)).body).toMatchObject({ code: 'outOfReach' })
      expect((await reply(desk.lead)).body).toMatchObject({ code: 'outOfReach' })
      expect((await reply(desk.committee)).body).toMatchObject({ code: 'notAllowed' })
      expect((await desk.stranger.ask(`GET /api/years/2018/sheets/${sheet.draft}`)).status).toBe(404)
      expect((await desk.lead.ask(`GET /api/years/2018/sheets/${sheet.draft}`)).status).toBe(200)
      expect((await reply(desk.unit, {}, 99)).body).toMatchObject({ code: 'staleRevision' })
      expect((await decide(desk.committee, rows[0]!.id, { ruling: 'drop', revision: 1 })).body).toMatchObject(
        {
          code: 'findingNotObjected',
        },
      )
      await desk.office.context.db.execute(`update sheet set due = '2018-12-21'`)
      expect((await reply(desk.unit)).body).toMatchObject({
        code: 'replyPastDue',
        message: expect.stringContaining('2018年12月21日'),
      })
      expect(await show(desk.unit, sheet.draft)).toMatchObject({
        state: 'settled',
        rows: [{ state: 'accepted', reply: { stance: 'silent' } }],
      })
    },
  )

  test('nobody decides on their own finding: the server refuses, and so does the database', async () => {
    const desk = await sheetOffice(await start())
    const { finding } = await objected(desk)
    const both = await desk.office.someone('jianren', [{ role: 'committee' }, { role: 'inspector' }])
    await desk.office.context.db.execute(
      `update inspector set account = '${both.id}' where account = '${desk.second.id}'`,
    )
    expect((await decide(both, finding, { ruling: 'drop' })).body).toMatchObject({ code: 'ownFindings' })
    const forged =
      desk.rows(`update sheet_finding set state = 'upheld', decided_by = '${both.id}', decided_by_name = 'x', decided_at = now(), ruling_reason = 'x'
      where id = '${finding}'`)
    await expect(forged).rejects.toThrow()
  })

  way('a setting of the year says how many working days a unit has', async () => {
    const desk = await sheetOffice(await start())
    const set = (replyDays: number, revision: number, who: Visitor = desk.committee) =>
      who.ask('PUT /api/years/2018/reply-settings', { body: { replyDays, revision } })
    expect((await desk.unit.ask('GET /api/years/2018/reply-settings')).body).toEqual({
      replyDays: 5,
      revision: 0,
    })
    expect((await set(2, 0)).body).toEqual({ replyDays: 2, revision: 1 })
    expect((await set(3, 0)).body).toMatchObject({ code: 'staleRevision' })
    expect((await set(3, 1, desk.unit)).body).toMatchObject({ code: 'notAllowed' })
    expect((await send(desk.inspector, aSheet(desk.assignment))).body).toMatchObject({ due: '2018-12-26' })
  })
})

describeOnEachDatabase('二 two sheets for one assignment', (start, { way }) => {
  way(
    'both are kept; the first counts until somebody chooses, who may take over from the other',
    async () => {
      const desk = await sheetOffice(await start())
      const [first, later] = [
        aSheet(desk.assignment),
        aSheet(desk.assignment, {
          findings: [aFinding({ count: 1 }), aFinding({ row: '一.1', rule: 'noPlan', count: 1 })],
        }),
      ]
      await send(desk.inspector, first)
      const second = await send(desk.second, later)
      expect(second.body).toMatchObject({
        state: 'doubled',
        doubled: [{ sheet: first.draft, sentBy: 'hecha' }],
      })
      expect(await lost(desk)).toBe(98)
      const { body: list } = await desk.committee.ask('GET /api/years/2018/sheets')
      expect((list['sheets'] as { state: string }[]).map(one => one.state)).toEqual(['doubled', 'doubled'])
      expect(
        ((await desk.unit.ask('GET /api/years/2018/sheets')).body['sheets'] as { sheet: string }[]).map(
          one => one.sheet,
        ),
      ).toEqual([first.draft])
      const choose = async (who: Visitor, sheet: string, take: readonly string[] = []) =>
        who.ask(`POST /api/years/2018/sheets/${sheet}/choose`, {
          body: {
            take,
            reason: '以现场签字的一份为准',
            revision: (await show(desk.committee, sheet)).revision,
          },
        })
      expect((await choose(desk.inspector, later.draft)).body).toMatchObject({ code: 'notAllowed' })
      const [, plan] = (await show(desk.committee, later.draft)).rows
      expect((await choose(desk.committee, first.draft, [plan!.id])).body).toMatchObject({
        sheet: first.draft,
        setAside: 1,
      })
      expect(await lost(desk)).toBe(97)
      expect((await show(desk.committee, first.draft)).rows.length).toBe(2)
      expect((await show(desk.committee, later.draft)).state).toBe('setAside')
      expect((await choose(desk.committee, first.draft)).body).toMatchObject({ code: 'sheetNotDoubled' })
      const [own] = (await show(desk.committee, later.draft)).rows
      expect((await decide(desk.committee, own!.id, { ruling: 'drop', revision: 1 })).body).toMatchObject({
        code: 'sheetNotInForce',
      })
      const visits = await desk.rows(`select id from fact where kind = 'visits' and withdrawn_at is null`)
      expect(visits.length).toBe(1)
      const both = desk.rows(
        `update sheet set state = 'inForce', due = '2018-12-31' where id = '${later.draft}'`,
      )
      await expect(both).rejects.toThrow()
    },
  )

  test('the later sheet can be chosen: its findings count instead', async () => {
    const desk = await sheetOffice(await start())
    const [first, later] = [
      aSheet(desk.assignment),
      aSheet(desk.assignment, { findings: [aFinding({ count: 1 })] }),
    ]
    await Promise.all([send(desk.inspector, first), send(desk.second, later)])
    const { revision } = await show(desk.committee, later.draft)
    const body = { reason: '后一份更完整', revision, take: [randomUUID()] }
    expect(
      (await desk.committee.ask(`POST /api/years/2018/sheets/${later.draft}/choose`, { body })).status,
    ).toBe(200)
    expect(await lost(desk)).toBe(99)
  })
})

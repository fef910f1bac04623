import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { aFinding, aSheet, send, type SheetOffice, sheetOffice } from './sheetOffice.ts'

const facts = (desk: SheetOffice) =>
  desk.rows<{
    kind: string
    unit: string
    source: string
    origin: string
    body: Record<string, unknown>
    gone: boolean
  }>(`select kind, unit, source, origin, body, withdrawn_at is not null as gone from fact order by place`)
const open = async (who: Visitor, sheet: string) =>
  (await who.ask(`GET /api/years/2018/sheets/${sheet}`)).body as never as {
    state: string
    revision: number
    due?: string
    rows: {
      id: string
      state: string
      cost: string
      revision: number
      reply?: { stance: string }
      decision?: object
    }[]
    others: unknown[]
    history: { what: string }[]
    preview: unknown[]
    mayReply: boolean
    mayDecide: boolean
  }

describeOnEachDatabase('三（二）2 inspection sheets', (start, { way }) => {
  test('a sheet sent twenty times, under one key or several, in parallel or in sequence, makes one record', async () => {
    const desk = await sheetOffice(await start())
    const photos = [await desk.photo(desk.inspector, 1), await desk.photo(desk.inspector, 2)]
    const sheet = aSheet(desk.assignment, {
      photos: [photos[0]],
      findings: [aFinding({ photos: [photos[1]] })],
    })
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        send(desk.inspector, sheet, at % 2 === 0 ? sheet.draft : randomUUID()),
      ),
    )
    for (let at = 0; at < 10; at++)
      said.push(await send(desk.inspector, sheet, at % 2 === 0 ? sheet.draft : randomUUID()))
    expect(said.map(one => one.status)).toEqual(said.map(() => 200))
    for (const one of said) expect(one.body).toEqual(said[0]!.body)
    expect(said[0]!.body).toMatchObject({ sheet: sheet.draft, state: 'signed', due: '2018-12-31', photos })
    const { body: again } = await desk.inspector.ask(`GET /api/years/2018/sheets/${sheet.draft}/receipt`)
    expect(again).toEqual(said[0]!.body)

    expect(await desk.rows(`select count(*)::int as sheets from sheet`)).toEqual([{ sheets: 1 }])
    expect((await facts(desk)).map(one => [one.kind, one.unit, one.source, one.origin, one.gone])).toEqual([
      ['visits', 'miao', '核查表', `sheet:${sheet.draft}`, false],
      ['findings', 'miao', '核查表', `sheet:${sheet.draft}`, false],
    ])
    expect((await facts(desk))[1]!.body).toMatchObject({
      row: '四.4',
      rule: 'absent',
      count: 2,
      quarter: 4,
      foundOn: '2018-12-20',
      author: 'hecha、hecha2',
    })
    const kinds = (await desk.office.trail()).map(line => line.kind).filter(kind => kind.startsWith('sheet'))
    expect(kinds).toEqual(['sheetReceived', 'sheetSigned'])

    const other = await send(desk.inspector, { ...sheet, note: '补充' } as never, randomUUID())
    expect(other.body).toMatchObject({ code: 'sheetSentOtherwise' })
    expect((await send(desk.second, sheet, randomUUID())).body).toMatchObject({ code: 'sheetSentOtherwise' })
  })

  way('the preview in the answer is the engine’s: two absences take two points of 四.4', async () => {
    const desk = await sheetOffice(await start())
    const { body } = await send(desk.inspector, aSheet(desk.assignment))
    const [component] = body['preview'] as {
      points: number
      base: number
      rows: { row: string; points: number; base: number }[]
    }[]
    expect(component!.rows.find(row => row.row === '四.4')).toMatchObject({ base: 5, points: 3 })
    const { body: result } = await desk.committee.ask('GET /api/years/2018/units/miao/result')
    const shown = (result['row'] as { components: { component: string; points?: number }[] }).components.find(
      one => one.points !== undefined,
    )
    expect(shown?.points).toBe(component!.points)
  })

  way('what cannot hold is refused with its sentence and nothing is stored', async () => {
    const desk = await sheetOffice(await start())
    const refused = async (more: object): Promise<unknown> => {
      const { status, body } = await send(desk.inspector, aSheet(desk.assignment, more))
      expect(status).toBeGreaterThanOrEqual(400)
      return body.code
    }
    expect(await refused({ photos: ['ab'.repeat(32)] })).toBe('sheetPhotosMissing')
    expect(await refused({ findings: [aFinding({ photos: ['cd'.repeat(32)] })] })).toBe('sheetPhotosMissing')
    expect(await refused({ findings: [aFinding({ row: '四.9' })] })).toBe('sheetFaulty')
    expect(
      await refused({ findings: [aFinding({ row: '二.2', rule: 'publicOpinion', count: 1, amount: 1 })] }),
    ).toBe('sheetFaulty')
    expect(
      await refused({
        findings: [aFinding({ row: '二.2', rule: 'publicOpinion', count: 1, amount: 1.2, reason: '舆情' })],
      }),
    ).toBe('sheetFaulty')
    expect(await refused({ visitedOn: '2018-09-20' })).toBe('sheetFaulty')
    expect(await refused({ visitedOn: '2018-12-25' })).toBe('sheetInFuture')
    expect(await refused({ assignment: randomUUID() })).toBe('notFound')
    const twice = aFinding()
    expect(await refused({ findings: [twice, { ...twice, row: '一.1', rule: 'noPlan', count: 1 }] })).toBe(
      'sheetFaulty',
    )
    const others = await desk.assign('nong', [desk.second.id])
    expect((await send(desk.inspector, aSheet(others))).body).toMatchObject({ code: 'sheetNotYours' })
    await desk.office.context.db.execute(
      `update assignment set state = 'cancelled' where id = '${desk.assignment}'`,
    )
    expect(await refused({})).toBe('sheetTaskClosed')
    expect(
      await desk.rows(
        `select id from sheet union all select id from sheet_finding union all select id from fact union all select id from attachment`,
      ),
    ).toEqual([])
    const fine = await desk.assign('cao', [desk.inspector.id])
    const discretionary = aFinding({
      row: '二.2',
      rule: 'publicOpinion',
      count: 1,
      amount: 1.5,
      reason: '舆情扩散',
    })
    expect((await send(desk.inspector, aSheet(fine, { findings: [discretionary] }))).status).toBe(200)
  })

  test('nobody can send a sheet on their own unit: the server refuses, and so does the database', async () => {
    const desk = await sheetOffice(await start())
    const sheet = aSheet(desk.assignment)
    await desk.office.context.db.execute(`alter table inspector disable trigger user`)
    await desk.office.context.db.execute(
      `update inspector set home_unit = 'miao' where account = '${desk.inspector.id}'`,
    )
    await desk.office.context.db.execute(`alter table inspector enable trigger user`)
    expect((await send(desk.inspector, sheet)).body).toMatchObject({ code: 'sheetOwnUnit' })
    const forged =
      desk.rows(`insert into sheet (id, year, assignment, unit, quarter, kind, state, sent_by, sent_by_name, inspectors, visited_on, received_at, hash, photos, content)
      values ('${randomUUID()}', 2018, '${desk.assignment}', 'miao', 4, 'committee', 'sent', '${desk.inspector.id}', 'x', '{}', '2018-12-20', now(), repeat('a', 64), '{}', '{}')`)
    await expect(forged).rejects.toThrow()
  })

  way('a sheet without the unit’s word counts nothing until it signs or its refusal is noted', async () => {
    const desk = await sheetOffice(await start())
    const { unit: _, ...unsigned } = aSheet(desk.assignment) as { unit?: unknown; draft: string }
    expect((await send(desk.inspector, unsigned)).body).toMatchObject({ state: 'sent' })
    expect(await facts(desk)).toEqual([])
    expect((await desk.unit.ask(`GET /api/years/2018/sheets/${unsigned.draft}`)).status).toBe(404)
    const reply = { revision: 1, replies: [{ finding: randomUUID(), stance: 'accept' }] }
    expect(
      (await desk.unit.ask(`POST /api/years/2018/sheets/${unsigned.draft}/replies`, { body: reply })).body,
    ).toMatchObject({
      code: 'notFound',
    })
    const [finding] = (await open(desk.inspector, unsigned.draft)).rows
    const early = { revision: 1, replies: [{ finding: finding!.id, stance: 'accept' }] }
    expect(
      (await desk.unit.ask(`POST /api/years/2018/sheets/${unsigned.draft}/replies`, { body: early })).body,
    ).toMatchObject({
      code: 'sheetNotSigned',
    })
    const sign = (who: Visitor, revision = 1) =>
      who.ask(`POST /api/years/2018/sheets/${unsigned.draft}/unit-signature`, {
        body: { unit: { kind: 'refused', reason: '对核查结论有不同看法' }, revision },
      })
    expect((await sign(desk.lead)).body).toMatchObject({ code: 'sheetNotYours' })
    expect((await sign(desk.inspector)).body).toMatchObject({ state: 'signed', due: '2018-12-31' })
    expect(
      (await sign(desk.inspector, (await open(desk.inspector, unsigned.draft)).revision)).body,
    ).toMatchObject({
      code: 'sheetSignedAlready',
    })
    expect((await facts(desk)).length).toBe(2)
    expect(await open(desk.unit, unsigned.draft)).toMatchObject({
      state: 'replying',
      mayReply: true,
      preview: [],
    })
  })

  way('R22 a lead unit’s own inspection is recorded as its own and takes no point', async () => {
    const desk = await sheetOffice(await start())
    const own = await desk.assign('miao', [desk.lead.id], { by: 'leadUnit' })
    const { body } = await send(desk.lead, aSheet(own))
    expect(body).toMatchObject({ state: 'signed', preview: [] })
    expect((await facts(desk)).map(one => one.body['by'])).toEqual(['leadUnit', 'leadUnit'])
    const abroad = await desk.assign('nong', [desk.inspector.id, desk.second.id])
    expect((await send(desk.lead, aSheet(abroad))).body.code).toMatch(/^sheet(OwnUnit|NotYours)$/)
  })

  way('work: what a phone takes with it', async () => {
    const desk = await sheetOffice(await start(), {
      ledger: [{ unit: 'miao', counter: 'boardMeeting', period: '2018-03', count: 2 }],
      findings: [{ unit: 'miao', row: '一.1', rule: 'noPlan', count: 1, quarter: 1, author: '第一核查组' }],
    })
    const { status, body } = await desk.inspector.ask('GET /api/inspection/work')
    expect(status).toBe(200)
    const [one] = body['assignments'] as Record<string, unknown>[]
    expect(one).toMatchObject({
      id: desk.assignment,
      unitName: '示范州种苗站',
      from: '2018-10-08',
      to: '2018-12-31',
      leadUnitName: '示范州林业局',
    })
    expect(one!['counters']).toContainEqual({
      counter: 'boardMeeting',
      name: expect.any(String),
      done: 2,
      required: 4,
    })
    expect(one!['earlier']).toMatchObject([{ row: '一.1', quarter: 1 }])
    const [rubric] = body['rubrics'] as {
      key: string
      rows: { id: string; rules: Record<string, unknown>[] }[]
    }[]
    expect(rubric!.key).toBe(one!['rubric'])
    expect(rubric!.rows.length).toBe(23)
    expect(
      rubric!.rows.find(row => row.id === '二.2')!.rules.find(rule => rule['id'] === 'publicOpinion'),
    ).toMatchObject({
      amount: { least: 0.5, most: 5, step: 0.5, reasonRequired: true },
    })
    expect((await desk.committee.ask('GET /api/inspection/work')).status).toBe(403)
  })
})

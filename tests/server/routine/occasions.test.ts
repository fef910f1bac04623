import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { layDemoYear } from '../layDemoYear.ts'
import { describeOnEachDatabase, describeWays } from '../databases.ts'
import { openOffice, type Office, type Visitor } from '../office.ts'

interface Ledger {
  readonly faults: readonly {
    readonly counter: string
    readonly kinds: string[]
    readonly excludes: string[]
    readonly costs: { readonly citation: string; readonly each: number }[]
  }[]
  readonly occasions: readonly {
    readonly id: string
    readonly name: string
    readonly keeper?: string
    readonly mayEdit: boolean
    readonly records: readonly {
      readonly id: string
      readonly unit: string
      readonly counter: string
      readonly revision: number
      readonly withdrawn?: object
    }[]
  }[]
  readonly units: readonly {
    readonly unit: string
    readonly byLedger: boolean
    readonly counts: readonly { readonly counter: string; readonly count: number }[]
    readonly deduction: number
    readonly score?: number
  }[]
}

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

/** The demo year without anything that the ledger of faults has. */
async function start(database: Parameters<typeof openOffice>[0]) {
  office = await openOffice(database)
  await layDemoYear(office.context, 40)
  const { db } = office.context
  for (const table of ['routine_count', 'routine_record', 'routine_occasion'])
    await db.execute(sql.raw(`delete from ${table}`))
  await db.execute(
    sql`delete from fact where kind = 'ledger' and body ->> 'counter' in ('absent', 'deputy', 'lateReturn', 'missingReturn', 'wrongReturn')`,
  )
  const { rows } = await db.execute<{ lead: string; member: string }>(
    sql`select lead_unit as lead, min(id) as member from roster_unit where lead_unit is not null group by 1 order by 1`,
  )
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const clerk = await office.someone('jia', [{ role: 'leadUnit', unit: rows[0]!.lead }])
  return {
    office,
    committee,
    clerk,
    lead: rows[0]!.lead,
    member: rows[0]!.member,
    otherLead: rows[1]!.lead,
    otherMember: rows[1]!.member,
  }
}

const view = async (who: Visitor) =>
  (await who.ask('GET /api/years/2018/routine/ledger')).body as never as Ledger

const record = (who: Visitor, records: readonly object[], extra: object = {}) =>
  who.ask('POST /api/years/2018/routine/occasions', {
    body: { kind: 'meeting', name: '第一次党建工作例会', heldOn: '2018-03-15', records, ...extra },
  })

async function facts({ context }: Office, unit: string) {
  const { rows } = await context.db.execute<{ kind: string; body: Record<string, unknown>; source: string }>(
    sql`select kind, body, source from fact where unit = ${unit} and withdrawn_at is null and source = '日常管理' and kind <> 'gradings' order by place`,
  )
  return rows
}

async function explained(who: Visitor, unit: string): Promise<string> {
  return JSON.stringify((await who.ask(`GET /api/years/2018/units/${unit}/explanation`)).body)
}

describeOnEachDatabase('三（二）1 附件 四.4 the ledger of meetings and returns', (open, { way }) => {
  way(
    'who was absent at a meeting, in one act: both clauses cost, each naming the other; who came has full marks',
    async () => {
      const { office, committee, lead, otherLead } = await start(await open())
      expect((await record(committee, [{ unit: lead, counter: 'absent', note: '未请假' }])).status).toBe(200)
      const ledger = await view(committee)
      expect(ledger.occasions[0]).toMatchObject({ name: '第一次党建工作例会', mayEdit: true })
      const line = (unit: string) => ledger.units.find(one => one.unit === unit)!
      expect(line(lead)).toMatchObject({ byLedger: true, deduction: 1, score: 99 })
      expect(line(otherLead)).toMatchObject({ deduction: 0, score: 100 })
      expect(ledger.faults.find(fault => fault.counter === 'absent')).toMatchObject({
        kinds: ['meeting'],
        excludes: ['deputy'],
        costs: [
          { citation: '三（二）1', each: 1 },
          { citation: '附件 四.4', each: 1 },
        ],
      })
      expect((await facts(office, lead)).find(fact => fact.body['counter'] === 'absent')).toMatchObject({
        kind: 'ledger',
        body: { counter: 'absent', period: '2018-03', count: 1 },
      })
      const told = await explained(committee, lead)
      expect(told).toContain('同一事项在附件 四.4也扣分')
      expect(told).toContain('同一事项在三（二）1也扣分')
    },
  )

  way(
    'the counts come by page, with the latest six occasions and all counted; a picker finds those that may be recorded',
    async () => {
      const { committee, clerk, lead, member } = await start(await open())
      for (let at = 1; at <= 7; at++)
        await record(committee, [{ unit: lead, counter: 'absent' }], {
          name: `第${at}次例会`,
          heldOn: `2018-0${at}-15`,
        })
      const page = async (who: Visitor, query: string) =>
        (await who.ask(`GET /api/years/2018/routine/ledger?${query}`)).body as never as Ledger & {
          readonly held: number
          readonly recorded: number
          readonly paging: { readonly found: number; readonly all: number }
        }
      const first = await page(committee, 'page=0&sort=-fault0')
      expect(first.occasions.map(({ name }) => name)).toEqual([7, 6, 5, 4, 3, 2].map(at => `第${at}次例会`))
      expect([first.held, first.recorded]).toEqual([7, 7])
      expect(first.units[0]).toMatchObject({
        unit: lead,
        counts: expect.arrayContaining([{ counter: 'absent', count: 7 }]),
      })
      expect((await page(committee, 'page=0&occasions=all')).occasions).toHaveLength(7)
      expect(await page(committee, 'page=1')).toMatchObject({ occasions: [], units: [], held: 7 })
      const { units, paging } = await page(
        clerk,
        `page=0&filter=${encodeURIComponent('{"mayRecord":["可以登记"]}')}`,
      )
      expect(units.map(({ unit }) => unit)).toContain(member)
      expect(units.map(({ unit }) => unit)).not.toContain(lead)
      expect(paging.found).toBe(paging.all - 1)
    },
  )

  test('absent and deputy exclude each other at one meeting, and nothing is recorded twice', async () => {
    const { committee, lead } = await start(await open())
    const [absent, deputy] = [
      { unit: lead, counter: 'absent' },
      { unit: lead, counter: 'deputy' },
    ]
    expect((await record(committee, [absent, deputy])).body).toMatchObject({ code: 'faultsExclude' })
    expect((await record(committee, [absent, absent])).body).toMatchObject({ code: 'faultRepeated' })
    expect((await record(committee, [{ unit: lead, counter: 'lateReturn' }])).body).toMatchObject({
      code: 'noSuchFault',
    })
    expect((await record(committee, [{ unit: '没有', counter: 'absent' }])).body).toMatchObject({
      code: 'notFound',
    })
    expect((await record(committee, [], { heldOn: '2017-03-15' })).body).toMatchObject({
      code: 'occasionOutsideYear',
    })
    expect((await record(committee, [], { heldOn: '2018-12-30' })).body).toMatchObject({
      code: 'occasionInFuture',
    })
    expect((await record(committee, [absent])).status).toBe(200)
    const [occasion] = (await view(committee)).occasions
    const add = (records: readonly object[]) =>
      committee.ask(`POST /api/years/2018/routine/occasions/${occasion!.id}/records`, { body: { records } })
    const both = await Promise.all([add([deputy]), add([absent])])
    expect(both.map(said => said.body.code)).toEqual(['faultsExclude', 'faultRepeated'])
  })

  way('a correction withdraws exactly what was wrong; the other records stand', async () => {
    const { office, committee, lead, otherLead, member } = await start(await open())
    await record(committee, [
      { unit: lead, counter: 'absent' },
      { unit: otherLead, counter: 'absent' },
      { unit: member, counter: 'absent' },
    ])
    const [occasion] = (await view(committee)).occasions
    const of = (unit: string) => occasion!.records.find(one => one.unit === unit)!
    const correct = (id: string, body: object) =>
      committee.ask(`POST /api/years/2018/routine/records/${id}/correct`, { body })
    const counts = async (unit: string) =>
      Object.fromEntries(
        (await facts(office, unit)).map(({ body }) => [`${String(body['counter'])}`, body['count']]),
      )
    expect(
      (await correct(of(lead).id, { counter: 'deputy', reason: '有人代会', revision: 9 })).body,
    ).toMatchObject({
      code: 'staleRevision',
    })
    expect((await correct(of(lead).id, { counter: 'deputy', reason: '有人代会', revision: 1 })).status).toBe(
      200,
    )
    expect(await counts(lead)).toEqual({ absent: 0, deputy: 1 })
    expect(await counts(otherLead)).toEqual({ absent: 1, deputy: 0 })
    expect(
      (await correct(of(lead).id, { counter: 'absent', reason: '再改', revision: 2 })).body,
    ).toMatchObject({ code: 'recordWithdrawn' })
    const withdraw = (id: string) =>
      committee.ask(`POST /api/years/2018/routine/records/${id}/withdraw`, {
        body: { reason: '已请假', revision: 1 },
      })
    expect((await withdraw(of(member).id)).status).toBe(200)
    expect(await counts(member)).toEqual({})
    expect((await withdraw(of(otherLead).id)).status).toBe(200)
    expect((await view(committee)).units.find(one => one.unit === otherLead)).toMatchObject({
      deduction: 0,
      score: 100,
    })
    const kinds = (await office.trail()).map(line => line.kind)
    expect(kinds.filter(kind => kind.startsWith('fault') || kind === 'occasionRecorded')).toEqual([
      'occasionRecorded',
      'faultCorrected',
      'faultWithdrawn',
      'faultWithdrawn',
    ])
  })

  way(
    'a count that was imported is replaced by the first record of its month, and the trail says so',
    async () => {
      const { office, committee, lead } = await start(await open())
      await office.context.db
        .execute(sql`insert into fact (id, year, kind, unit, body, source, author, at, revision)
      values (gen_random_uuid(), 2018, 'ledger', ${lead}, ${JSON.stringify({ unit: lead, counter: 'absent', period: '2018-03', count: 3 })}::jsonb, '导入', '甲', now(), 1)`)
      expect((await record(committee, [{ unit: lead, counter: 'absent' }])).status).toBe(200)
      expect((await view(committee)).units.find(one => one.unit === lead)!.counts).toContainEqual({
        counter: 'absent',
        count: 1,
      })
      const replaced = (await office.trail()).find(line => line.kind === 'importedCountsReplaced')!
      expect(replaced.values['what']).toContain('3次（导入）')
    },
  )

  way(
    'a lead unit records for its members, never for itself or others; it counts as far as R22 lets it',
    async () => {
      const { office, committee, clerk, lead, member, otherMember } = await start(await open())
      const places = async () =>
        (
          (await committee.ask('GET /api/years/2018/ranking')).body as never as {
            rows: { unit: string; composite?: number }[]
          }
        ).rows.map(({ unit, composite }) => [unit, composite])
      const before = await places()
      expect(before.every(([, composite]) => typeof composite === 'number')).toBe(true)
      expect((await record(clerk, [{ unit: lead, counter: 'absent' }])).body).toMatchObject({
        code: 'recordsOwnUnit',
      })
      expect((await record(clerk, [{ unit: otherMember, counter: 'absent' }])).body).toMatchObject({
        code: 'outOfReach',
      })
      expect((await record(clerk, [{ unit: member, counter: 'absent', note: '本系统例会' }])).status).toBe(
        200,
      )
      expect(await facts(office, member)).toMatchObject([
        { kind: 'findings', body: { by: 'leadUnit', row: '四.4', rule: 'absent' } },
      ])
      expect(await places()).toEqual(before)
      const board = (await clerk.ask(`GET /api/years/2018/units/${lead}/boards/routine`)).body as never as {
        members: { unit: string; ownRecords: number }[]
      }
      expect(board.members.find(one => one.unit === member)).toMatchObject({ ownRecords: 1 })
      const [occasion] = (await view(clerk)).occasions
      expect(occasion).toMatchObject({ keeper: lead, mayEdit: true })
      expect((await view(committee)).occasions[0]).toMatchObject({ mayEdit: false })
      const withdraw = (who: Visitor) =>
        who.ask(`POST /api/years/2018/routine/records/${occasion!.records[0]!.id}/withdraw`, {
          body: { reason: '记错', revision: 1 },
        })
      expect((await withdraw(committee)).body).toMatchObject({ code: 'notFound' })
      expect((await withdraw(clerk)).status).toBe(200)
      expect(await facts(office, member)).toEqual([])
    },
  )

  way(
    'a unit sees its own lines at once, and nobody else’s; neither it nor its lead unit a figure before release',
    async () => {
      const { office, committee, clerk, lead, member } = await start(await open())
      await record(committee, [
        { unit: lead, counter: 'absent' },
        { unit: member, counter: 'deputy' },
      ])
      const danwei = await office.someone('danwei', [{ role: 'unit', unit: member }])
      const own = await view(danwei)
      expect(own.occasions.flatMap(one => one.records.map(each => each.unit))).toEqual([member])
      expect(own.units.map(one => one.unit)).toEqual([member])
      expect(own.units[0]).not.toHaveProperty('score')
      expect(own.units[0]).not.toHaveProperty('deduction')
      const group = (await view(clerk)).units
      expect(group.map(one => one.unit)).toEqual(expect.arrayContaining([lead, member]))
      for (const one of group) expect(one).not.toHaveProperty('deduction')
      for (const one of group) expect(one).not.toHaveProperty('score')
      const paper = async (who: Visitor) =>
        strFromU8(
          unzipSync((await who.ask('GET /api/years/2018/routine/ledger.xlsx')).raw)[
            'xl/worksheets/sheet2.xml'
          ]!,
        )
      expect(await paper(committee)).toContain('日常管理扣分')
      for (const who of [danwei, clerk]) expect(await paper(who)).not.toContain('日常管理扣分')
    },
  )
})

describeWays('六（四） lead duty', open => {
  test('an amount within the ruling, with its reason, is deducted from the lead unit; once withdrawn it costs nothing', async () => {
    const { office, committee, clerk, lead, member } = await start(await open())
    const duty = (await committee.ask('GET /api/years/2018/routine/leadDuty')).body as never as {
      rules: { row: string; rule: string; least: number; most: number; step: number }[]
    }
    expect(duty.rules).toMatchObject([
      { row: '六（四）', rule: 'leadDutyFormalism', least: 0.5, most: 3, step: 0.5, cap: 3 },
    ])
    const enter = (body: object) =>
      committee.ask('POST /api/years/2018/routine/leadDuty', {
        body: {
          unit: lead,
          row: '六（四）',
          rule: 'leadDutyFormalism',
          amount: 1.5,
          foundOn: '2018-11-20',
          reason: '述职评议走过场',
          ...body,
        },
      })
    expect((await enter({ amount: 3.5 })).body).toMatchObject({ code: 'factFaulty' })
    expect((await enter({ amount: 0.7 })).body).toMatchObject({ code: 'factFaulty' })
    expect((await enter({ unit: member })).body).toMatchObject({ code: 'factFaulty' })
    expect((await enter({ row: '四.4', rule: 'absent' })).body).toMatchObject({ code: 'notLeadDuty' })
    expect((await enter({})).status).toBe(200)
    expect(await facts(office, lead)).toMatchObject([
      { kind: 'findings', body: { row: '六（四）', amount: 1500, note: '述职评议走过场' } },
    ])
    const { records } = (await clerk.ask('GET /api/years/2018/routine/leadDuty')).body as never as {
      records: { id: string; amount: number }[]
    }
    expect(records).toMatchObject([{ amount: 1.5 }])
    const withdraw = (revision: number) =>
      committee.ask(`POST /api/years/2018/routine/leadDuty/${records[0]!.id}/withdraw`, {
        body: { reason: '查无实据', revision },
      })
    expect((await withdraw(5)).body).toMatchObject({ code: 'staleRevision' })
    expect((await withdraw(1)).status).toBe(200)
    expect((await withdraw(2)).body).toMatchObject({ code: 'recordWithdrawn' })
    expect(await facts(office, lead)).toEqual([])
  })
})

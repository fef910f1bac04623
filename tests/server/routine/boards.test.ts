import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { layDemoYear } from '../layDemoYear.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { openOffice, type Office, type Visitor } from '../office.ts'

interface Member {
  readonly unit: string
  readonly unitName: string
  readonly grade: string | null
  readonly reason: string
  readonly revision: number
}

interface Board {
  readonly state: string
  readonly revision: number
  readonly members: readonly Member[]
  readonly proof: {
    readonly n: number
    readonly rows: readonly { readonly grade: string; readonly places: number }[]
    readonly sentences: string[]
  }
  readonly steps: readonly { readonly step: string; readonly reason: string }[]
  readonly joined: readonly string[]
}

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

async function start(database: Parameters<typeof openOffice>[0]) {
  office = await openOffice(database)
  await layDemoYear(office.context, 40)
  // as if nobody had graded yet
  await office.context.db.execute(sql`update routine_grade set fact_place = null`)
  for (const table of ['routine_due', 'routine_step', 'routine_grade', 'routine_quota', 'routine_board'])
    await office.context.db.execute(sql.raw(`delete from ${table}`))
  const { rows } = await office.context.db.execute<{ lead: string; n: number }>(
    sql`select lead_unit as lead, count(*)::int as n from roster_unit where lead_unit is not null group by 1 order by 2 desc, 1 limit 2`,
  )
  const lead = rows[0]!.lead
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const clerk = await office.someone('jia', [{ role: 'leadUnit', unit: lead }])
  return { office, lead, other: rows[1]!.lead, committee, clerk }
}

function deskOf(lead: string) {
  const at = `/api/years/2018/units/${lead}/boards/routine`
  return {
    view: async (who: Visitor) => (await who.ask(`GET ${at}`)).body as never as Board,
    place: (who: Visitor, changes: readonly object[]) => who.ask(`POST ${at}/grades`, { body: { changes } }),
    submit: (who: Visitor, revision: number, reason = '') =>
      who.ask(`POST ${at}/submit`, { body: { revision, reason } }),
    accept: (who: Visitor, revision: number) => who.ask(`POST ${at}/accept`, { body: { revision } }),
    giveBack: (who: Visitor, revision: number, reason = '请补充理由') =>
      who.ask(`POST ${at}/return`, { body: { revision, reason } }),
  }
}

/** Everybody graded within the places, with reasons. */
function filled({ members, proof }: Board, reason = '会议材料报送及时'): object[] {
  const grades = proof.rows.flatMap(row => Array<string>(row.places).fill(row.grade))
  return members.map(({ unit, revision }, at) => ({ unit, grade: grades[at]!, reason, revision }))
}

describeOnEachDatabase('三（二）1 the boards of lead units', (open, { way }) => {
  way(
    'from draft to accepted: the grades stand in the year; returned: they are gone; imported ones are replaced and said so',
    async () => {
      const { office, lead, committee, clerk } = await start(await open())
      const desk = deskOf(lead)
      const first = await desk.view(clerk)
      expect(first.state).toBe('draft')
      expect(first.proof.rows.reduce((sum, row) => sum + row.places, 0)).toBe(first.members.length)
      expect((await desk.submit(clerk, 1)).body).toMatchObject({
        code: 'boardIncomplete',
        message: expect.stringContaining('没有评定等次的有'),
      })
      expect((await desk.place(clerk, filled(first, ''))).status).toBe(200)
      const unreasoned = (await desk.submit(clerk, 1)).body
      expect(unreasoned).toMatchObject({
        code: 'boardIncomplete',
        message: expect.stringContaining('没有写理由的有'),
      })
      const second = await desk.view(clerk)
      expect(
        (
          await desk.place(
            clerk,
            second.members.map(({ unit, revision }) => ({ unit, revision, reason: '按时到会' })),
          )
        ).status,
      ).toBe(200)
      expect((await desk.accept(committee, 1)).body).toMatchObject({ code: 'boardNotSubmitted' })
      expect((await desk.submit(clerk, 1)).status).toBe(200)
      expect((await desk.submit(clerk, 1)).body).toMatchObject({ code: 'staleRevision' })
      const [one] = (await desk.view(clerk)).members
      expect(
        (await desk.place(clerk, [{ unit: one!.unit, reason: '改', revision: one!.revision }])).body,
      ).toMatchObject({
        code: 'boardLocked',
      })
      expect((await desk.giveBack(committee, 2)).status).toBe(200)
      // What was returned is changed, or it is said why not.
      expect((await desk.submit(clerk, 3)).body).toMatchObject({ code: 'boardUnchanged' })
      const mended = (await desk.view(clerk)).members[0]!
      const touch = (reason: string, revision: number) =>
        desk.place(clerk, [{ unit: mended.unit, reason, revision }])
      expect((await touch('按时到会，牵头任务好', mended.revision)).status).toBe(200)
      expect((await touch('按时到会', mended.revision + 1)).status).toBe(200)
      expect((await desk.submit(clerk, 3)).body).toMatchObject({ code: 'boardUnchanged' })
      expect((await desk.submit(clerk, 3, '已与各单位逐个核对，理由属实')).status).toBe(200)
      expect((await desk.view(clerk)).steps.at(-1)).toMatchObject({
        step: 'submitted',
        reason: '已与各单位逐个核对，理由属实',
      })
      expect((await desk.accept(clerk, 4)).body).toMatchObject({ code: 'notAllowed' })
      expect((await desk.accept(committee, 4)).status).toBe(200)

      const facts = await gradings(office)
      const own = facts.filter(fact => first.members.some(member => member.unit === fact.unit))
      expect(own).toHaveLength(first.members.length)
      expect(
        own.every(fact => fact.source === '日常管理' && fact.reason === '按时到会' && fact.by === lead),
      ).toBe(true)
      const accepted = (await office.trail()).find(line => line.kind === 'boardAccepted')!
      expect(accepted.values).toMatchObject({ written: first.members.length, replaced: first.members.length })

      const { body: told } = await committee.ask(`GET /api/years/2018/units/${own[0]!.unit}/explanation`)
      expect(JSON.stringify(told)).toContain('按时到会')

      expect((await desk.giveBack(committee, 5, '三个单位的理由雷同')).status).toBe(200)
      const after = await gradings(office)
      expect(after.filter(fact => first.members.some(member => member.unit === fact.unit))).toEqual([])
      expect((await desk.view(clerk)).steps.map(step => step.step)).toEqual([
        'submitted',
        'returned',
        'submitted',
        'accepted',
        'returned',
      ])
      expect((await clerk.ask(`GET /api/years/2018/units/${lead}/boards/routine/board.xlsx`)).status).toBe(
        200,
      )
    },
  )

  test('two clerks take the last place at once: one gets it, the other is told who took it and how to proceed', async () => {
    const { office, lead, clerk } = await start(await open())
    const colleague = await office.someone('yi', [{ role: 'leadUnit', unit: lead }])
    const desk = deskOf(lead)
    const { members, proof } = await desk.view(clerk)
    const [{ grade, places }] = proof.rows as [{ grade: string; places: number }]
    expect(
      (
        await desk.place(
          clerk,
          members.slice(0, places - 1).map(({ unit }) => ({ unit, grade, revision: 0 })),
        )
      ).status,
    ).toBe(200)
    const [one, other] = members.slice(places - 1, places + 1)
    const both = await Promise.all([
      desk.place(clerk, [{ unit: one!.unit, grade, revision: 0 }]),
      desk.place(colleague, [{ unit: other!.unit, grade, revision: 0 }]),
    ])
    expect(both.map(said => said.status).toSorted()).toEqual([200, 422])
    const won = both[0]!.status === 200 ? { by: 'jia', unit: one! } : { by: 'yi', unit: other! }
    const lost = both.find(said => said.status === 422)!.body
    expect(lost).toMatchObject({ code: 'quotaFull' })
    expect(lost.message).toContain(`由${won.by}于`)
    expect(lost.message).toContain(won.unit.unitName)
    const all = members.map(({ unit }) => ({ unit, grade, revision: 0 }))
    expect((await desk.place(clerk, all)).body).toMatchObject({ code: 'staleRevision' })
    const seen = (await desk.view(clerk)).members
    expect(
      (
        await desk.place(
          clerk,
          seen.map(({ unit, revision }) => ({ unit, grade: proof.rows[2]!.grade, revision })),
        )
      ).body,
    ).toMatchObject({
      code: 'overQuota',
    })
    // a swap is one act
    const swapped = [
      { unit: won.unit.unit, grade: null, revision: 1 },
      { unit: (won.unit === one ? other : one)!.unit, grade, revision: 0 },
    ]
    expect((await desk.place(colleague, swapped)).status).toBe(200)
  })

  test('the database itself rejects a grade beyond its quota, and a lead unit on its own board', async () => {
    const { office, lead, clerk } = await start(await open())
    const desk = deskOf(lead)
    const { members, proof } = await desk.view(clerk)
    const [{ grade, places }] = proof.rows as [{ grade: string; places: number }]
    expect(
      (
        await desk.place(
          clerk,
          members.slice(0, places).map(({ unit }) => ({ unit, grade, revision: 0 })),
        )
      ).status,
    ).toBe(200)
    const { db } = office.context
    const force = (unit: string) =>
      db.transaction(tx => tx.execute(sql`update routine_grade set grade = ${grade} where unit = ${unit}`))
    await expect(force(members[places]!.unit)).rejects.toThrow()
    await expect(
      db.transaction(tx =>
        tx.execute(sql`update routine_quota set place_count = ${places - 1} where grade = ${grade}`),
      ),
    ).rejects.toThrow()
    await expect(
      db.transaction(tx =>
        tx.execute(sql`update routine_grade set unit = lead_unit where unit = ${members[0]!.unit}`),
      ),
    ).rejects.toThrow()
    // put right within the same change it is let through
    await db.transaction(async tx => {
      await tx.execute(sql`update routine_grade set grade = ${grade} where unit = ${members[places]!.unit}`)
      await tx.execute(sql`update routine_grade set grade = null where unit = ${members[0]!.unit}`)
    })
    expect((await desk.view(clerk)).members.filter(member => member.grade === grade)).toHaveLength(places)
  })

  way('nobody grades themselves or another lead unit’s members, by any way', async () => {
    const { office, lead, other, clerk } = await start(await open())
    const desk = deskOf(lead)
    const { members } = await desk.view(clerk)
    const grade = 'good'
    expect((await desk.place(clerk, [{ unit: lead, grade, revision: 0 }])).body).toMatchObject({
      code: 'notOnBoard',
    })
    expect(
      (await desk.place(clerk, [{ unit: members[0]!.unit, grade: '优', revision: 0 }])).body,
    ).toMatchObject({ code: 'noSuchGrade' })
    expect(
      (await deskOf(other).place(clerk, [{ unit: members[0]!.unit, grade, revision: 0 }])).body,
    ).toMatchObject({ code: 'outOfReach' })
    expect(
      (await deskOf(members[0]!.unit).place(clerk, [{ unit: lead, grade, revision: 0 }])).body,
    ).toMatchObject({ code: 'noBoard' })
    const both = await office.someone('liang', [
      { role: 'leadUnit', unit: lead },
      { role: 'unit', unit: members[1]!.unit },
    ])
    expect((await desk.place(both, [{ unit: members[1]!.unit, grade, revision: 0 }])).body).toMatchObject({
      code: 'gradesOwnUnit',
    })
    const member = await office.someone('danwei', [{ role: 'unit', unit: members[1]!.unit }])
    expect((await desk.view(member)) as object).toMatchObject({ code: 'outOfReach' })
    expect(
      ((await member.ask('GET /api/years/2018/routine/boards')).body as never as { boards: [] }).boards,
    ).toEqual([])
    expect((await member.ask(`GET /api/years/2018/units/${members[1]!.unit}/grade`)).body).toEqual({
      released: false,
      grades: [],
    })
  })

  way('a unit that joins or leaves changes the places; what was handed in is to be graded anew', async () => {
    const { office, lead, committee, clerk } = await start(await open())
    const desk = deskOf(lead)
    const first = await desk.view(clerk)
    expect((await desk.place(clerk, filled(first))).status).toBe(200)
    expect((await desk.submit(clerk, 1)).status).toBe(200)
    const gone = first.members[0]!
    await office.context.db.execute(
      sql`update roster_unit set closes_on = '2018-06-30' where id = ${gone.unit}`,
    )
    expect((await desk.view(clerk)).members).toHaveLength(first.members.length - 1)
    expect((await desk.accept(committee, 2)).body).toMatchObject({
      code: 'boardOutdated',
      message: expect.stringContaining(gone.unitName),
    })
    const { boards } = (await committee.ask('GET /api/years/2018/routine/boards')).body as never as {
      boards: { leadUnit: string; outdated: boolean }[]
    }
    expect(boards.find(board => board.leadUnit === lead)).toMatchObject({ outdated: true })
    expect((await desk.giveBack(committee, 2)).status).toBe(200)
    const second = await desk.view(clerk)
    expect(
      (
        await desk.place(clerk, [
          { unit: second.members[0]!.unit, reason: '改', revision: second.members[0]!.revision },
        ])
      ).status,
    ).toBe(200)
    const third = await desk.view(clerk)
    for (const { grade, places } of third.proof.rows)
      expect(third.members.filter(one => one.grade === grade).length).toBeLessThanOrEqual(places)
    await office.context.db.execute(sql`update roster_unit set closes_on = null where id = ${gone.unit}`)
    expect((await desk.view(clerk)).joined).toEqual([gone.unitName])
  })

  way('the committee sets a day; who has not handed in by then is late', async () => {
    const { lead, committee, clerk } = await start(await open())
    const late = async () => {
      const { boards } = (await committee.ask('GET /api/years/2018/routine/boards')).body as never as {
        boards: { leadUnit: string; late: boolean }[]
      }
      return boards.find(board => board.leadUnit === lead)!.late
    }
    expect(await late()).toBe(false)
    expect(
      (await clerk.ask('POST /api/years/2018/routine/due', { body: { due: '2018-12-20' } })).body,
    ).toMatchObject({
      code: 'notAllowed',
    })
    expect(
      (await committee.ask('POST /api/years/2018/routine/due', { body: { due: '2018-12-20' } })).status,
    ).toBe(200)
    expect(await late()).toBe(true)
    const desk = deskOf(lead)
    await desk.place(clerk, filled(await desk.view(clerk)))
    expect((await desk.submit(clerk, 1)).status).toBe(200)
    expect(await late()).toBe(false)
  })
})

async function gradings({ context }: Office) {
  const { rows } = await context.db.execute<{ unit: string; source: string; by: string; reason: string }>(
    sql`select unit, source, body ->> 'by' as by, body ->> 'reason' as reason from fact where kind = 'gradings' and withdrawn_at is null`,
  )
  return rows
}

import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import {
  addPeople,
  alsoOf,
  makeRound,
  openRoundOffice,
  propose,
  type Plan,
  type RoundOffice,
} from './roundOffice.ts'

let there: RoundOffice | undefined

afterEach(async () => {
  await there?.office.close()
  there = undefined
})

/** Somebody of the list and a row that is of their own lead group. */
function barredRow({ inspectors, assignments, units }: Plan) {
  const groups = new Map(units.map(unit => [unit.id, unit.group]))
  for (const person of inspectors) {
    const row = assignments.find(one => person.barred.includes(groups.get(one.unit)!))
    if (row !== undefined) return { person, row }
  }
  throw new Error('nobody is barred from anywhere')
}

describeWays('三（二）2 nobody inspects their own unit or lead group', open => {
  test('not by any route: edit, addition, change of home unit, linked account, or the lead unit itself', async () => {
    there = await openRoundOffice(await open())
    const { committee, office, plan } = there
    await addPeople(there, 8)
    const round = await makeRound(there)
    const proposed = await propose(there, round)
    const { person, row } = barredRow(proposed)
    const asked = { plannedOn: row.plannedOn, team: row.team, inspectors: [person.id] }
    const edited = await committee.ask(`PUT /api/years/2018/rounds/${round}/assignments/${row.id}`, {
      body: { revision: row.revision, ...asked },
    })
    expect(edited.body).toMatchObject({
      code: 'ownInspection',
      message: expect.stringContaining(person.name),
    })
    await committee.ask(
      `DELETE /api/years/2018/rounds/${round}/assignments/${row.id}?revision=${row.revision}`,
    )
    const added = await committee.ask(`POST /api/years/2018/rounds/${round}/assignments`, {
      body: { unit: row.unit, ...asked },
    })
    expect(added.body).toMatchObject({ code: 'ownInspection' })
    const stranger = await committee.ask(`POST /api/years/2018/rounds/${round}/assignments`, {
      body: { unit: row.unit, ...asked, inspectors: [crypto.randomUUID()] },
    })
    expect(stranger.body).toMatchObject({ code: 'inspectorUnknown' })

    const busy = proposed.assignments.find(one => one.unit !== row.unit)!
    const who = (await committee.ask('GET /api/years/2018/inspectors')).body as never as {
      inspectors: { id: string; name: string; revision: number; homeUnit?: string }[]
    }
    const { id, name, revision } = who.inspectors.find(one => one.id === busy.inspectors[0]!.id)!
    const moved = await committee.ask(`PUT /api/years/2018/inspectors/${id}`, {
      body: { revision, name, homeUnit: busy.unit, active: true },
    })
    expect(moved.body).toMatchObject({
      code: 'inspectorStillAssigned',
      message: expect.stringContaining(busy.unitName),
    })
    const account = await office.account('ershu', [{ role: 'inspector' }])
    await alsoOf(office, account, busy.unit)
    const lent = await committee.ask(`PUT /api/years/2018/inspectors/${id}`, {
      body: { revision, name, account, active: true },
    })
    expect(lent.body).toMatchObject({ code: 'inspectorStillAssigned' })
    const idle = await committee.ask(`PUT /api/years/2018/inspectors/${person.id}`, {
      body: {
        revision: 1,
        name: person.name,
        active: false,
        ...(who.inspectors.find(one => one.id === person.id)!.homeUnit && {
          homeUnit: who.inspectors.find(one => one.id === person.id)!.homeUnit,
        }),
      },
    })
    expect(idle.status).toBe(200)
    const free = proposed.assignments.find(
      one =>
        one.id !== row.id &&
        !person.barred.includes(proposed.units.find(unit => unit.id === one.unit)!.group),
    )!
    if (!free.inspectors.some(one => one.id === person.id)) {
      const sent = await committee.ask(`PUT /api/years/2018/rounds/${round}/assignments/${free.id}`, {
        body: { revision: free.revision, ...asked },
      })
      expect(sent.body).toMatchObject({ code: 'inspectorInactive' })
    }

    const member = proposed.units.find(unit => unit.group !== unit.id)!
    const lead = await office.someone('qiantou', [{ role: 'leadUnit', unit: member.group }])
    const own = (unit: string, who = lead) =>
      who.ask(`POST /api/years/2018/units/${unit}/lead-inspections`, {
        body: { plannedOn: '2018-11-01', people: ['同事甲'] },
      })
    expect((await own(member.group)).body).toMatchObject({ code: 'notLedBy' })
    const other = proposed.units.find(unit => unit.group !== member.group)!
    expect((await own(other.id)).body).toMatchObject({ code: 'outOfReach' })
    const both = await office.someone('liangbian', [
      { role: 'leadUnit', unit: member.group },
      { role: 'unit', unit: member.id },
    ])
    expect((await own(member.id, both)).body).toMatchObject({ code: 'ownInspection' })
    const planned = await own(member.id)
    expect(planned.body).toMatchObject({
      by: 'leadUnit',
      unit: member.id,
      inspectors: [{ name: 'qiantou' }, { name: '同事甲' }],
    })
    const mine = (await lead.ask('GET /api/years/2018/assignments?mine=yes')).body['assignments'] as object[]
    expect(mine).toEqual([expect.objectContaining({ id: planned.body['id'] })])
    const gone = await lead.ask(
      `DELETE /api/years/2018/units/${member.id}/lead-inspections/${planned.body['id']}?revision=1`,
    )
    expect(gone.status).toBe(200)
    expect(
      (await plan(round)).faults.filter(fault => fault.kind === 'ownUnit' || fault.kind === 'ownGroup'),
    ).toEqual([])
  })

  test('not by SQL: the database rejects the row, the move and the changed unit', async () => {
    there = await openRoundOffice(await open())
    await addPeople(there, 8)
    const round = await makeRound(there)
    const proposed = await propose(there, round)
    const { person, row } = barredRow(proposed)
    const { db } = there.office.context
    const insert = db.execute(
      sql`insert into assignment_inspector (assignment, inspector, nth) values (${row.id}, ${person.id}, 9)`,
    )
    await expect(insert).rejects.toThrow()
    await expect(
      db.execute(
        sql`update assignment_inspector set inspector = ${person.id} where assignment = ${row.id} and nth = 1`,
      ),
    ).rejects.toThrow()
    const [sent] = row.inspectors
    await expect(
      db.execute(sql`update inspector set home_unit = ${row.unit} where id = ${sent!.id}`),
    ).rejects.toThrow()
    const other = proposed.assignments.find(one => one.unit !== row.unit)!
    await expect(
      db.execute(sql`update assignment set unit = ${other.unit} where id = ${row.id}`),
    ).rejects.toThrow()
  })
})

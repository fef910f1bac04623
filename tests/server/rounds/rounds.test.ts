import { afterEach, expect, test } from 'vitest'
import {
  assignmentsOf,
  findAssignment,
  isBarred,
  markDone,
} from '../../../src/server/rooms/rounds/assignments.store.ts'
import { writeWorkbook } from '../../../src/files/xlsx/writeWorkbook.ts'
import { describeOnEachDatabase } from '../databases.ts'
import {
  addPeople,
  alsoOf,
  makeRound,
  openRoundOffice,
  propose,
  type PlanRow,
  type RoundOffice,
} from './roundOffice.ts'

let there: RoundOffice | undefined

afterEach(async () => {
  await there?.office.close()
  there = undefined
})

describeOnEachDatabase('三（二）2 inspection rounds', (open, { way }) => {
  test('a round from draft to issue, end and reopening: proposed, edited by two people at once, issued only without blocking faults', async () => {
    there = await openRoundOffice(await open())
    const { committee, plan, office } = there
    const round = await makeRound(there)
    const again = await committee.ask('POST /api/years/2018/rounds', {
      body: { quarter: 4, name: '第四季度核查', from: '2018-10-08', to: '2018-12-28' },
    })
    expect(again.body).toMatchObject({ code: 'roundNameTaken' })
    const wrongDays = { quarter: 4, name: '倒的', from: '2018-12-28', to: '2018-10-08' }
    expect((await committee.ask('POST /api/years/2018/rounds', { body: wrongDays })).body).toMatchObject({
      code: 'roundDaysWrong',
    })
    const wanted = { revision: 1, seed: '一', teamSize: 2, perDay: 2, overlap: 2 }
    const early = await committee.ask(`POST /api/years/2018/rounds/${round}/proposal`, { body: wanted })
    expect(early.body).toMatchObject({ code: 'planWithoutInspectors' })
    const move = (what: string, body: object = {}) =>
      plan(round).then(({ round: { revision } }) =>
        committee.ask(`POST /api/years/2018/rounds/${round}/${what}`, { body: { revision, ...body } }),
      )
    expect((await move('issue')).body).toMatchObject({ code: 'planEmpty' })
    await addPeople(there, 8)
    const proposed = await propose(there, round)
    expect(proposed.assignments.length).toBe(proposed.units.length)
    expect(proposed.faults).toEqual([])

    const [first, second] = proposed.assignments as readonly [PlanRow, PlanRow]
    const put = (row: PlanRow, change: object, revision = row.revision) =>
      committee.ask(`PUT /api/years/2018/rounds/${round}/assignments/${row.id}`, {
        body: {
          revision,
          plannedOn: row.plannedOn,
          team: row.team,
          inspectors: row.inspectors.map(one => one.id),
          ...change,
        },
      })
    const both = await Promise.all([put(first, { note: '上午' }), put(first, { note: '下午' })])
    expect(both.map(one => one.status).toSorted()).toEqual([200, 409])
    expect(both.find(one => one.status === 409)!.body).toMatchObject({
      code: 'staleRevision',
      message: expect.stringContaining(first.unitName),
    })

    expect((await put(second, { inspectors: [] })).status).toBe(200)
    const faulty = await plan(round)
    expect(faulty.faults.find(fault => fault.blocks)).toMatchObject({ kind: 'nobody', unit: second.unit })
    expect((await move('issue')).body).toMatchObject({
      code: 'planFaulty',
      message: expect.stringContaining(second.unitName),
    })
    expect((await put(second, {}, 2)).status).toBe(200)
    expect((await move('issue')).status).toBe(200)
    expect((await move('issue')).body).toMatchObject({ code: 'roundAlreadyIssued' })
    expect(
      (
        await committee.ask(
          `DELETE /api/years/2018/rounds/${round}?revision=${(await plan(round)).round.revision}`,
        )
      ).body,
    ).toMatchObject({
      code: 'roundClosed',
    })
    const issued = (await plan(round)).assignments.find(row => row.id === second.id)!
    expect((await put(issued, { inspectors: [] })).body).toMatchObject({ code: 'planFaulty' })

    await office.context.db.transaction(tx =>
      markDone(tx, first.id, '2018-10-09', { by: '核查组', at: office.context.now() }),
    )
    const done = (await plan(round)).assignments.find(row => row.id === first.id)!
    expect(done.state).toBe('done')
    expect((await put(done, {})).body).toMatchObject({ code: 'assignmentDone' })
    expect((await move('reopen', { reason: '人员有变' })).body).toMatchObject({ code: 'roundBegun' })
    expect((await move('end')).body).toMatchObject({ code: 'roundUnfinished' })
    expect((await move('end', { reason: '年底收尾' })).status).toBe(200)
    expect((await put(issued, {})).body).toMatchObject({ code: 'roundClosed' })
    expect((await move('end', { reason: '再结束' })).body).toMatchObject({ code: 'roundNotRunning' })
    expect((await move('reopen', { reason: '还有单位要去' })).body).toMatchObject({ state: 'running' })
    const kinds = (await office.trail()).map(line => line.kind)
    expect(kinds.slice(-3)).toEqual(['roundIssued', 'roundEnded', 'roundReopened'])
  })

  way(
    'a unit is added once; taken out it is gone from a draft, and kept as cancelled after issue',
    async () => {
      there = await openRoundOffice(await open())
      const { committee, plan } = there
      await addPeople(there, 8)
      const round = await makeRound(there)
      const { assignments } = await propose(there, round)
      const [row] = assignments as readonly [PlanRow]
      const fields = {
        unit: row.unit,
        plannedOn: row.plannedOn,
        team: row.team,
        inspectors: row.inspectors.map(one => one.id),
      }
      const add = (body: object = fields) =>
        committee.ask(`POST /api/years/2018/rounds/${round}/assignments`, { body })
      expect((await add()).body).toMatchObject({ code: 'unitAlreadyPlanned' })
      expect((await add({ ...fields, unit: 'nowhere' })).body).toMatchObject({ code: 'noSuchUnit' })
      const drop = (one: PlanRow) =>
        committee.ask(`DELETE /api/years/2018/rounds/${round}/assignments/${one.id}?revision=${one.revision}`)
      expect((await drop(row)).status).toBe(200)
      expect((await plan(round)).faults.map(fault => fault.kind)).toContain('unplanned')
      expect((await add()).status).toBe(200)
      const { revision } = (await plan(round)).round
      expect(
        (await committee.ask(`POST /api/years/2018/rounds/${round}/issue`, { body: { revision } })).status,
      ).toBe(200)
      const back = (await plan(round)).assignments.find(one => one.unit === row.unit)!
      expect((await drop(back)).status).toBe(200)
      expect((await plan(round)).assignments.some(one => one.unit === row.unit)).toBe(false)
      expect((await add()).body).toMatchObject({ id: back.id })
    },
  )

  way(
    'those who carry it out see their own rows once it is issued; a unit its own; nobody a draft',
    async () => {
      there = await openRoundOffice(await open())
      const { committee, office, plan } = there
      await addPeople(there, 8)
      const round = await makeRound(there)
      const { assignments } = await propose(there, round)
      const [row] = assignments as readonly [PlanRow]
      const hecha = await office.someone('hecha', [{ role: 'inspector' }])
      const list = (await committee.ask('GET /api/years/2018/inspectors')).body as never as {
        inspectors: { id: string; name: string; revision: number; homeUnit?: string }[]
        accounts: { id: string }[]
      }
      expect(list.accounts.map(one => one.id)).toEqual([hecha.id])
      const person = list.inspectors.find(one => one.id === row.inspectors[0]!.id)!
      const put = (body: object) => committee.ask(`PUT /api/years/2018/inspectors/${person.id}`, { body })
      const fields = {
        name: person.name,
        active: true,
        ...(person.homeUnit === undefined ? {} : { homeUnit: person.homeUnit }),
      }
      expect((await put({ ...fields, revision: 1, account: 'nobody' })).body).toMatchObject({
        code: 'inspectorAccountUnfit',
      })
      expect((await put({ ...fields, revision: 1, account: hecha.id })).status).toBe(200)
      expect((await put({ ...fields, revision: 1 })).body).toMatchObject({ code: 'staleRevision' })
      const taken = await committee.ask('POST /api/years/2018/inspectors', {
        body: { inspectors: [{ name: '别人', account: hecha.id }] },
      })
      expect(taken.body).toMatchObject({ code: 'inspectorAccountTaken' })
      const { active: _active, ...again } = fields
      const twice = await committee.ask('POST /api/years/2018/inspectors', { body: { inspectors: [again] } })
      expect(twice.body).toMatchObject({ code: 'inspectorNameTaken' })

      const unit = await office.someone('danwei', [{ role: 'unit', unit: row.unit }])
      const mine = async () =>
        (await hecha.ask('GET /api/years/2018/assignments?mine=yes')).body['assignments'] as PlanRow[]
      const ofUnit = async () =>
        (await unit.ask('GET /api/years/2018/assignments')).body['assignments'] as PlanRow[]
      expect([await mine(), await ofUnit()]).toEqual([[], []])
      expect((await unit.ask(`GET /api/years/2018/rounds/${round}`)).body).toMatchObject({ code: 'notFound' })
      const { revision } = (await plan(round)).round
      await committee.ask(`POST /api/years/2018/rounds/${round}/issue`, { body: { revision } })
      const expected = assignments
        .filter(one => one.inspectors.some(each => each.id === person.id))
        .map(one => one.unit)
      expect((await mine()).map(one => one.unit).toSorted()).toEqual(expected.toSorted())
      expect((await assignmentsOf(office.context.db, hecha.id)).map(one => one.id).toSorted()).toEqual(
        (await mine()).map(one => one.id).toSorted(),
      )
      expect((await ofUnit()).map(one => one.unit)).toEqual([row.unit])
      const seen = (await unit.ask(`GET /api/years/2018/rounds/${round}`)).body as never as {
        assignments: PlanRow[]
        inspectors: unknown[]
      }
      expect([seen.assignments.map(one => one.unit), seen.inspectors]).toEqual([[row.unit], []])
      expect(await findAssignment(office.context.db, row.id)).toMatchObject({
        round,
        year: 2018,
        quarter: 4,
        unit: row.unit,
        by: 'committee',
        state: 'planned',
      })
    },
  )

  way('inspectors from a workbook: checked first, all rows or none', async () => {
    there = await openRoundOffice(await open())
    const { committee, office } = there
    const { units } = (await committee.ask('GET /api/years/2018/roster')).body as never as {
      units: { id: string; name: string }[]
    }
    const send = async (rows: readonly (string | null)[][], step: string) => {
      const sheets = [
        {
          name: '核查人员',
          columns: [],
          rows: [['姓名', '所在单位', '另须回避的牵头单位', '用户名'], ...rows],
        },
      ]
      const content = await writeWorkbook({ title: '人员', madeOn: '2018-12-24', sheets })
      return committee.ask(`POST /api/years/2018/inspectors/workbook?name=a.xlsx&step=${step}`, {
        body: Buffer.from(content),
        headers: { 'content-type': 'application/octet-stream' },
      })
    }
    await office.account('hecha', [{ role: 'inspector' }])
    const good = ['张核', units[0]!.name, null, 'hecha']
    const bad = [
      ['李核', '没有的单位', null, null],
      ['张核', units[0]!.name, null, null],
      ['王核', null, null, 'kaohe'],
      [null, units[1]!.id, null, null],
    ]
    const checked = (await send([good, ...bad], 'check')).body as never as {
      accepted: object[]
      refused: { row: number; reason: string }[]
      written: number
    }
    expect([checked.accepted.length, checked.refused.map(one => one.row), checked.written]).toEqual([
      1,
      [3, 4, 5, 6],
      0,
    ])
    expect(checked.refused.map(one => one.reason)).toEqual([
      expect.stringContaining('没有的单位'),
      expect.stringContaining('张核'),
      expect.stringContaining('kaohe'),
      expect.stringContaining('姓名'),
    ])
    expect((await send([good, ...bad], 'write')).body).toMatchObject({ code: 'listRefused' })
    expect((await send([], 'write')).body).toMatchObject({ code: 'listEmpty' })
    expect(
      (
        await send(
          Array.from({ length: 501 }, (_, at) => [`人${at}`, null, null, null]),
          'check',
        )
      ).body,
    ).toMatchObject({ code: 'tableRowsTooMany' })
    expect((await send([good, ['李核', null, units[1]!.id, null]], 'write')).body).toMatchObject({
      written: 2,
    })
    const list = (await committee.ask('GET /api/years/2018/inspectors')).body as never as {
      inspectors: { name: string; username?: string; leadGroup?: string }[]
    }
    expect(list.inspectors).toEqual([
      expect.objectContaining({ name: '李核', leadGroup: units[1]!.id }),
      expect.objectContaining({ name: '张核', username: 'hecha', homeUnit: units[0]!.id }),
    ])
    expect((await committee.ask('GET /api/years/2018/inspectors.xlsx')).status).toBe(200)
  })

  way(
    'bars by account and by list: own unit, own lead group in the committee’s rounds, by roster of the year',
    async () => {
      there = await openRoundOffice(await open())
      const { office, plan } = there
      const { units } = await plan(await makeRound(there))
      const member = units.find(unit => unit.group !== unit.id)!
      const other = units.find(unit => unit.group !== member.group)!
      const account = await office.account('renyuan', [{ role: 'inspector' }])
      await alsoOf(office, account, member.id)
      const barred = (unit: string, by: 'committee' | 'leadUnit' = 'committee') =>
        isBarred(office.context.db, { account, year: 2018, unit, by })
      expect(await Promise.all([barred(member.id), barred(member.group), barred(other.id)])).toEqual([
        true,
        true,
        false,
      ])
      expect(await Promise.all([barred(member.id, 'leadUnit'), barred(member.group, 'leadUnit')])).toEqual([
        true,
        false,
      ])
    },
  )
})

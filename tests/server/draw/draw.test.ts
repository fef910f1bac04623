import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkDraw } from '../../../src/domain/campaign/draw/checkDraw.ts'
import type { DrawRecord } from '../../../src/domain/campaign/draw/drawRecord.ts'
import { sha256 } from '../../../src/web/kit/sha256.ts'
import { listDrawn } from '../../../src/server/rooms/draw/drawn.store.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { drawOffice, members, prepare, prepared, save, twoNumbers } from './drawOffice.ts'

describeOnEachDatabase('四（二） a draw', (open, { way }) => {
  way('list, freeze, seed, result: anyone with the record finds the same people', async () => {
    const { office, committee, unit, stranger } = await drawOffice(await open())
    expect((await save(unit, 'U2', 'member', members(12))).status).toBe(200)
    expect((await prepare(committee, ['U2'])).body).toMatchObject({
      code: 'drawListNotFrozen',
      message: expect.stringContaining('州农业局'),
    })
    expect((await prepare(committee, ['U2', 'U3'])).body).toMatchObject({ code: 'drawListMissing' })
    const address = await prepared(committee, ['U2'])
    expect((await unit.ask(`POST ${address}/seed`, { body: twoNumbers })).body).toMatchObject({
      code: 'notAllowed',
    })
    const key = 'one-act-of-the-meeting'
    const first = await committee.ask(`POST ${address}/seed`, { body: twoNumbers, key })
    expect(first.body).toEqual({ seed: '0417-5823', drawn: 1 })
    expect((await committee.ask(`POST ${address}/seed`, { body: twoNumbers, key })).body).toEqual(first.body)
    expect((await committee.ask(`POST ${address}/seed`, { body: twoNumbers })).body).toMatchObject({
      code: 'drawAlreadyHeld',
      message: expect.stringContaining('0417-5823'),
    })

    const { records } = (await unit.ask('GET /api/years/2018/units/U2/draws')).body as never as {
      records: DrawRecord[]
    }
    expect(records.length).toBe(1)
    expect(records[0]!.result.length).toBe(5)
    expect(checkDraw(records[0]!, sha256).filter(check => !check.isRight)).toEqual([])
    const file = JSON.parse((await unit.ask(`GET ${address}/record`)).text) as { draws: DrawRecord[] }
    expect(file.draws).toEqual(records)
    expect((await stranger.ask(`GET ${address}`)).body).toMatchObject({ code: 'notFound' })
    expect((await stranger.ask('GET /api/years/2018/draws')).body).toEqual({ year: 2018, draws: [] })
    expect((await stranger.ask('GET /api/years/2018/units/U2/draws')).body).toMatchObject({
      code: 'outOfReach',
    })
    const [drawn] = await listDrawn(office.context.db, 2018, 'U2', 'member')
    expect(drawn!.lines.map(line => line.name)).toEqual(records[0]!.result.map(line => line.name))
    expect((await office.trail()).map(line => line.kind).filter(kind => kind.startsWith('draw'))).toEqual([
      'drawListSaved',
      'drawListsFrozen',
      'drawPrepared',
      'drawHeld',
    ])
  })

  way('a list changed after it was frozen is another list, and the draw that was held says so', async () => {
    const { committee, unit } = await drawOffice(await open())
    await save(unit, 'U2', 'member', members(12))
    const address = await prepared(committee, ['U2'])
    expect((await save(unit, 'U2', 'member', members(12), 1)).body).toMatchObject({ code: 'drawListSame' })
    expect((await save(unit, 'U2', 'member', members(11), 0)).body).toMatchObject({ code: 'staleRevision' })
    const later = await save(unit, 'U2', 'member', members(11), 1)
    expect(later.body['versions']).toMatchObject([
      { version: 2, count: 11 },
      { version: 1, frozenBy: 'kaohe' },
    ])
    expect((await committee.ask(`POST ${address}/seed`, { body: twoNumbers })).status).toBe(200)
    expect((await committee.ask(`GET ${address}`)).body['parts']).toMatchObject([
      { listVersion: 1, count: 12, changedSince: true },
    ])
    expect((await unit.ask('GET /api/years/2018/units/U2/draw-lists/member/1')).body['lines']).toHaveLength(
      12,
    )
    expect((await unit.ask('GET /api/years/2018/units/U2/draw-lists/member/9')).body).toMatchObject({
      code: 'notFound',
    })
    const again = await committee.ask('POST /api/years/2018/draw-lists/freeze', {
      body: { purposes: ['member'], units: ['U2'] },
    })
    expect(again.body['frozen']).toMatchObject([{ unit: 'U2', version: 2 }])
    const twice = await committee.ask('POST /api/years/2018/draw-lists/freeze', {
      body: { purposes: ['member'], units: ['U2'] },
    })
    expect(twice.body).toMatchObject({ code: 'drawListFrozen' })
  })

  way('a second draw of the quarter wants a reason, and both stay', async () => {
    const { office, committee, unit } = await drawOffice(await open())
    await save(unit, 'U2', 'member', members(12))
    const first = await prepared(committee, ['U2'])
    expect((await prepare(committee, ['U2'])).body).toMatchObject({ code: 'drawWaiting' })
    await committee.ask(`POST ${first}/seed`, { body: twoNumbers })
    expect((await prepare(committee, ['U2'])).body).toMatchObject({ code: 'drawReasonMissing' })
    expect((await prepare(committee, ['U2'], { reason: '支部要求' })).body).toMatchObject({
      code: 'drawReasonShort',
      message: expect.stringContaining('至少10个字'),
    })
    const again = await prepared(committee, ['U2'], { reason: '抽中的两人已调离本单位' })
    const dice = { kind: 'dice', parts: [{ by: '核查组', text: '3 1 6 6 2 4 5 1' }] }
    // Nobody draws again alone: who prepared it does not hold it, under another name either; a colleague of the same name does.
    const inspector = await office.someone('hecha', [{ role: 'inspector' }])
    await office.context.db.execute(
      sql`update account set name = case id when ${inspector.id} then 'kaohe' else 'renamed' end where id in (${inspector.id}, ${committee.id})`,
    )
    expect((await committee.ask(`GET ${again}`)).body).toMatchObject({ needsAnother: true })
    expect((await inspector.ask(`GET ${again}`)).body).toMatchObject({ needsAnother: false })
    expect((await committee.ask(`POST ${again}/seed`, { body: dice })).body).toMatchObject({
      code: 'drawSecondPerson',
    })
    expect((await inspector.ask(`POST ${again}/seed`, { body: dice })).status).toBe(200)
    const { records } = (await unit.ask('GET /api/years/2018/units/U2/draws')).body as never as {
      records: DrawRecord[]
    }
    expect(records.map(({ number, reason, seed }) => [number, reason, seed])).toEqual([
      [2, '抽中的两人已调离本单位', '31662451'],
      [1, undefined, '0417-5823'],
    ])
    const drawn = await listDrawn(office.context.db, 2018, 'U2', 'member')
    expect(drawn.map(({ quarter, number }) => [quarter, number])).toEqual([[3, 2]])
  })

  test('two people acting at once make one list, one preparation, one draw', async () => {
    const { office, committee, unit } = await drawOffice(await open())
    const other = await office.someone('hecha', [{ role: 'inspector' }])
    const saved = await Promise.all([
      save(unit, 'U2', 'member', members(12)),
      save(committee, 'U2', 'member', members(9)),
    ])
    expect(saved.map(one => one.body.code ?? 'saved').toSorted()).toEqual(['saved', 'staleRevision'])
    await committee.ask('POST /api/years/2018/draw-lists/freeze', {
      body: { purposes: ['member'], units: ['U2'] },
    })
    const wishes = await Promise.all([prepare(committee, ['U2']), prepare(other, ['U2'])])
    expect(wishes.map(one => one.body.code ?? 'prepared').toSorted()).toEqual(['drawWaiting', 'prepared'])
    const address = `/api/years/2018/draws/${String(wishes.find(one => one.status === 200)!.body['draw'])}`
    const dice = { kind: 'dice', parts: [{ by: '核查组', text: '11111111' }] }
    const held = await Promise.all([
      committee.ask(`POST ${address}/seed`, { body: twoNumbers }),
      other.ask(`POST ${address}/seed`, { body: dice }),
    ])
    expect(held.map(one => one.body.code ?? 'held').toSorted()).toEqual(['drawAlreadyHeld', 'held'])
    expect(await listDrawn(office.context.db, 2018, 'U2', 'member')).toHaveLength(1)
  })

  way('given up before its seed: the number is free again; after it, it stands', async () => {
    const { committee, unit } = await drawOffice(await open())
    await save(unit, 'U2', 'member', members(12))
    const first = await prepared(committee, ['U2'])
    expect((await committee.ask(`POST ${first}/abandon`, { body: { reason: '季度选错' } })).status).toBe(200)
    expect((await committee.ask(`POST ${first}/seed`, { body: twoNumbers })).body).toMatchObject({
      code: 'drawAbandoned',
    })
    const second = await prepared(committee, ['U2'])
    await committee.ask(`POST ${second}/seed`, { body: twoNumbers })
    expect(
      (await committee.ask(`POST ${second}/abandon`, { body: { reason: '结果不满意' } })).body,
    ).toMatchObject({
      code: 'drawAlreadyHeld',
    })
    const { draws } = (await committee.ask('GET /api/years/2018/draws')).body as never as {
      draws: { state: string }[]
    }
    expect(draws.map(draw => draw.state).toSorted()).toEqual(['abandoned', 'drawn'])
  })

  test('the database itself rejects a seed before the freeze, and any change to what was frozen or drawn', async () => {
    const { office, committee, unit } = await drawOffice(await open())
    const { db } = office.context
    await save(unit, 'U2', 'member', members(12))
    await save(office.visitor().cookie === '' ? committee : unit, 'U3', 'member', members(8))
    const refused = async (statement: ReturnType<typeof sql>): Promise<string> => {
      try {
        await db.transaction(tx => tx.execute(statement))
      } catch (error) {
        return String((error as Error).cause ?? error)
      }
      return 'taken'
    }
    const session = (
      state: string,
      seed: string | null,
    ) => sql`insert into draw_session (id, year, quarter, state, takes, units, digest, prepared_by, prepared_at,
      seed_kind, seed_parts, seed, ended_by, ended_at) values (gen_random_uuid(), 2018, 1, ${state}, '{"member":5}', 1, ${'0'.repeat(64)}, 'x', now(),
      ${seed === null ? null : 'dice'}, ${seed === null ? null : '[]'}::jsonb, ${seed}, ${seed === null ? null : 'x'}, ${seed === null ? null : '2018-01-01'}::timestamptz)`
    expect(await refused(session('drawn', '11111111'))).toContain('the seed comes after')
    const address = await prepared(committee, ['U2'])
    const part = (
      unitId: string,
      number: number,
    ) => sql`insert into draw (id, session, year, quarter, unit, purpose, list_version, fingerprint, take, number, reason, state)
      select gen_random_uuid(), s.id, 2018, 3, l.unit, 'member', 1, l.fingerprint, 5, ${number}, ${number > 1 ? '无' : null}::text, 'prepared'
      from draw_list l, draw_session s where l.unit = ${unitId} and s.state <> 'abandoned'`
    expect(await refused(part('U3', 1))).toContain('only after it is frozen')
    await committee.ask(`POST ${address}/seed`, { body: twoNumbers })
    expect(await refused(part('U2', 2))).toContain('the seed comes after')
    expect(await refused(sql`update draw set result = '[]'`)).toContain('held once')
    expect(await refused(sql`update draw_session set seed = '22222222'`)).toContain('held once')
    expect(await refused(sql`delete from draw`)).toContain('kept')
    expect(await refused(sql`update draw_list set lines = '[{"id":"1","name":"x"}]', count = 1`)).toContain(
      'never changed',
    )
    expect(
      await refused(sql`update draw_list set frozen_by = null, frozen_at = null where frozen_at is not null`),
    ).toContain('never changed')
    expect(await refused(sql`delete from draw_list`)).toContain('kept')
  })
})

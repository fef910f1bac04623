import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Unit } from '../../../src/domain/year/roster/roster.ts'
import { aHolder, aLead, aUnit, xiangxi } from '../../readers/aYear.ts'
import { describeWays } from '../databases.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { openYear } from '../openYear.ts'

const units: readonly Unit[] = [
  aLead('lin', '示范州林业局'),
  aUnit('chang', '示范州林场'),
  aUnit('suo', '示范州林科所'),
  aLead('jiao', '示范州教育局', { affiliated: false }),
]
const holders = [
  aHolder('lin', '赵示安'),
  aHolder('chang', '钱示安', { to: '2018-06-30' }),
  aHolder('chang', '孙示安', { person: 'sun', from: '2018-07-01' }),
]
const facts = { visits: [{ unit: 'suo', quarter: 1 as const }] }

const ROSTER = 'GET /api/years/2018/roster'
const unit = (id: string) => `/api/years/2018/roster/${id}`

describeWays('the roster', open => {
  const inOffice = async (work: (visitor: Visitor, office: Office) => Promise<void>): Promise<void> => {
    const office = await openOffice(await open())
    try {
      await openYear(office.context, { scheme: xiangxi, roster: { units, holders }, facts })
      await work(await office.someone('kaohe', [{ role: 'committee' }]), office)
    } finally {
      await office.close()
    }
  }

  const seen = async (visitor: Visitor, id: string) =>
    (await visitor.ask(`GET ${unit(id)}`)).body as never as Seen

  test('一 shows who is responsible for a unit and why, and why a unit is not appraised', () =>
    inOffice(async visitor => {
      const { status, body } = await visitor.ask(ROSTER)
      expect(status).toBe(200)
      const list = body['units'] as Listed[]
      expect(list.map(one => one.name)).toEqual([
        '示范州教育局',
        '示范州林场',
        '示范州林科所',
        '示范州林业局',
      ])
      expect(list.find(one => one.id === 'chang')!.answers).toMatchObject({
        name: '孙示安',
        post: '党组织书记',
      })
      expect(list.find(one => one.id === 'suo')!.answers!.why).toContain('名册中没有在任人选')
      expect(list.find(one => one.id === 'jiao')!.outside).toContain('不归口')
      const { holders: terms } = await seen(visitor, 'chang')
      expect(terms.map(term => [term.name, term.answers])).toEqual([
        ['孙示安', true],
        ['钱示安', false],
      ])
    }))

  test('the roster comes by page, each lead unit above its members, the units outside any system last', () =>
    inOffice(async (visitor, office) => {
      const { body } = await visitor.ask(`${ROSTER}?page=0`)
      expect(
        (body['units'] as Listed[]).map(({ id, group, leads, state }) => [id, group, leads, state]),
      ).toEqual([
        ['lin', '示范州林业局系统', 2, '列入考核'],
        ['chang', '示范州林业局系统', 0, '列入考核'],
        ['suo', '示范州林业局系统', 0, '缺考核对象'],
        ['jiao', '没有所属单位的单位', 0, '不列入考核'],
      ])
      expect(body['paging']).toMatchObject({
        all: 4,
        choices: { lead: [{ count: 2 }, { text: '示范州林业局', count: 2 }] },
      })
      const found = await visitor.ask(`${ROSTER}?page=0&search=${encodeURIComponent('孙示安')}`)
      expect(found.body).toMatchObject({ units: [{ id: 'chang' }], paging: { found: 1, all: 4 } })
      const own = await office.someone('linchang', [{ role: 'unit', unit: 'chang' }])
      expect((await own.ask(`${ROSTER}?page=0`)).body).toMatchObject({
        units: [{ id: 'chang', leadName: '示范州林业局', group: '没有所属单位的单位' }],
        paging: { all: 1 },
      })
    }))

  test('a unit is edited with its holders, and the trail records each change', () =>
    inOffice(async (visitor, office) => {
      const before = await seen(visitor, 'chang')
      const edit = {
        revision: before.revision,
        unit: aUnit('chang', '示范州国有林场'),
        holders: [term('孙示安', 'sun')],
      }
      const after = await visitor.ask(`PUT ${unit('chang')}`, { body: edit })
      expect(after.body).toMatchObject({
        name: '示范州国有林场',
        revision: 2,
        changedBy: 'kaohe',
        answers: { name: '孙示安' },
      })
      const line = (await office.trail()).at(-1)!
      expect(line.kind).toBe('unitChanged')
      expect(line.values['changes']).toEqual([
        '名称由“示范州林场”改为“示范州国有林场”',
        '删去任职 钱示安（党组织书记，至2018年6月30日）',
        '删去任职 孙示安（党组织书记，2018年7月1日至今）',
        '增加任职 孙示安（党组织书记）',
      ])
      const again = await visitor.ask(`PUT ${unit('chang')}`, { body: { ...edit, revision: 2 } })
      expect(again.body.code).toBe('unitUnchanged')
    }))

  test('staleRevision: when two people edit one unit, the second is told who was first', () =>
    inOffice(async (visitor, office) => {
      const other = await office.someone('示清', [{ role: 'committee' }])
      const { revision } = await seen(visitor, 'suo')
      const edit = (name: string) => ({ revision, unit: aUnit('suo', name), holders: [] })
      expect((await other.ask(`PUT ${unit('suo')}`, { body: edit('示范州林研所') })).status).toBe(200)
      const second = await visitor.ask(`PUT ${unit('suo')}`, { body: edit('示范州林业所') })
      expect([second.status, second.body.code]).toEqual([409, 'staleRevision'])
      expect(second.body.message).toMatch(/“示范州林研所”已由示清于\d{4}年/)
      expect((await seen(visitor, 'suo')).name).toBe('示范州林研所')
    }))

  test('an invalid roster is refused with its sentence, and nothing is written', () =>
    inOffice(async (visitor, office) => {
      const bad = { unit: aUnit('new', '示范州林场', { leadUnit: 'nobody' }), holders: [] }
      const refused = await visitor.ask(`POST /api/years/2018/roster`, { body: bad })
      expect([refused.status, refused.body.code]).toEqual([422, 'rosterFaulty'])
      expect(refused.body.message).toContain('单位名称“示范州林场”已在“示范州林场”用过')
      expect(refused.body.message).toContain('没有牵头单位“nobody”')
      const twice = await visitor.ask(`POST /api/years/2018/roster`, {
        body: { unit: aUnit('lin', '新'), holders: [] },
      })
      expect(twice.body.code).toBe('unitIdTwice')
      expect((await visitor.ask(ROSTER)).body['units']).toHaveLength(4)
      expect((await office.trail()).some(line => line.kind === 'unitAdded')).toBe(false)
    }))

  test('sending a unit several times adds it once', () =>
    inOffice(async visitor => {
      const key = randomUUID()
      const body = { unit: aUnit('new', '示范州湿地中心'), holders: [term('李示安', 'li')] }
      const first = await visitor.ask('POST /api/years/2018/roster', { body, key })
      const again = await visitor.ask('POST /api/years/2018/roster', { body, key })
      expect([first.status, again.status]).toEqual([200, 200])
      expect(again.body).toEqual(first.body)
      expect((await visitor.ask(ROSTER)).body['units']).toHaveLength(5)
    }))

  test('R21 a unit is renamed from a given day and keeps its former name', () =>
    inOffice(async visitor => {
      const named = await visitor.ask(`POST ${unit('suo')}/name`, {
        body: { revision: 1, name: '示范州林科院', on: '2018-03-01' },
      })
      expect(named.body).toMatchObject({
        name: '示范州林科院',
        formerNames: [{ name: '示范州林科所', until: '2018-03-01' }],
      })
      const revision = Number(named.body['revision'])
      const same = await visitor.ask(`POST ${unit('suo')}/name`, {
        body: { revision, name: '示范州林科院', on: '2018-04-01' },
      })
      expect(same.body.code).toBe('renameToSame')
      const early = await visitor.ask(`POST ${unit('suo')}/name`, {
        body: { revision, name: '示范州林院', on: '2018-02-01' },
      })
      expect(early.body.code).toBe('renameBeforeLast')
    }))

  test('R21 a unit is merged into another from a given day', () =>
    inOffice(async visitor => {
      const merge = (id: string, into: string, on = '2018-09-01') =>
        visitor.ask(`POST ${unit(id)}/merger`, { body: { revision: 1, into, on } })
      expect((await merge('lin', 'jiao')).body.code).toBe('unitHasMembers')
      expect((await merge('chang', 'chang')).body.code).toBe('mergeIntoItself')
      expect((await merge('chang', 'nobody')).body.code).toBe('noSuchUnit')
      expect((await merge('chang', 'suo')).body).toMatchObject({
        closesOn: '2018-09-01',
        mergedInto: { id: 'suo', name: '示范州林科所' },
      })
      expect(await seen(visitor, 'suo')).toMatchObject({ mergedFrom: [{ id: 'chang', name: '示范州林场' }] })
      const closed = await visitor.ask(`POST ${unit('suo')}/merger`, {
        body: { revision: 2, into: 'chang', on: '2018-10-01' },
      })
      expect(closed.body.code).toBe('unitAlreadyClosed')
      expect((await visitor.ask(`DELETE ${unit('chang')}?revision=2`)).body.code).toBe('unitSucceeded')
    }))

  test('unitNotYetOpen: a unit cannot be merged before it is open', () =>
    inOffice(async visitor => {
      const young = { unit: aUnit('new', '示范州湿地中心', { opensOn: '2018-10-01' }), holders: [] }
      await visitor.ask('POST /api/years/2018/roster', { body: young })
      const merged = await visitor.ask(`POST ${unit('new')}/merger`, {
        body: { revision: 1, into: 'suo', on: '2018-09-01' },
      })
      expect(merged.body.code).toBe('unitNotYetOpen')
    }))

  test('a unit entered by mistake can be removed; one with facts or members cannot', () =>
    inOffice(async visitor => {
      const remove = (id: string) => visitor.ask(`DELETE ${unit(id)}?revision=1`)
      expect((await remove('suo')).body.code).toBe('unitHasFacts')
      expect((await remove('lin')).body.code).toBe('unitHasMembers')
      expect((await remove('jiao')).body).toEqual({ unit: 'jiao' })
      expect((await visitor.ask(ROSTER)).body['units']).toHaveLength(3)
    }))

  test('unitInUse: a unit with a planned visit or a problem cannot be removed until that is taken back', () =>
    inOffice(async visitor => {
      const post = async (path: string, body: object) =>
        (await visitor.ask(`POST /api/years/2018/${path}`, { body })).body['id'] as string
      const round = await post('rounds', {
        quarter: 4,
        name: '第四季度核查',
        from: '2018-10-08',
        to: '2018-12-31',
      })
      const visit = await post(`rounds/${round}/assignments`, {
        unit: 'chang',
        inspectors: [],
        plannedOn: '2018-11-01',
      })
      const remove = async () => (await visitor.ask(`DELETE ${unit('chang')}?revision=1`)).body
      expect(await remove()).toMatchObject({
        code: 'unitInUse',
        message: expect.stringContaining('本年度已有核查安排 1 项'),
      })
      await visitor.ask(`DELETE /api/years/2018/rounds/${round}/assignments/${visit}?revision=1`)
      const problem = await post('units/chang/problems', { text: '台账不全' })
      expect(await remove()).toMatchObject({
        code: 'unitInUse',
        message: expect.stringContaining('本年度已有问题 1 项'),
      })
      await post(`units/chang/problems/${problem}/drop`, { reason: '单位录错', revision: 1 })
      expect(await remove()).toEqual({ unit: 'chang' })
    }))

  test('the id of a unit cannot be changed', () =>
    inOffice(async visitor => {
      const edit = { revision: 1, unit: aUnit('other', '示范州林科所'), holders: [] }
      expect((await visitor.ask(`PUT ${unit('suo')}`, { body: edit })).body.code).toBe('unitIdFixed')
    }))

  test('the roster of a sealed year cannot change', () =>
    inOffice(async (visitor, office) => {
      await office.context.db.execute(sql`update cycle set sealed = true, phase = 'sealed' where year = 2018`)
      expect(String((await visitor.ask(ROSTER)).body['closed'])).toContain('已封存')
      const named = await visitor.ask(`POST ${unit('suo')}/name`, {
        body: { revision: 1, name: '示范州林科院', on: '2018-03-01' },
      })
      expect(named.body.code).toBe('yearSealed')
    }))

  test('a lead unit sees its group, a unit sees itself, and neither can edit', () =>
    inOffice(async (_, office) => {
      const lead = await office.someone('lin', [{ role: 'leadUnit', unit: 'lin' }])
      const own = await office.someone('suo', [{ role: 'unit', unit: 'suo' }])
      const ids = async (visitor: Visitor) =>
        ((await visitor.ask(ROSTER)).body['units'] as Listed[]).map(one => one.id)
      expect(new Set(await ids(lead))).toEqual(new Set(['lin', 'chang', 'suo']))
      const mine = (await own.ask(ROSTER)).body
      expect(mine).toMatchObject({ whole: false, units: [{ id: 'suo', leadName: '示范州林业局' }] })
      expect((await own.ask(`GET ${unit('chang')}`)).body.code).toBe('outOfReach')
      const edit = { revision: 1, unit: aUnit('suo', '新名'), holders: [] }
      expect((await own.ask(`PUT ${unit('suo')}`, { body: edit })).body.code).toBe('notAllowed')
    }))

  test('the roster of a new year is copied from the last one, without closed units', () =>
    inOffice(async (visitor, office) => {
      await visitor.ask(`POST ${unit('chang')}/merger`, {
        body: { revision: 1, into: 'suo', on: '2018-09-01' },
      })
      await visitor.ask(`POST ${unit('suo')}/name`, {
        body: { revision: 2, name: '示范州林科院', on: '2018-10-01' },
      })
      await openYear(office.context, { scheme: { ...xiangxi, cycle: 2019 } })
      const copy = (from: number, to = 2019) =>
        visitor.ask(`POST /api/years/${to}/roster-copy`, { body: { from } })
      expect((await copy(2017)).body.code).toBe('noRosterBefore')
      expect((await copy(2018)).body).toEqual({ units: 3, holders: 1, left: 1 })
      expect((await copy(2018)).body.code).toBe('rosterNotEmpty')
      const suo = (await visitor.ask('GET /api/years/2019/roster/suo')).body
      expect(suo).toMatchObject({
        name: '示范州林科院',
        succeeds: ['chang'],
        formerNames: [{ name: '示范州林科所' }],
      })
      expect((await copy(2018, 2020)).status).toBe(404)
    }))

  test('yearWithoutScheme: a year without a scheme shows an empty roster and accepts no units', () =>
    inOffice(async (visitor, office) => {
      await office.context.db.execute(
        sql`insert into cycle (year, phase, opened_by, opened_at) values (2020, 'prepared', '测试', now())`,
      )
      const { body } = await visitor.ask('GET /api/years/2020/roster')
      expect(body).toMatchObject({ units: [] })
      expect(String(body['closed'])).toContain('还没有选定方案')
      const added = await visitor.ask('POST /api/years/2020/roster', {
        body: { unit: aUnit('a', '甲'), holders: [] },
      })
      expect(added.body.code).toBe('yearWithoutScheme')
    }))
})

function term(name: string, person: string) {
  return { name, person, post: '党组织书记' }
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly answers?: { readonly name?: string; readonly post?: string; readonly why: string }
  readonly outside?: string
  readonly group?: string
  readonly leads?: number
  readonly state?: string
}

interface Seen extends Listed {
  readonly revision: number
  readonly holders: readonly { readonly name: string; readonly answers: boolean }[]
}

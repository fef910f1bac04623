import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openEmpty } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { stepsOfOneWay } from '../../oneWay.ts'
import { type DemoYear, openDemoYear } from './aDemoYear.ts'

let database: OpenDatabase
let year: DemoYear

beforeAll(async () => {
  database = await openEmpty('PGlite')
  year = await openDemoYear(database, 40)
})

afterAll(async () => {
  await year.office.close()
})

stepsOfOneWay()

const DUE = 'GET /api/years/:year/due'

test('each late item is listed once: with its task for whom it waits, otherwise among what others are late with', async () => {
  const { late, waiting } = await year.ask(year.committee, DUE)
  const { late: overseen } = await year.ask(year.leading, DUE)
  const { rounds } = await year.ask(year.committee, 'GET /api/years/:year/rounds')
  const behind = rounds.filter(round => round.late > 0)
  expect(behind.length).toBeGreaterThan(0)
  for (const { id, name, late: units } of behind) {
    expect(overseen).toContainEqual(
      expect.objectContaining({
        id: `round-${id}`,
        text: `核查逾期未去${units}个单位：“${name}”`,
        total: units,
      }),
    )
    expect(waiting).toContainEqual(
      expect.objectContaining({
        id: `round-${id}`,
        text: expect.stringContaining(`催办“${name}”逾期未去的${units}个单位`),
        late: true,
      }),
    )
  }
  expect(waiting.map(one => one.id).filter(id => late.some(one => one.id === id))).toEqual([])
  const { items } = await year.ask(year.committee, 'GET /api/years/:year/remedies')
  const overdue = items.filter(item => item.overdue)
  const units = new Set(overdue.map(item => item.unit)).size
  expect(late).toContainEqual(
    expect.objectContaining({ text: `自查与整改逾期${overdue.length}项，涉及${units}个单位`, total: units }),
  )
  expect(late.map(one => one.days!)).toEqual(late.map(one => one.days!).toSorted((one, other) => other - one))
  // Nothing can be sealed before them: the next act, however late others are.
  expect(waiting[0]).toMatchObject({
    id: 'objections',
    text: expect.stringMatching(/^裁定单位的异议\d+条$/),
    holds: true,
  })
  expect(waiting.map(one => one.id)).not.toContain('seal')
})

test('a unit is told what waits for it and what of its own is late, and nothing of others', async () => {
  const { items } = await year.ask(year.committee, 'GET /api/years/:year/remedies')
  const behind = items.find(item => item.overdue)!
  const unit = await year.office.someone('danwei', [{ role: 'unit', unit: behind.unit }])
  const { late, waiting } = await year.ask(unit, DUE)
  const own = waiting.find(one => one.id === 'ownRemedies')!
  expect(own).toMatchObject({ late: true, mend: { page: '$year/remedies' } })
  for (const one of late) expect(one.units).toEqual([behind.unitName])
  expect(own.who).toContain(behind.problem)
  expect(waiting.map(one => one.id)).not.toContain('objections')
})

test('what the own ledger lacks of periods that are over waits for who keeps it, and is late to the secretary', async () => {
  const { units } = await year.ask(year.committee, 'GET /api/years/:year/roster')
  for (const { id, name } of units) {
    const asked = { params: { unit: id } }
    const { counters } = await year.ask(year.committee, 'GET /api/years/:year/units/:unit/counters', asked)
    const short = counters.filter(
      ({ kind, periods }) =>
        kind === 'done' && periods.some(one => one.state === 'short' && one.closing !== 'closed'),
    )
    if (short.length === 0) continue
    const clerk = await year.office.someone('taizhang', [{ role: 'unit', unit: id }])
    const secretary = await year.office.someone('shuji', [{ role: 'secretary', unit: id }])
    const text = `补登台账逾期未登记的${short.length}项`
    const { waiting } = await year.ask(clerk, DUE)
    expect(waiting).toContainEqual(expect.objectContaining({ id: `ledger-${id}`, text, late: true }))
    const { late } = await year.ask(secretary, DUE)
    expect(late).toContainEqual(expect.objectContaining({ id: `ledger-${id}`, units: [name] }))
    return
  }
  throw new Error('no unit lacks anything')
})

test('rounds and surveys under way are dates of the year with their own days, and work of which something is open is not done', async () => {
  const { timetable, next } = await year.ask(year.committee, 'GET /api/years/:year')
  const { rounds } = await year.ask(year.committee, 'GET /api/years/:year/rounds')
  for (const { name, from, to, done, planned } of rounds)
    expect(timetable).toContainEqual(
      expect.objectContaining({ name, from, due: to, state: done === planned ? 'done' : 'open' }),
    )
  expect(timetable.find(({ name }) => name === '补充调查')?.state).toBe('open')
  expect(['补充调查', '年底复查']).toContain(next?.name)
  const { reports } = await year.ask(year.committee, 'GET /api/years/:year/reports')
  const owed = reports.filter(({ state }) => ['absent', 'draft', 'returned'].includes(state)).length
  expect(timetable.find(({ id }) => id === 'report')).toMatchObject({ state: 'past', left: owed })
  const due = await year.ask(year.committee, DUE)
  // A count says of what it consists, so that two of them can be compared.
  const again = reports.filter(({ state }) => state === 'returned').length
  expect(due.late.find(one => one.id === 'reportsMissing')).toMatchObject({
    total: owed,
    text: expect.stringMatching(
      again === 0
        ? `述职报告逾期${owed}份，没有上报`
        : new RegExp(`^述职报告逾期${owed}份(，|：${owed - again}份没有上报；${again}份)退回后没有重新上报$`),
    ),
  })
  expect(due.waiting.find(one => one.id === 'reportLateness')?.who).toMatch(
    /^\d+个(迟报，已报来|漏报，至今没有报来)/,
  )
  expect(due.next).toMatchObject({ name: next!.name, due: next!.due })
})

test('roles that oversee everything see the same late items; an inspector sees own visits only', async () => {
  const auditor = await year.office.someone('jiandu', [{ role: 'auditor' }])
  const inspector = await year.office.someone('hecha', [{ role: 'inspector' }])
  const lateOf = async (who: Visitor) => {
    const { late, waiting } = await year.ask(who, DUE)
    return [...late.map(one => one.id), ...waiting.filter(one => one.late).map(one => one.id)].toSorted()
  }
  const all = await lateOf(year.committee)
  expect(all.length).toBeGreaterThan(2)
  expect(await lateOf(year.leading)).toEqual(all)
  expect(await lateOf(auditor)).toEqual(all)
  expect(await lateOf(inspector)).toEqual([])
})

test('a unit that is graded has no ledger of meetings to record', async () => {
  const { rows } = await year.ask(year.committee, 'GET /api/years/:year/ranking')
  const { unit } = rows.find(row => row.leadUnit !== undefined)!
  const asked = { params: { unit }, body: { reason: '核对全年会议签到' } }
  expect(await year.refused(year.committee, 'POST /api/years/:year/units/:unit/no-faults', asked)).toBe(
    'notByLedger',
  )
})

test('an objection without a decision holds up the seal; what else is under way is told, to the leading group as well', async () => {
  const before = await year.ask(year.committee, 'GET /api/years/:year/seal-checks')
  expect(before.maySeal).toBe(false)
  expect(before.checks).toContainEqual(
    expect.objectContaining({ name: '异议', state: 'blocked', mend: { page: '$year/objections' } }),
  )
  const refused = await year.refused(year.committee, 'POST /api/years/:year/seals', {
    body: { revision: before.revision },
  })
  expect(refused).toBe('sealBlocked')
  await year.uphold()
  const after = await year.ask(year.committee, 'GET /api/years/:year/seal-checks')
  expect(after.maySeal).toBe(true)
  const { waiting } = await year.ask(year.committee, DUE)
  expect(waiting.filter(one => one.holds)).toEqual([])
  expect(waiting.map(one => one.id)).toContain('seal')
  const warned = after.checks.filter(check => check.state === 'warning').map(check => check.name)
  expect(warned).toEqual(expect.arrayContaining(['核查', '自查与整改']))
  await year.seal()
  const { checks } = await year.ask(year.leading, 'GET /api/years/:year/seals')
  expect(checks.map(({ name, state }) => `${name} ${state}`)).toEqual(
    expect.arrayContaining(['核查 warning', '自查与整改 warning', '名册 passed']),
  )
  expect(checks.filter(({ state }) => state === 'blocked')).toEqual([])
  // Nobody can go on with it after the seal, so it waits for nobody; rectification goes on.
  const due = await year.ask(year.committee, DUE)
  const ids = [...due.late, ...due.waiting].map(one => one.id)
  expect(ids.filter(id => !id.startsWith('problems'))).toEqual([])
})

test('a new year says what to prepare, and raises no alarm about scores a year ahead', async () => {
  await year.ask(year.leading, 'POST /api/years/:year/seals/:number/approve', {
    params: { number: 1 },
    body: {},
  })
  const { scheme } = await year.ask(year.committee, 'GET /api/years/:year')
  const from = { params: { version: scheme!.version }, body: { cycle: 2019 } }
  const draft = await year.ask(year.committee, 'POST /api/schemes/:version/drafts', from)
  const promulgate = { params: { version: draft.version }, body: { revision: draft.revision } }
  await year.ask(year.committee, 'POST /api/schemes/:version/promulgation', promulgate)
  const body = { year: 2019, version: draft.version, roster: 'last' }
  await year.ask(year.committee, 'POST /api/years', { body })
  const { waiting, late } = await year.ask(year.committee, DUE, { params: { year: 2019 } })
  expect(late).toEqual([])
  expect(waiting.map(one => one.id)).toEqual(
    expect.arrayContaining(['prepareRoster', 'prepareRound', 'prepareRunning']),
  )
  expect(waiting.map(one => one.text).join()).toMatch(/核对名册：\d+个单位，其中\d+个参加考核/)
  expect(waiting.map(one => one.id).filter(id => /^missing|^issues|^boards/.test(id))).toEqual([])
  const { checks } = await year.ask(year.committee, 'GET /api/years/:year/seal-checks', {
    params: { year: 2019 },
  })
  expect(checks.find(check => check.id === 'history')).toMatchObject({ state: 'passed' })
})

test('no history is not complete history', async () => {
  await database.db.execute('delete from past_entry')
  await database.db.execute('update cycle set revision = revision + 1 where year = 2019')
  const { checks } = await year.ask(year.committee, 'GET /api/years/:year/seal-checks', {
    params: { year: 2019 },
  })
  expect(checks.find(check => check.id === 'history')).toMatchObject({
    state: 'warning',
    sentence: expect.stringContaining('没有历年结果'),
  })
})

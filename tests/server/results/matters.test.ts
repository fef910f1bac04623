import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openEmpty } from '../databases.ts'
import { stepsOfOneWay } from '../../oneWay.ts'
import { type DemoYear, openDemoYear } from './aDemoYear.ts'

let database: OpenDatabase
let year: DemoYear

beforeAll(async () => {
  database = await openEmpty('PGlite')
  year = await openDemoYear(database, 16)
})

afterAll(async () => {
  await year.office.close()
})

stepsOfOneWay()

const MATTERS = 'GET /api/years/:year/matters'
const FACTS = 'POST /api/years/:year/facts'
const NO_FAULTS = 'POST /api/years/:year/units/:unit/no-faults'

test('R11 a small cohort is decided where it is told, and counted alike by tasks, checks and ranking', async () => {
  const { matters, mayDecide } = await year.ask(year.committee, MATTERS)
  const bands = matters.find(matter => matter.decide === 'bands')!
  expect(mayDecide).toBe(true)
  expect(bands.text).toMatch(/只有\d+个考核对象/)
  const count = matters.filter(matter => matter.decide !== 'score' && matter.decide !== 'noFaults').length
  const { waiting } = await year.ask(year.committee, 'GET /api/years/:year/due')
  expect(waiting.find(one => one.id === 'issues')).toMatchObject({
    holds: true,
    text: expect.stringContaining(`研究决定${count}项`),
    mend: { page: '$year/decisions' },
  })
  const check = async () =>
    (await year.ask(year.committee, 'GET /api/years/:year/seal-checks')).checks.find(
      one => one.id === 'issues',
    )!
  expect(await check()).toMatchObject({ state: 'blocked', total: count, mend: { page: '$year/decisions' } })
  const body = { kind: 'bandsApply', ranking: bands.ranking, apply: false, by: '领导小组', reason: '单位少' }
  await year.ask(year.committee, FACTS, { body: { fact: { kind: 'decisions', body } } })
  expect((await check()).state).not.toBe('blocked')
  const after = await year.ask(year.committee, MATTERS)
  expect(after.matters.map(matter => matter.decide)).not.toContain('bands')
})

test('三（二）1 a unit without any ledger record is given its counts of 0 where this is told', async () => {
  const { rows } = await database.db.execute<{ unit: string }>(
    sql`select distinct unit from fact where kind = 'ledger' and source = '日常管理' and withdrawn_at is null order by unit`,
  )
  const { unit } = rows[0]!
  expect(
    await year.refused(year.committee, NO_FAULTS, { params: { unit }, body: { reason: '核对签到' } }),
  ).toBe('faultsThere')
  await database.db.execute(sql`update fact set withdrawn_at = now(), withdrawn_by = 'x',
    revision = (select revision + 1 from cycle where year = 2018) where kind = 'ledger' and unit = ${unit}`)
  await database.db.execute(sql`delete from routine_count where unit = ${unit}`)
  await database.db.execute('update cycle set revision = revision + 1')
  const told = (await year.ask(year.committee, MATTERS)).matters.find(matter => matter.decide === 'noFaults')
  expect(told).toMatchObject({ unit, mend: { page: '$year/meetings' } })
  await year.ask(year.committee, NO_FAULTS, { params: { unit }, body: { reason: '核对全年会议签到' } })
  const after = await year.ask(year.committee, MATTERS)
  expect(after.matters.filter(matter => matter.decide === 'noFaults')).toEqual([])
  const trail = await database.db.execute<{ kind: string }>(
    sql`select kind from trail where kind = 'noFaultsRecorded'`,
  )
  expect(trail.rows).toHaveLength(1)
})

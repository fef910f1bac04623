import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { type Answered, type DemoYear, openDemoYear } from './aDemoYear.ts'
import { openEmpty } from '../databases.ts'

let database: OpenDatabase
let year: DemoYear

beforeAll(async () => {
  database = await openEmpty('PGlite')
  year = await openDemoYear(database, 40)
})

afterAll(async () => {
  await year.office.close()
})

const OPEN = 'POST /api/years'

/** A promulgated version for another year, made of this year's. */
async function versionFor(cycle: number): Promise<string> {
  const { scheme } = await year.ask(year.committee, 'GET /api/years/:year')
  const from = { params: { version: scheme!.version }, body: { cycle } }
  const draft = await year.ask(year.committee, 'POST /api/schemes/:version/drafts', from)
  const promulgate = { params: { version: draft.version }, body: { revision: draft.revision } }
  return (await year.ask(year.committee, 'POST /api/schemes/:version/promulgation', promulgate)).version
}

test('a year shows its dates relative to today, the progress of each component, and which work waits for whom', async () => {
  const told = await year.ask(year.committee, 'GET /api/years/:year')
  expect(told.today).toBe('2018-12-24')
  expect(told.timetable.map(date => [date.id, date.days, date.state])).toContainEqual(['debrief', 7, 'done'])
  expect(told.timetable.find(date => date.id === 'report')).toMatchObject({
    days: -14,
    state: 'past',
    ruling: 'R15',
  })
  expect(told.timetable.find(date => date.id === 'inspectionQ4')).toMatchObject({
    counted: { done: 39, total: 39 },
  })
  // A round that is complete has no days left; the one beside it goes on.
  expect(['补充调查', '年底复查']).toContain(told.next?.name)
  const inspection = told.progress.find(one => one.component === 'inspection')!
  expect(inspection.steps.map(step => step.id)).toEqual([
    'inspectionQ1',
    'inspectionQ2',
    'inspectionQ3',
    'inspectionQ4',
  ])
  expect(inspection.groups.reduce((sum, group) => sum + group.total, 0)).toBe(inspection.total)
  const due = await year.ask(year.committee, 'GET /api/years/:year/due')
  expect(due.waiting.map(one => one.id)).toEqual(expect.arrayContaining(['assumed', 'objections']))
  expect((await year.ask(year.leading, 'GET /api/years/:year/due')).waiting).toEqual([])
  const member = (await year.ask(year.committee, 'GET /api/years/:year/ranking')).rows.find(
    row => row.leadUnit !== undefined,
  )!
  const unit = await year.office.someone('danwei', [{ role: 'unit', unit: member.unit }])
  const own = await year.ask(unit, 'GET /api/years/:year')
  expect(own.progress.map(one => one.total)).toEqual(own.progress.map(() => 1))
  expect([own.moves, own.adoptable]).toEqual([[], []])
})

test('a unit not inspected or surveyed in time is late, and its lead unit is told', async () => {
  const { rows } = await year.ask(year.committee, 'GET /api/years/:year/ranking')
  const { unit, leadUnit } = rows.find(row => row.leadUnit !== undefined)!
  await database.db.execute(`update fact set withdrawn_at = now(), withdrawn_by = 'x', revision = 3
    where kind = 'surveys' and unit = '${unit}'`)
  await database.db.execute('update cycle set revision = 3')
  const lead = await year.office.someone('qiantou', [{ role: 'leadUnit', unit: leadUnit! }])
  const { progress } = await year.ask(lead, 'GET /api/years/:year')
  const { waiting } = await year.ask(lead, 'GET /api/years/:year/due')
  const survey = progress.find(one => one.component === 'survey')!
  expect(survey).toMatchObject({ late: 1, due: '2018-11-30', days: -24 })
  expect(survey.groups.find(group => group.leadUnit === leadUnit)!.missing).toEqual([
    { unit, name: expect.any(String), why: expect.stringContaining('民意调查') },
  ])
  expect(waiting).toContainEqual(expect.objectContaining({ id: 'missing-survey', late: true }))
})

test('一 a unit on the roster that is not appraised has no score, with the reason; a unit not on the roster is unknown', async () => {
  const { rows } = await database.db.execute<{ id: string }>(
    `select id from roster_unit where year = 2018 and closes_on is not null`,
  )
  const params = { unit: rows[0]!.id }
  expect(await year.refused(year.committee, 'GET /api/years/:year/units/:unit/explanation', { params })).toBe(
    'unitNotAppraised',
  )
  const result = await year.ask(year.committee, 'GET /api/years/:year/units/:unit/result', { params })
  expect([result.row, result.why]).toEqual([undefined, expect.stringContaining('不是考核对象')])
  const nobody = { params: { unit: 'nobody' } }
  expect(await year.refused(year.committee, 'GET /api/years/:year/units/:unit/result', nobody)).toBe(
    'noSuchUnit',
  )
  const place = { params: { unit: rows[0]!.id }, query: { path: 'x' } }
  expect(await year.refused(year.committee, 'GET /api/years/:year/units/:unit/explanation', place)).toBe(
    'unitNotAppraised',
  )
})

test('a new year copies the roster of the year before and uses its approved results', async () => {
  const version = await versionFor(2019)
  const body = { year: 2019, version, roster: 'last' }
  expect(await year.refused(year.committee, OPEN, { body: { ...body, year: 2018 } })).toBe('yearExists')
  expect(await year.refused(year.committee, OPEN, { body: { ...body, year: 2030 } })).toBe('schemeOtherCycle')
  const opened = await year.ask(year.committee, OPEN, { body })
  expect(opened).toMatchObject({ year: 2019, phase: 'prepared', state: 'unsealed' })
  expect(opened.units).toBeGreaterThan(30)
  const early = { params: { year: 2019 }, body: { from: 'prepared', to: 'running' } }
  expect(await year.refused(year.committee, 'POST /api/years/:year/phase', early)).toBe('phaseNeedsReason')
  expect((await year.ask(year.committee, 'GET /api/years')).current).toBe(2018)
  const revision = async () =>
    (await year.ask(year.committee, 'GET /api/years/:year', { params: { year: 2019 } })).revision
  const before = await revision()
  await decideSurvey()
  await year.seal()
  await year.ask(year.leading, 'POST /api/years/:year/seals/:number/approve', {
    params: { number: 1 },
    body: {},
  })
  expect(await revision()).toBe(before + 1)
  const params = {
    year: 2019,
    unit: (await year.ask(year.committee, 'GET /api/years/:year/ranking')).rows[0]!.unit,
  }
  const { history } = await year.ask(year.committee, 'GET /api/years/:year/units/:unit/result', { params })
  expect(history.map(past => past.cycle)).toEqual([2016, 2017, 2018, 2019])
  expect(history.find(past => past.cycle === 2018)).toMatchObject({ place: 1 })
})

/** The unit whose survey was taken away gets a score by decision. */
async function decideSurvey(): Promise<void> {
  const { progress } = await year.ask(year.committee, 'GET /api/years/:year')
  for (const { unit } of progress
    .find(one => one.component === 'survey')!
    .groups.flatMap(group => group.missing)) {
    const body = { kind: 'componentScore', unit, component: 'survey', points: 85, by: '工委', reason: '补评' }
    await year.ask(year.committee, 'POST /api/years/:year/facts', {
      body: { fact: { kind: 'decisions', body } },
    })
  }
}

test('a version is adopted only if every fact is valid under it', async () => {
  const { revision, scheme } = await year.ask(year.committee, 'GET /api/years/:year', {
    params: { year: 2019 },
  })
  const params = { version: scheme!.version }
  const { head, document } = await year.ask(year.committee, 'GET /api/schemes/:version', { params })
  const [row] = document.rubrics![0]!.rows
  const draft = await year.ask(year.committee, 'POST /api/schemes/:version/drafts', { params, body: {} })
  const rule = { ...row!.rules[0]!, id: 'renamed' }
  const rows = document.rubrics![0]!.rows.with(0, { ...row!, rules: [rule, ...row!.rules.slice(1)] })
  const changed = {
    ...document,
    rubrics: [{ ...document.rubrics![0]!, rows }],
  } satisfies Answered<'GET /api/schemes/:version'>['document']
  const saved = { params: { version: draft.version }, body: { revision: draft.revision, document: changed } }
  const { head: kept } = await year.ask(year.committee, 'PUT /api/schemes/:version', saved)
  await year.ask(year.committee, 'POST /api/schemes/:version/promulgation', {
    params: saved.params,
    body: { revision: kept.revision },
  })
  const unit = (await year.ask(year.committee, 'GET /api/years/:year/ranking', { params: { year: 2019 } }))
    .rows[0]!.unit
  const body = { unit, row: row!.id, rule: row!.rules[0]!.id, count: 1 }
  const made = await year.ask(year.committee, 'POST /api/years/:year/facts', {
    params: { year: 2019 },
    body: { fact: { kind: 'findings', body } },
  })
  expect(made.revision).toBe(revision + 1)
  const adopt = {
    params: { year: 2019 },
    body: { version: draft.version, revision: made.revision, reason: '改规则' },
  }
  expect(await year.refused(year.committee, 'POST /api/years/:year/scheme', adopt)).toBe(
    'factsUnfitForVersion',
  )
  const withdraw = {
    params: { year: 2019, fact: made.id },
    body: { revision: made.revision, reason: '重录' },
  }
  await year.ask(year.committee, 'POST /api/years/:year/facts/:fact/withdraw', withdraw)
  const again = { ...adopt, body: { ...adopt.body, revision: made.revision + 1 } }
  expect(
    (await year.ask(year.committee, 'POST /api/years/:year/scheme', again)).scheme!.number,
  ).toBeGreaterThan(head.number)
})

test('a year without a scheme cannot be scored and says what to do; without an earlier year only an empty roster can be used', async () => {
  await year.ask(year.committee, OPEN, {
    body: { year: 2021, version: await versionFor(2021), roster: 'empty' },
  })
  expect(
    await year.refused(year.committee, OPEN, {
      body: { year: 2025, version: await versionFor(2025), roster: 'last' },
    }),
  ).toBe('noRosterBefore')
  await database.db.execute(
    'update cycle set scheme_version = null, revision = revision + 1 where year = 2019',
  )
  const params = { year: 2019 }
  const { blockers, progress } = await year.ask(year.committee, 'GET /api/years/:year', { params })
  expect([blockers.length, progress]).toEqual([1, []])
  expect(await year.refused(year.committee, 'GET /api/years/:year/ranking', { params })).toBe(
    'yearWithoutScheme',
  )
  const { rows } = await database.db.execute<{ id: string }>(
    'select id from roster_unit where year = 2019 limit 1',
  )
  const explain = { params: { year: 2019, unit: rows[0]!.id } }
  expect(await year.refused(year.committee, 'GET /api/years/:year/units/:unit/explanation', explain)).toBe(
    'cannotScore',
  )
})

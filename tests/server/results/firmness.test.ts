import { fileOf } from '../finished.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { describeWays } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { type DemoYear, openDemoYear } from './aDemoYear.ts'

const VIEW = 'GET /api/years/:year/firmness'
const COMPUTE = 'POST /api/years/:year/firmness'
const SHOWN = 'POST /api/years/:year/firmness/shown'
const REPORT = 'GET /api/years/:year/firmness/report.docx'
const RESULT = 'GET /api/years/:year/units/:unit/result'
const RANKING = 'GET /api/years/:year/ranking'
const CHECKS = 'GET /api/years/:year/seal-checks'

describeWays('how firm the ranking is', open => {
  let database: OpenDatabase
  let year: DemoYear

  beforeAll(async () => {
    database = await open()
    year = await openDemoYear(database, 24)
  })
  afterAll(() => year.office.close())

  const compute = async () => {
    const { job } = await year.ask(year.committee, COMPUTE, { body: {} })
    return (await fileOf(year.committee, job)).toString('utf8')
  }
  const check = async () =>
    (await year.ask(year.committee, CHECKS)).checks.find(({ id }) => id === 'firmness')

  test('五（三） it is computed in the background, and stands beside places that it does not change', async () => {
    expect(await year.ask(year.committee, VIEW)).toEqual({ year: 2018, state: 'none', shown: false })
    expect(await year.refused(year.committee, SHOWN, { body: { shown: true } })).toBe('notFound')
    expect(await year.refused(year.committee, REPORT)).toBe('notFound')
    const before = await year.ask(year.committee, RANKING)
    expect([before.ranges, before.rows[0]!.range]).toEqual([false, undefined])
    expect(await check()).toMatchObject({ state: 'warning', sentence: expect.stringContaining('还没有') })

    const file = await compute()
    const { state, figures, computedBy } = await year.ask(year.leading, VIEW)
    expect([state, figures!.repeats, computedBy]).toEqual(['current', 2000, 'kaohe'])
    expect(figures!.units.length).toBe(before.rows.filter(row => row.standing !== undefined).length)
    for (const { place, best, worst, low, high, composite, name } of figures!.units) {
      expect(best <= place && place <= worst && low <= composite && composite <= high, name).toBe(true)
      expect(file).toContain(name)
    }
    expect(figures!.trials.some(({ kind, moved }) => kind === 'weight' && moved > 0)).toBe(true)
    expect(figures!.trials.some(({ kind }) => kind === 'ruling')).toBe(true)

    const changes = figures!.trials.reduce((sum, { bands }) => sum + bands, 0)
    expect(changes).toBeGreaterThan(0)
    expect(figures!.dependents.flatMap(({ on }) => on).length).toBe(changes)
    const { raw } = await year.leading.ask('GET /api/years/2018/firmness/report.docx')
    const text = strFromU8(unzipSync(raw)['word/document.xml']!)
    for (const { name } of figures!.units) expect(text).toContain(name)
    expect(text).toContain('取决于口径和权重的单位')

    const after = await year.ask(year.committee, RANKING)
    expect(after.ranges).toBe(true)
    expect(after.rows.map(row => ({ ...row, range: undefined }))).toEqual(before.rows)
    expect(after.rows[0]!.range).toMatchObject({ best: expect.any(Number), worst: expect.any(Number) })
    const unsure = figures!.units.filter(({ isBandUnsure }) => isBandUnsure)
    const found = await check()
    expect(found?.total ?? 0).toBe(unsure.length)
  })

  test('only committee and leading group see it, and only the committee computes it', async () => {
    const unit = await year.office.someone('danwei', [{ role: 'unit', unit: 'SF001' }])
    expect(await year.refused(unit, VIEW)).toBe('notAllowed')
    expect(await year.refused(year.leading, COMPUTE, { body: {} })).toBe('notAllowed')
    expect((await year.ask(year.leading, RANKING)).ranges).toBe(true)
  })

  test('the same state gives the same figures; after a change they are outdated and leave the ranking', async () => {
    const first = (await year.ask(year.committee, VIEW)).figures
    await compute()
    expect((await year.ask(year.committee, VIEW)).figures).toEqual(first)
    const { unit } = first!.units[0]!
    const decided = {
      kind: 'componentScore',
      unit,
      component: 'survey',
      points: 99,
      by: 'kaohe',
      reason: '重新核定',
    }
    await year.ask(year.committee, 'POST /api/years/:year/facts', {
      body: { fact: { kind: 'decisions', body: decided }, reason: '重新核定' },
    })
    expect((await year.ask(year.committee, VIEW)).state).toBe('outdated')
    expect((await year.ask(year.committee, RANKING)).ranges).toBe(false)
  })

  test('units see their own range once the result is released and the committee shows it', async () => {
    await year.seal()
    await year.ask(year.leading, 'POST /api/years/:year/seals/:number/approve', {
      params: { number: 1 },
      body: {},
    })
    await year.ask(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })
    await compute()
    const { state, figures } = await year.ask(year.committee, VIEW)
    expect(state).toBe('current')
    const { unit: id, best, worst } = figures!.units[0]!
    const unit = await year.office.someone('benren', [{ role: 'unit', unit: id }])
    const own = async (who: Visitor) => (await year.ask(who, RESULT, { params: { unit: id } })).range
    expect(await own(year.leading)).toMatchObject({ best, worst })
    expect(await own(unit)).toBeUndefined()
    expect(await year.refused(unit, SHOWN, { body: { shown: true } })).toBe('notAllowed')
    expect((await year.ask(year.committee, SHOWN, { body: { shown: true } })).shown).toBe(true)
    expect(await own(unit)).toMatchObject({ best, worst, repeats: 2000 })
    await compute()
    expect(await own(unit)).toMatchObject({ best, worst })
    await year.ask(year.committee, SHOWN, { body: { shown: false } })
    expect(await own(unit)).toBeUndefined()
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { stepsOfOneWay } from '../../oneWay.ts'
import { openEmpty } from '../databases.ts'
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

const SHEETS = 'GET /api/years/:year/sheets'
const RANKING = 'GET /api/years/:year/ranking'
const SEARCH = 'GET /api/years/:year/search'

test('the pages of a list are the whole list, each row once, and say how many there are', async () => {
  const whole = await year.ask(year.committee, SHEETS)
  const pages = [await year.ask(year.committee, SHEETS, { query: { page: '0' } })]
  while (pages.at(-1)!.sheets.length === 100)
    pages.push(await year.ask(year.committee, SHEETS, { query: { page: String(pages.length) } }))
  expect(pages.flatMap(page => page.sheets)).toEqual(whole.sheets)
  expect(pages[0]!.paging).toMatchObject({ all: whole.sheets.length, found: whole.sheets.length })
  expect(pages[0]!.undecided).toBe(whole.undecided)
})

test('a unit that pages through a list finds its own rows alone, whatever it searches for', async () => {
  const { sheets } = await year.ask(year.committee, SHEETS)
  const { unit, unitName } = sheets[0]!
  const clerk = await year.office.someone('danwei', [{ role: 'unit', unit }])
  const queries: Record<string, string>[] = [
    { page: '0' },
    { page: '0', search: '局' },
    { page: '0', sort: '-unit' },
  ]
  for (const query of queries) {
    const { sheets: own, paging } = await year.ask(clerk, SHEETS, { query })
    expect(new Set(own.map(one => one.unitName))).toEqual(own.length === 0 ? new Set() : new Set([unitName]))
    expect(paging!.all).toBeLessThan(sheets.length)
  }
})

test('the first page of the ranking brings the figures of all rows for its charts, and each row its change', async () => {
  const whole = await year.ask(year.committee, RANKING)
  const { rows, figures, paging } = await year.ask(year.committee, RANKING, {
    query: { page: '0', search: whole.rows[3]!.name },
  })
  expect(rows.map(row => row.unit)).toContain(whole.rows[3]!.unit)
  expect(paging).toMatchObject({ all: whole.rows.length })
  expect(figures!.map(([composite]) => composite ?? undefined)).toEqual(whole.rows.map(row => row.composite))
  expect(whole.rows.filter(row => row.lastPlace !== undefined).length).toBeGreaterThan(whole.rows.length / 2)
})

test('units, people, rows and clauses are found by name or pinyin, within reach', async () => {
  const { units } = await year.ask(year.committee, 'GET /api/years/:year/roster')
  const [one] = units
  const found = await year.ask(year.committee, SEARCH, { query: { text: one!.name } })
  expect(found.units).toContainEqual({ unit: one!.id, name: one!.name })
  expect(
    (await year.ask(year.committee, SEARCH, { query: { text: '五（三）' } })).clauses.length,
  ).toBeGreaterThan(0)
  expect((await year.ask(year.committee, SEARCH, { query: { text: '四.4' } })).rows[0]).toMatchObject({
    row: '四.4',
  })
  const clerk = await year.office.someone('danwei2', [{ role: 'unit', unit: one!.id }])
  for (const text of ['示范', 'sf', units.at(-1)!.name])
    expect((await year.ask(clerk, SEARCH, { query: { text } })).units.map(unit => unit.unit)).toEqual(
      text === units.at(-1)!.name ? [] : [one!.id],
    )
})

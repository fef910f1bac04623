import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmpty } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { type DemoYear, openDemoYear } from '../results/aDemoYear.ts'

/** Problems of one year. */
const MANY = 10_000

let year: DemoYear

beforeAll(async () => {
  year = await openDemoYear(await openEmpty('PGlite'), 60)
  // Copies of those of the demo year, in every standing.
  await year.office.context.db.execute(sql`
    insert into problem (id, year, unit, standing, origin, source, row_id, citation, text, drafted_by_id, drafted_by,
        sent_on, object_until, plan_by, received_on, cause, remedy, owner, deadline, vets, claimed_by_id, changed_by, changed_at)
      select gen_random_uuid(), year, unit, standing, origin, source, row_id, citation, text || n, drafted_by_id, drafted_by,
        sent_on, object_until, plan_by, received_on, cause, remedy, owner, deadline, vets, claimed_by_id, changed_by, changed_at
      from generate_series(1, ${MANY}) as n
        join (select *, row_number() over (order by place) as nth, count(*) over () as total from problem) p on n % p.total = p.nth - 1`)
})

afterAll(async () => {
  await year.office.close()
})

test(`五（二） ${MANY} problems: the list by page, searched and sorted, the board and the first page, each within a second once read`, async () => {
  const { leadUnit } = (await year.ask(year.committee, 'GET /api/years/:year/roster')).units.find(
    one => one.leadUnit !== undefined,
  )!
  const lead = await year.office.someone('qiantou', [{ role: 'leadUnit', unit: leadUnit! }])
  const took = async (who: Visitor, path: string) => {
    const start = performance.now()
    expect((await who.ask(path)).status).toBe(200)
    return Math.round(performance.now() - start)
  }
  const list = 'GET /api/years/2018/problems?page=1'
  const reads = [
    list,
    `${list}&search=党`,
    `${list}&sort=due`,
    'GET /api/years/2018/problem-board',
    'GET /api/years/2018/due',
  ]
  // The first read after a write loads all rows once and is not held to the second.
  await took(year.committee, list)
  for (const who of [year.committee, lead])
    for (const path of reads) expect([path, (await took(who, path)) < 1_000]).toEqual([path, true])
})

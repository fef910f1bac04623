import { sql } from 'drizzle-orm'
import type { AppContext } from '../../src/server/platform/appContext.ts'

/** A year 2018 of three units: U1 leads U2; U3 stands by itself. `released` shows the results to units. */
export async function layRoster({ db }: AppContext, { released = false } = {}): Promise<void> {
  await db.execute(sql`insert into cycle (year, phase, revision, released_at, opened_by, opened_at)
    values (2018, 'running', 1, ${released ? sql`now()` : null}, 'x', now())`)
  for (const [id, name, lead] of [
    ['U1', '州林业局', null],
    ['U2', '州农业局', 'U1'],
    ['U3', '州水利局', null],
  ] as const) {
    await db.execute(sql`insert into roster_unit (year, id, name, kind, level, tier, lead_unit, affiliated, headed_by_leader, changed_by, changed_at)
      values (2018, ${id}, ${name}, 'bureau', 'county', 'a', ${lead}, true, false, 'x', now())`)
  }
}

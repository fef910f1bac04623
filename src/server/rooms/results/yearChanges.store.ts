import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/openDatabase.ts'

/** What was written at one moment: facts by their author, rosters, earlier results and the state of the year by the moment alone. */
export interface Written extends Record<string, unknown> {
  readonly moment: string
  readonly author: string | null
  readonly entered: number
  readonly withdrawn: number
  readonly roster: number
}

/** Reads what was written to a year from one instant until before another, moment by moment. */
export async function readWritten(
  db: Database,
  year: number,
  from: string,
  until: string,
): Promise<readonly Written[]> {
  const within = (at: string) =>
    sql`${sql.identifier(at)} >= ${from}::timestamptz and ${sql.identifier(at)} < ${until}::timestamptz`
  const parts = sql`(part = 'past_entry' and year < ${year} or part <> 'past_entry' and year = ${year})`
  const { rows } = await db.execute<Written>(sql`
    select moment::text as moment, author, sum(entered)::int as entered, sum(withdrawn)::int as withdrawn, sum(roster)::int as roster from (
      select at as moment, author, 1 as entered, 0 as withdrawn, 0 as roster
        from fact where year = ${year} and ${within('at')}
      union all select withdrawn_at, withdrawn_by, 0, 1, 0 from fact where year = ${year} and ${within('withdrawn_at')}
      union all select since, null, 0, 0, (part = 'roster_unit')::int from validity where ${parts} and ${within('since')}
      union all select until, null, 0, 0, 0 from validity where ${parts} and ${within('until')}
    ) as written group by moment, author order by moment`)
  return rows.map(row => ({ ...row, moment: new Date(row.moment).toISOString() }))
}

import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'

/** Two years, one released and one planned, each with a page and comments of every kind. */
export async function layYears(database: OpenDatabase): Promise<void> {
  await layYear(database, 2018, { released: true })
  await layYear(database, 2017, { released: false })
  await database.run(
    "insert into setting (key, value) values ('institution', '\"示范州考核办\"'), ('secret', '1')",
  )
}

/** A year with a page and comments of every kind. */
export async function layYear(
  database: OpenDatabase,
  year: number,
  {
    released,
    from = '2018-12-01',
    to = '2018-12-31',
  }: { readonly released: boolean; readonly from?: string; readonly to?: string },
): Promise<void> {
  await database.run(`
    insert into cycle (year, phase, opened_by, opened_at) values (${year}, 'running', 'x', now());
    insert into publication (year, parts, from_day, to_day, comments, released, changed_by, changed_at)
      values (${year}, '["grade"]', '${from}', '${to}', 'held', ${released}, 'x', now());
    insert into published_unit (year, unit, place, name, page)
      values (${year}, 'U1', 0, '单位${year}', '{"figures":[{"name":"考核等次","value":"等次${year}"}]}');
    insert into public_comment (id, year, unit, day, wrote, hash, name, way, standing, reason)
      select gen_random_uuid(), ${year}, 'U1', '2018-12-24', '原文' || standing, 'h', '人' || standing, 'site', standing, '理由'
      from unnest(array['held', 'shown', 'withheld']) standing;`)
}

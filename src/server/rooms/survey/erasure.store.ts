import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'

/** Cases whose numbers are deleted with one statement, so that others are answered in between. */
const AT_ONCE = 2000

/** Deletes numbers, names and hashes of a survey, a slice at a time. */
export async function eraseNumberRows(db: Database, survey: string): Promise<void> {
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null;) {
    const { rows }: { rows: { last: string | null }[] } = await db.execute<{ last: string | null }>(sql`
      with slice as (select id from survey_case where survey = ${survey}::uuid and id > ${after}::uuid order by id limit ${AT_ONCE}),
      gone as (update survey_case c set sealed_number = null, number_hash = null from slice
        where c.id = slice.id and (sealed_number is not null or number_hash is not null))
      select (select id from slice order by id desc limit 1) as last`)
    after = rows[0]!.last
  }
}

/** Forgets what was said of rows that were refused, and drops frames that nobody kept. Returns how many numbers the survey had. */
export async function closeNumbers(tx: Transaction, survey: string): Promise<number> {
  await tx.execute(sql`update survey_import set refused_rows = '[]',
      state = case when kind = 'frame' and state in ('reading', 'read') then 'dropped' else state end
    where survey = ${survey}::uuid`)
  const { rows } = await tx.execute<{ count: number }>(sql`
    select coalesce(sum(accepted) filter (where state = 'kept'), 0)::int as count
    from survey_import where survey = ${survey}::uuid and kind = 'frame'`)
  return rows[0]!.count
}

/** Deletes answers that were never separated: without their numbers nobody can finish or check them. */
export async function dropAbandoned(db: Database, survey: string): Promise<void> {
  for (let gone = AT_ONCE; gone === AT_ONCE;) {
    const { rows } = await db.execute<{ gone: number }>(sql`
      with gone as (delete from survey_sealed where case_id in
        (select case_id from survey_sealed where survey = ${survey}::uuid limit ${AT_ONCE}) returning 1)
      select count(*)::int as gone from gone`)
    gone = rows[0]!.gone
  }
}

/** Counts what is left of the numbers of a survey. */
export async function countNumbers(db: Database | Transaction, survey: string) {
  const { rows } = await db.execute<{ numbers: number; hashes: number; sheets: number }>(sql`
    select count(sealed_number)::int as numbers, count(number_hash)::int as hashes,
      (select count(*)::int from survey_sealed where survey = ${survey}::uuid) as sheets
    from survey_case where survey = ${survey}::uuid`)
  return rows[0]!
}

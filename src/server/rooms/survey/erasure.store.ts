import { eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { surveySealed } from './survey.tables.ts'

/** Deletes numbers, names and hashes of a survey; returns how many numbers there were. Frames that nobody kept go as a whole. */
export async function eraseNumberRows(tx: Transaction, survey: string): Promise<number> {
  await tx.execute(sql`delete from survey_case where survey = ${survey}::uuid and state = 'read'`)
  const { rows } = await tx.execute<{ count: number }>(sql`
    with gone as (update survey_case set sealed_number = null, number_hash = null
      where survey = ${survey}::uuid and sealed_number is not null returning 1)
    select count(*)::int as count from gone`)
  await tx.execute(sql`update survey_import set refused_rows = '[]' where survey = ${survey}::uuid`)
  return rows[0]!.count
}

/** Deletes answers that were never separated: without their numbers nobody can finish or check them. */
export async function dropAbandoned(tx: Transaction, survey: string): Promise<void> {
  await tx.delete(surveySealed).where(eq(surveySealed.survey, survey))
}

/** Counts what is left of the numbers of a survey. */
export async function countNumbers(db: Database | Transaction, survey: string) {
  const { rows } = await db.execute<{ numbers: number; hashes: number; sheets: number }>(sql`
    select count(sealed_number)::int as numbers, count(number_hash)::int as hashes,
      (select count(*)::int from survey_sealed where survey = ${survey}::uuid) as sheets
    from survey_case where survey = ${survey}::uuid`)
  return rows[0]!
}

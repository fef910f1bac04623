import { and, asc, eq, sql } from 'drizzle-orm'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { surveyCase, surveyCheck } from './survey.tables.ts'

type Reader = Database | Transaction

/** Draws a tenth of the interviews of units to be called back, rounded up, by the hash of seed and case. Returns their cases. */
export async function drawChecks(
  tx: Transaction,
  survey: string,
  seed: string,
  units: readonly string[],
): Promise<readonly { readonly case: string; readonly unit: string }[]> {
  const { rows } = await tx.execute<{ case: string; unit: string }>(sql`
    with answered as (select c.id, c.unit,
        row_number() over (order by sha256(convert_to(${`${seed}:回访:`} || c.id::text, 'UTF8'))) as place, count(*) over () as n
      from survey_case c where c.survey = ${survey}::uuid and c.state = 'answered' and ${isOneOf(sql`c.unit`, units)})
    select a.id as "case", a.unit from answered a
    where place <= ceil(n / 10.0) and exists (select from survey_sealed s where s.case_id = a.id and s.final)
      and not exists (select from survey_check k where k.case_id = a.id)`)
  return rows
}

/** Stores call-backs to be made. */
export async function insertChecks(
  tx: Transaction,
  rows: readonly Pick<typeof surveyCheck.$inferInsert, 'case' | 'survey' | 'unit' | 'interviewer'>[],
): Promise<void> {
  await tx.execute(sql`insert into survey_check (case_id, survey, unit, interviewer)
    select "case", survey, unit, interviewer from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one("case" uuid, survey uuid, unit text, interviewer text) on conflict (case_id) do nothing`)
}

/** Lists the call-backs of a survey, with what is needed to dial. */
export async function listChecks(db: Reader, survey: string) {
  return db
    .select({ check: surveyCheck, group: surveyCase.group, sealedNumber: surveyCase.sealedNumber })
    .from(surveyCheck)
    .innerJoin(surveyCase, eq(surveyCase.id, surveyCheck.case))
    .where(eq(surveyCheck.survey, survey))
    .orderBy(asc(surveyCheck.unit), asc(surveyCheck.case))
}

/** Records the result of a call-back, also after nobody was reached, until its unit is separated; false if there is none to record. */
export async function setCheck(
  tx: Transaction,
  id: string,
  result: NonNullable<(typeof surveyCheck.$inferSelect)['result']>,
  by: string,
): Promise<boolean> {
  const done = await tx
    .update(surveyCheck)
    .set({ result, by })
    .where(
      and(
        eq(surveyCheck.case, id),
        sql`coalesce(${surveyCheck.result}, 'notReached') = 'notReached'`,
        sql`not exists (select from survey_unit u where u.survey = ${surveyCheck.survey}
          and u.unit = ${surveyCheck.unit} and u.state = 'separated')`,
      ),
    )
    .returning({ id: surveyCheck.case })
  return done.length > 0
}

/** Deletes a call-back: its interview is asked again. */
export async function dropCheck(tx: Transaction, id: string): Promise<void> {
  await tx.delete(surveyCheck).where(eq(surveyCheck.case, id))
}

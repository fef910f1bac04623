import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { surveyCase, surveyCheck } from './survey.tables.ts'
import { within } from './within.ts'

type Reader = Database | Transaction

/** Draws a tenth of the interviews of units to be called back, rounded up, by the hash of seed and case. Returns the units with checks. */
export async function drawChecks(
  tx: Transaction,
  survey: string,
  seed: string,
  units: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ unit: string }>(sql`
    with answered as (select c.id, c.unit,
        (select a.interviewer from survey_attempt a where a.case_id = c.id and a.disposition = 'interview' limit 1) as interviewer,
        row_number() over (order by sha256(convert_to(${`${seed}:回访:`} || c.id::text, 'UTF8'))) as place, count(*) over () as n
      from survey_case c where c.survey = ${survey}::uuid and c.state = 'answered' and c.unit in ${within(units)}),
    done as (insert into survey_check (case_id, survey, unit, interviewer)
      select id, ${survey}::uuid, unit, interviewer from answered
      where place <= ceil(n / 10.0) and interviewer is not null
      on conflict (case_id) do nothing returning unit)
    select unit from done`)
  return rows.map(({ unit }) => unit)
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

/** Records the result of a call-back; false if there is none to record. */
export async function setCheck(
  tx: Transaction,
  id: string,
  result: NonNullable<(typeof surveyCheck.$inferSelect)['result']>,
  by: string,
): Promise<boolean> {
  const done = await tx
    .update(surveyCheck)
    .set({ result, by })
    .where(and(eq(surveyCheck.case, id), sql`${surveyCheck.result} is null`))
    .returning({ id: surveyCheck.case })
  return done.length > 0
}

/** Deletes a call-back: its interview is asked again. */
export async function dropCheck(tx: Transaction, id: string): Promise<void> {
  await tx.delete(surveyCheck).where(eq(surveyCheck.case, id))
}

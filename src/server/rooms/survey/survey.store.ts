import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Answers } from '../../../domain/campaign/survey/questionnaire.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { KEPT_ANSWER, survey, type surveyAnswer, surveyUnit } from './survey.tables.ts'

type Reader = Database | Transaction

/** A stored survey. */
export type SurveyRow = typeof survey.$inferSelect

/** Names a state of a row: no other transaction, revision or moment has the same. */
const STAMP = sql<string>`survey.xmin::text || '/' || survey.revision || '/' || survey.changed_at`

/** Rows by id as they were read last. */
const kept = new Map<string, { readonly stamp: string; readonly row: SurveyRow }>()
const KEPT_MOST = 20

/** Reads surveys, those that have not changed since from memory: with thousands of units a commission takes longer to read than the rest of an interviewer's request. */
async function readRows(db: Reader, which: SQL, lock = false): Promise<readonly SurveyRow[]> {
  const heads = db
    .select({ id: survey.id, stamp: STAMP })
    .from(survey)
    .where(which)
    .orderBy(asc(survey.changedAt), asc(survey.id))
  const found = await (lock ? heads.for('update') : heads)
  const known = new Map(
    found.flatMap(({ id, stamp }) => (kept.get(id)?.stamp === stamp ? [[id, kept.get(id)!.row]] : [])),
  )
  const missing = found.filter(({ id }) => !known.has(id)).map(({ id }) => id)
  if (missing.length > 0)
    for (const { stamp, row } of await db
      .select({ stamp: STAMP, row: survey })
      .from(survey)
      .where(inArray(survey.id, missing))) {
      known.set(row.id, row)
      if (kept.size >= KEPT_MOST) kept.delete(kept.keys().next().value!)
      kept.set(row.id, { stamp, row })
    }
  return found.flatMap(({ id }) => known.get(id) ?? [])
}

const isCalled = sql`${survey.stage} in ('drawn', 'calling') and ${survey.deletedOn} is null`

/** Lists the surveys of a year, in the order of their last change. */
export function listSurveyRows(db: Reader, year: number): Promise<readonly SurveyRow[]> {
  return readRows(db, eq(survey.year, year))
}

/** Lists the surveys that are called now or may be from today on. */
export function listCalled(db: Reader): Promise<readonly SurveyRow[]> {
  return readRows(db, isCalled)
}

/** Finds a survey that is being called. */
export async function findCalled(db: Reader, id: string): Promise<SurveyRow | undefined> {
  return (await readRows(db, sql`${survey.id} = ${id} and ${isCalled}`))[0]
}

/** Lists the surveys whose frame is frozen and whose sample is not drawn yet. */
export function listDrawing(db: Reader): Promise<readonly SurveyRow[]> {
  return readRows(
    db,
    sql`${survey.seed} is not null and ${survey.drawnAt} is null and ${survey.deletedOn} is null`,
  )
}

/** Lists the surveys whose numbers are still there. */
export function listUndeleted(db: Reader): Promise<readonly SurveyRow[]> {
  return readRows(db, sql`${survey.deletedOn} is null`)
}

/** Lists the surveys whose numbers were deleted. */
export function listDeleted(db: Reader): Promise<readonly SurveyRow[]> {
  return readRows(db, sql`${survey.deletedOn} is not null`)
}

/** Finds a survey; with `lock`, locks it until the transaction ends. */
export async function findSurvey(
  db: Reader,
  year: number,
  id: string,
  lock = false,
): Promise<SurveyRow | undefined> {
  return (await readRows(db, sql`${survey.year} = ${year} and ${survey.id} = ${id}`, lock))[0]
}

/** Stores a new survey. */
export async function insertSurvey(tx: Transaction, row: typeof survey.$inferInsert): Promise<void> {
  await tx.insert(survey).values(row)
}

/** Changes a survey and increments its revision. */
export async function updateSurvey(
  tx: Transaction,
  id: string,
  values: Partial<typeof survey.$inferInsert>,
): Promise<SurveyRow> {
  const [changed] = await tx
    .update(survey)
    .set({ ...values, revision: sql`${survey.revision} + 1` })
    .where(eq(survey.id, id))
    .returning()
  return changed!
}

/** Deletes a survey with everything of it. */
export async function dropSurveyRow(tx: Transaction, id: string): Promise<void> {
  await tx.delete(survey).where(eq(survey.id, id))
}

/** Counts of answers of a unit and group. */
interface AnswerCount extends Record<string, unknown> {
  readonly survey: string
  readonly unit: string
  readonly group: string
  readonly answers: number
}

/** Counts the interviews by unit and group from the answers themselves: sealed and whole, or separated. Of one survey, or of a year's. */
export function countAnswers(
  db: Reader,
  of: { readonly survey: string } | { readonly year: number },
): Promise<readonly AnswerCount[]> {
  return 'survey' in of ? countOfSurvey(db, of.survey) : countOfYear(db, of.year)
}

/** The tables whose rows are counted, and those with which rows of them go. */
const COUNTED = ['survey', 'survey_case', 'survey_sealed', ...KEPT_ANSWER]

const countOfSurvey = rememberRead(COUNTED, 4, (db: Reader, id: string) =>
  countWhere(db, sql`survey = ${id}::uuid`),
)

const countOfYear = rememberRead(COUNTED, 4, (db: Reader, year: number) =>
  countWhere(db, sql`survey in (select id from survey where year = ${year})`),
)

async function countWhere(db: Reader, which: SQL): Promise<readonly AnswerCount[]> {
  const { rows } = await db.execute<AnswerCount>(sql`
    select survey, unit, grp as "group", sum(n)::int as answers from (
      select survey, unit, grp, count(*) as n from survey_sealed where final and ${which} group by 1, 2, 3
      union all
      select survey, unit, grp, sum(times) as n from kept_answer where ${which} group by 1, 2, 3
    ) as counted group by 1, 2, 3`)
  return rows
}

/** Counts the separated answers by what was answered; of the open question only whether it was. */
export const countSeparated = rememberRead(KEPT_ANSWER, 4, async (db: Reader, key: string) => {
  const [id, open] = key.split(' ')
  const { rows } = await db.execute<{ answers: Answers; times: number }>(sql`
    select case when answers ? ${open} then jsonb_set(answers, array[${open}], '"-"') else answers end as answers,
      sum(times)::int as times
    from kept_answer where survey = ${id}::uuid group by 1`)
  return rows
})

const AT_ONCE = 1000

/** Writes separated answers, in the order given. */
export async function insertAnswers(
  tx: Transaction,
  rows: readonly Omit<typeof surveyAnswer.$inferInsert, 'id'>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx.execute(sql`insert into survey_answer (survey, unit, grp, answers, times)
      select survey, unit, "group", answers, coalesce(times, 1)
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + AT_ONCE))}::jsonb)
        as one(survey uuid, unit text, "group" text, answers jsonb, times int)`)
}

/** Reads the scored answers by unit, group and answer. */
export async function tallyAnswers(db: Reader, id: string, question: string) {
  const { rows } = await db.execute<{ unit: string; group: string; answer: string; count: number }>(sql`
    select unit, grp as "group", answers ->> ${question} as answer, sum(times)::int as count
    from kept_answer where survey = ${id}::uuid and answers ->> ${question} is not null
    group by 1, 2, 3 order by 1, 2, 3`)
  return rows
}

/** Counts the units for which the year holds tallies from elsewhere. */
export async function countTalliesElsewhere(
  db: Reader,
  { id, year, component }: Pick<SurveyRow, 'id' | 'year' | 'component'>,
  units: readonly string[],
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(distinct unit)::int as count from fact
    where year = ${year} and kind = 'surveys' and withdrawn_at is null and body ->> 'component' = ${component}
      and coalesce(origin, '') <> ${`survey:${id}`}
      and ${isOneOf(sql`unit`, units)}`)
  return rows[0]!.count
}

/** Lists how far the units of a survey are. */
export async function listUnits(db: Reader, id: string) {
  return db.select().from(surveyUnit).where(eq(surveyUnit.survey, id)).orderBy(asc(surveyUnit.unit))
}

/** Finds how far one unit of a survey is. */
export async function findUnit(db: Reader, id: string, unit: string) {
  const [found] = await db
    .select()
    .from(surveyUnit)
    .where(and(eq(surveyUnit.survey, id), eq(surveyUnit.unit, unit)))
  return found
}

/** Stores units of a survey with their keys; those that are there stay. */
export async function insertUnits(
  tx: Transaction,
  rows: readonly (typeof surveyUnit.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx
      .insert(surveyUnit)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoNothing()
}

/** Changes how far some units are. */
export async function moveUnits(
  tx: Transaction,
  id: string,
  units: readonly string[],
  state: (typeof surveyUnit.$inferSelect)['state'],
): Promise<void> {
  await tx
    .update(surveyUnit)
    .set({ state })
    .where(and(eq(surveyUnit.survey, id), isOneOf(surveyUnit.unit, units)))
}

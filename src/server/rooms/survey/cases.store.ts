import { and, asc, eq, sql } from 'drizzle-orm'
import type { Disposition } from '../../../domain/campaign/survey/disposition.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { cellOf } from './cell.ts'
import { surveyAttempt, surveyCase } from './survey.tables.ts'

type Reader = Database | Transaction

/** A stored case. */
export type CaseRow = typeof surveyCase.$inferSelect

/** Makes an interviewer's requests take turns until the transaction ends, so that nobody gets two cases. */
export async function takeDesk(tx: Transaction, holder: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`survey-desk:${holder}`}))`)
}

/** Lets nobody enter or end calls of a survey until the transaction ends; cases are taken side by side. */
export async function shareCalls(tx: Transaction, survey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtext(${`survey-calls:${survey}`}))`)
}

/** Waits for all who are taking cases of a survey, and lets nobody else until the transaction ends. */
export async function lockCalls(tx: Transaction, survey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`survey-calls:${survey}`}))`)
}

/** Makes requests about one case take turns until the transaction ends. No row is locked, since that would be logged. */
export async function lockCase(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`survey-case:${id}`}))`)
}

/** Parks the cases of a unit and group that has enough answers. Those that somebody else is taking or parking are left to them. */
export async function parkCases(
  tx: Transaction,
  survey: string,
  { unit, group }: { readonly unit: string; readonly group: string },
): Promise<void> {
  await tx.execute(sql`update survey_case set parked = true where id in (select id from survey_case
    where survey = ${survey}::uuid and unit = ${unit} and grp = ${group} and state in ('waiting', 'appointment')
    for update skip locked)`)
}

/** Lets the cases of a unit and group be called again; waits for those who are just parking them. */
export async function unparkCases(
  tx: Transaction,
  survey: string,
  unit: string,
  group: string,
): Promise<void> {
  await tx.execute(sql`update survey_case set parked = false
    where survey = ${survey}::uuid and unit = ${unit} and grp = ${group} and state in ('waiting', 'appointment')`)
}

/** Finds the survey of a case and the key of its unit. */
export async function findKey(
  db: Reader,
  id: string,
): Promise<{ readonly survey: string; readonly key: string } | undefined> {
  const { rows } = await db.execute<{ survey: string; key: string }>(sql`
    select c.survey, u.key_id as "key" from survey_case c join survey_unit u on u.survey = c.survey and u.unit = c.unit
    where c.id = ${id}::uuid`)
  return rows[0]
}

/** Finds a case of a survey. */
export async function findCase(db: Reader, survey: string, id: string): Promise<CaseRow | undefined> {
  const [row] = await db
    .select()
    .from(surveyCase)
    .where(and(eq(surveyCase.survey, survey), eq(surveyCase.id, id)))
  return row
}

/** Changes a case. */
export async function updateCase(
  tx: Transaction,
  id: string,
  values: Partial<typeof surveyCase.$inferInsert>,
): Promise<void> {
  await tx.update(surveyCase).set(values).where(eq(surveyCase.id, id))
}

/** Counts an interviewer's calls and interviews of a day. */
export async function countDay(db: Reader, interviewer: string, on: string) {
  const { rows } = await db.execute<{ calls: number; interviews: number }>(sql`
    select coalesce(sum(calls), 0)::int as calls,
      coalesce(sum(calls) filter (where disposition = 'interview'), 0)::int as interviews
    from survey_work where interviewer = ${interviewer} and on_day = ${on}`)
  return rows[0]!
}

/** Ends the cases of units that nobody answered. */
export async function endCases(tx: Transaction, survey: string, units: readonly string[]): Promise<void> {
  await tx.execute(sql`update survey_case set state = 'ended'
    where survey = ${survey}::uuid and ${isOneOf(sql`unit`, units)} and state in ('waiting', 'appointment')`)
}

/** Deletes the calls of a case that ended in an interview: it is asked again. */
export async function dropInterviewAttempts(tx: Transaction, id: string): Promise<void> {
  await tx
    .delete(surveyAttempt)
    .where(and(eq(surveyAttempt.case, id), eq(surveyAttempt.disposition, 'interview')))
}

/** Surveys whose counts are kept at a time. */
const COUNTED_MOST = 4

/** Units whose cases are counted with one statement, so that others are answered in between. */
const UNITS_AT_ONCE = 200

/** Counts the cases by unit, group and what became of them, some units at a time. */
const countOutcomes = rememberRead(
  ['survey_case', 'survey_unit'],
  COUNTED_MOST,
  async (db: Reader, survey: string) => {
    const { rows: units } = await db.execute<{ unit: string }>(
      sql`select unit from survey_unit where survey = ${survey}::uuid order by 1`,
    )
    const counted: CaseOutcome[] = []
    for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
      const some = units.slice(at, at + UNITS_AT_ONCE).map(({ unit }) => unit)
      const { rows } = await db.execute<CaseOutcome>(sql`
      select unit, grp as "group", lot is not null as drawn, state, disposition, attempts > 0 as tried, count(*)::int as count
      from survey_case where survey = ${survey}::uuid and ${isOneOf(sql`unit`, some)} group by 1, 2, 3, 4, 5, 6`)
      counted.push(...rows)
    }
    return counted
  },
)

interface CaseOutcome extends Record<string, unknown> {
  readonly unit: string
  readonly group: string
  readonly drawn: boolean
  readonly state: CaseRow['state']
  readonly disposition: Disposition | null
  readonly tried: boolean
  readonly count: number
}

/** Counts the drawn cases by unit, group and state, how many were refused, and the reserve. */
export async function countStates(db: Reader, survey: string) {
  return [...Map.groupBy(await countOutcomes(db, survey), cellOf).values()].map(own => {
    const sum = (is: (one: CaseOutcome) => boolean) =>
      own.reduce((all, one) => all + (is(one) ? one.count : 0), 0)
    return {
      unit: own[0]!.unit,
      group: own[0]!.group,
      cases: sum(one => one.drawn),
      reserve: sum(one => !one.drawn),
      fresh: sum(one => one.state === 'waiting' && !one.tried),
      appointments: sum(one => one.state === 'appointment'),
      retries: sum(one => one.state === 'waiting' && one.tried),
      refusals: sum(one => one.disposition === 'refusal' || one.disposition === 'breakOff'),
    }
  })
}

/** Counts the drawn cases that are no interviews by the result of their last call; none yet: null. */
export async function countDispositions(db: Reader, survey: string) {
  const open = (await countOutcomes(db, survey)).filter(one => one.drawn && one.state !== 'answered')
  return [...Map.groupBy(open, ({ disposition }) => disposition)].map(([disposition, own]) => ({
    disposition,
    count: own.reduce((sum, one) => sum + one.count, 0),
  }))
}

/** Counts calls and refusals by interviewer. */
export const countCalls = rememberRead(['survey_work'], COUNTED_MOST, async (db: Reader, survey: string) => {
  const { rows } = await db.execute<{
    interviewer: string
    calls: number
    interviews: number
    refusals: number
    contacts: number
  }>(sql`
    select interviewer, sum(calls)::int as calls,
      coalesce(sum(calls) filter (where disposition = 'interview'), 0)::int as interviews,
      coalesce(sum(calls) filter (where disposition in ('refusal', 'breakOff')), 0)::int as refusals,
      coalesce(sum(calls) filter (where disposition in ('refusal', 'breakOff', 'interview', 'appointment')), 0)::int as contacts
    from survey_work where survey = ${survey}::uuid group by 1`)
  return rows
})

/** Lists the drawn cases of a unit or of one of its groups, in drawn order by group. */
export async function listCases(db: Reader, survey: string, unit: string, group?: string) {
  return db
    .select()
    .from(surveyCase)
    .where(
      and(
        eq(surveyCase.survey, survey),
        eq(surveyCase.unit, unit),
        group === undefined ? undefined : eq(surveyCase.group, group),
        sql`${surveyCase.lot} is not null`,
      ),
    )
    .orderBy(asc(surveyCase.group), asc(surveyCase.lot))
}

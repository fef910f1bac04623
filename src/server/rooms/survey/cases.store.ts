import { and, asc, eq, sql } from 'drizzle-orm'
import type { Disposition } from '../../../domain/campaign/survey/disposition.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { surveyAttempt, surveyCase } from './survey.tables.ts'
import { within } from './within.ts'

type Reader = Database | Transaction

/** A stored case. */
export type CaseRow = typeof surveyCase.$inferSelect

/** Makes an interviewer's requests take turns until the transaction ends, so that nobody gets two cases. */
export async function takeDesk(tx: Transaction, holder: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`survey-desk:${holder}`}))`)
}

/** Lists cases taken so long ago that without a later word they are given back. */
export async function listOverdue(db: Reader, now: string) {
  return db
    .select({ id: surveyCase.id, survey: surveyCase.survey })
    .from(surveyCase)
    .where(and(eq(surveyCase.state, 'calling'), sql`${surveyCase.heldUntil} < ${now}::timestamptz`))
    .orderBy(asc(surveyCase.id))
}

/** Gives a case back that is still overdue. */
export async function giveBack(db: Reader, id: string, now: string): Promise<void> {
  await db.execute(sql`update survey_case set holder = null, held_until = null,
    state = case when due_at is null then 'waiting' else 'appointment' end
    where id = ${id}::uuid and state = 'calling' and held_until < ${now}::timestamptz`)
}

/** Finds the case that somebody has on the desk. */
export async function findHeld(db: Reader, holder: string): Promise<CaseRow | undefined> {
  const [row] = await db
    .select()
    .from(surveyCase)
    .where(and(eq(surveyCase.holder, holder), eq(surveyCase.state, 'calling')))
  return row
}

/** Where and when the next case is looked for. */
export interface NextCase {
  readonly survey: string
  readonly holder: string
  readonly heldUntil: string
  /** Office time, e.g. `2018-11-20T19:30`. */
  readonly at: string
  /** The band of hours it is now, as `lastTried` names it. */
  readonly band: string
  /** Wanted interviews by unit and group. */
  readonly wanted: readonly { readonly unit: string; readonly group: string; readonly size: number }[]
}

/**
 * Takes the next case onto a desk: appointments that are due, then fresh numbers in drawn order, then
 * those to be tried again that were not tried in this band of this day, the longest untried first. Where
 * the answers, counted now, fill a quota, the cases of that unit and group are parked and passed over
 * from then on. Rows on other desks are skipped, never waited for.
 */
export async function takeNext(tx: Transaction, next: NextCase): Promise<string | undefined> {
  const { survey, holder, heldUntil, at, band, wanted } = next
  const rules = [
    sql`c.state = 'appointment' and c.due_at <= ${at} order by c.due_at, c.id`,
    sql`c.state = 'waiting' and c.attempts = 0 order by c.asked_again desc, c.lot, c.id`,
    sql`c.state = 'waiting' and c.attempts > 0 and c.last_tried < ${band} order by c.last_tried, c.lot, c.id`,
  ]
  for (const rule of rules)
    for (;;) {
      const { rows } = await tx.execute<{ id: string; unit: string; group: string; answers: number }>(sql`
        select c.id, c.unit, c.grp as "group", (select count(*)::int from survey_sealed s
          where s.survey = c.survey and s.unit = c.unit and s.grp = c.grp and s.final) as answers
        from survey_case c where c.survey = ${survey}::uuid and not c.parked and ${rule}
        limit 1 for update of c skip locked`)
      const [found] = rows
      if (found === undefined) break
      const { id, unit, group, answers } = found
      const quota = wanted.find(one => one.unit === unit && one.group === group)
      if (quota !== undefined && answers >= quota.size) await parkCases(tx, survey, unit, group)
      else {
        await updateCase(tx, id, { state: 'calling', holder, heldUntil })
        return id
      }
    }
  return undefined
}

/** Parks the cases of a unit and group that has enough answers. Those that somebody else is taking or parking are left to them. */
async function parkCases(tx: Transaction, survey: string, unit: string, group: string): Promise<void> {
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

/** Counts what is still to be called, for an interviewer without a case. */
export async function countWaiting(db: Reader, survey: string) {
  const { rows } = await db.execute<{ waiting: number; appointments: number }>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'appointment')::int as appointments
    from survey_case where survey = ${survey}::uuid and state in ('waiting', 'appointment') and not parked`)
  return rows[0]!
}

/** Finds a case on a desk, with the key of its unit. `undefined` if it is no longer there. */
export async function findOnDesk(
  db: Reader,
  id: string,
  holder: string,
): Promise<{ readonly survey: string; readonly key: string } | undefined> {
  const { rows } = await db.execute<{ survey: string; key: string }>(sql`
    select c.survey, u.key_id as "key" from survey_case c join survey_unit u on u.survey = c.survey and u.unit = c.unit
    where c.id = ${id}::uuid and c.holder = ${holder} and c.state = 'calling'`)
  return rows[0]
}

/** Finds a case of a survey and locks it. */
export async function findCase(tx: Transaction, survey: string, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(surveyCase)
    .where(and(eq(surveyCase.survey, survey), eq(surveyCase.id, id)))
    .for('update')
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

/** Records a call made. */
export async function insertAttempt(tx: Transaction, row: typeof surveyAttempt.$inferInsert): Promise<void> {
  await tx.insert(surveyAttempt).values(row)
}

/** Counts an interviewer's calls and interviews of a day. */
export async function countDay(db: Reader, interviewer: string, on: string) {
  const { rows } = await db.execute<{ calls: number; interviews: number }>(sql`
    select count(*)::int as calls, count(*) filter (where disposition = 'interview')::int as interviews
    from survey_attempt where interviewer = ${interviewer} and on_day = ${on}`)
  return rows[0]!
}

/** Counts the cases of units that are on a desk now. */
export async function countHeld(tx: Transaction, survey: string, units: readonly string[]): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from survey_case where survey = ${survey}::uuid and state = 'calling' and unit in ${within(units)}`)
  return rows[0]!.count
}

/** Ends the cases of units that nobody answered. */
export async function endCases(tx: Transaction, survey: string, units: readonly string[]): Promise<void> {
  await tx.execute(sql`update survey_case set state = 'ended'
    where survey = ${survey}::uuid and unit in ${within(units)} and state in ('waiting', 'appointment')`)
}

/** Deletes the calls of a case that ended in an interview: it is asked again. */
export async function dropInterviewAttempts(tx: Transaction, id: string): Promise<void> {
  await tx
    .delete(surveyAttempt)
    .where(and(eq(surveyAttempt.case, id), eq(surveyAttempt.disposition, 'interview')))
}

/** Surveys whose counts are kept at a time. */
const COUNTED_MOST = 4

/** Counts the drawn cases by unit, group and state, how many were refused, and the reserve. */
export const countStates = rememberRead(['survey_case'], COUNTED_MOST, async (db: Reader, survey: string) => {
  const { rows } = await db.execute<{
    unit: string
    group: string
    cases: number
    fresh: number
    appointments: number
    retries: number
    refusals: number
    reserve: number
  }>(sql`select unit, grp as "group", count(lot)::int as cases,
      count(*) filter (where lot is null)::int as reserve,
      count(*) filter (where state = 'waiting' and attempts = 0)::int as fresh,
      count(*) filter (where state = 'appointment')::int as appointments,
      count(*) filter (where state = 'waiting' and attempts > 0)::int as retries,
      count(*) filter (where disposition in ('refusal', 'breakOff'))::int as refusals
    from survey_case where survey = ${survey}::uuid and state <> 'read' group by 1, 2`)
  return rows
})

/** Counts the drawn cases that are no interviews by the result of their last call; none yet: null. */
export const countDispositions = rememberRead(
  ['survey_case'],
  COUNTED_MOST,
  async (db: Reader, survey: string) => {
    const { rows } = await db.execute<{ disposition: Disposition | null; count: number }>(sql`
    select disposition, count(*)::int as count from survey_case
    where survey = ${survey}::uuid and lot is not null and state <> 'answered' group by 1`)
    return rows
  },
)

/** Counts calls and refusals by interviewer. */
export const countCalls = rememberRead(
  ['survey_attempt'],
  COUNTED_MOST,
  async (db: Reader, survey: string) => {
    const { rows } = await db.execute<{
      interviewer: string
      calls: number
      refusals: number
      contacts: number
    }>(sql`
    select interviewer, count(*)::int as calls,
      count(*) filter (where disposition in ('refusal', 'breakOff'))::int as refusals,
      count(*) filter (where disposition in ('refusal', 'breakOff', 'interview', 'appointment'))::int as contacts
    from survey_attempt where survey = ${survey}::uuid group by 1`)
    return rows
  },
)

/** Lists who has a case of a survey on the desk. */
export async function listHolders(db: Reader, survey: string): Promise<readonly string[]> {
  const { rows } = await db.execute<{ holder: string }>(sql`
    select holder from survey_case where survey = ${survey}::uuid and state = 'calling'`)
  return rows.map(({ holder }) => holder)
}

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

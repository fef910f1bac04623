import { and, asc, eq, sql } from 'drizzle-orm'
import type { Disposition } from '../../../domain/campaign/survey/disposition.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import {
  surveyAttempt,
  surveyCase,
  surveyCheck,
  surveySealed,
  surveyUnit,
  type Tried,
} from './survey.tables.ts'

type Reader = Database | Transaction

/** A stored case. */
export type CaseRow = typeof surveyCase.$inferSelect

/** Makes an interviewer's requests take turns until the transaction ends, so that nobody gets two cases. */
export async function takeDesk(tx: Transaction, holder: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`survey-desk:${holder}`}))`)
}

/** Gives back cases of which no word came in time: a closed browser. */
export async function giveBackForsaken(db: Reader, now: string): Promise<void> {
  await db.execute(sql`update survey_case set holder = null, held_until = null,
    state = case when due_at is null then 'waiting' else 'appointment' end
    where state = 'calling' and held_until < ${now}::timestamptz`)
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
  readonly tried: Tried
  /** Wanted interviews by unit and group. */
  readonly wanted: readonly { readonly unit: string; readonly group: string; readonly size: number }[]
}

/**
 * Takes the next case onto a desk: appointments that are due, then fresh numbers in drawn order, then
 * those to be tried again that were not tried in this band of this day. Units and groups whose quota is
 * full, counted from the answers, are passed over. Rows on other desks are skipped, never waited for.
 */
export async function takeNext(tx: Transaction, next: NextCase): Promise<string | undefined> {
  const { survey, holder, heldUntil, at, tried, wanted } = next
  const classes = [
    sql`c.state = 'appointment' and c.due_at <= ${at}`,
    sql`c.state = 'waiting' and c.attempts = 0`,
    sql`c.state = 'waiting' and c.attempts > 0 and not c.tried @> ${JSON.stringify([tried])}::jsonb`,
  ]
  for (const [place, rule] of classes.entries()) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      with counted as (select unit, grp, count(*)::int as n from survey_sealed where survey = ${survey}::uuid and final group by 1, 2),
      closed as (select one.unit, one."group" as grp from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as one(unit text, "group" text, size int) left join counted on counted.unit = one.unit and counted.grp = one."group"
        where coalesce(counted.n, 0) >= one.size),
      ended as (select unit from survey_unit where survey = ${survey}::uuid and state <> 'calling'),
      chosen as (select c.id from survey_case c where c.survey = ${survey}::uuid and ${rule}
        and not exists (select from closed where closed.unit = c.unit and closed.grp = c.grp)
        and not exists (select from ended where ended.unit = c.unit)
        order by ${place === 0 ? sql`c.due_at` : sql`c.asked_again desc, c.lot`}, c.id limit 1 for update of c skip locked)
      update survey_case c set state = 'calling', holder = ${holder}, held_until = ${heldUntil}::timestamptz
      from chosen where c.id = chosen.id returning c.id`)
    if (rows[0] !== undefined) return rows[0].id
  }
  return undefined
}

/** Counts what is still to be called, for an interviewer without a case. */
export async function countWaiting(db: Reader, survey: string) {
  const { rows } = await db.execute<{ waiting: number; appointments: number }>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'appointment')::int as appointments
    from survey_case where survey = ${survey}::uuid and state in ('waiting', 'appointment')`)
  return rows[0]!
}

/** Finds a case on a desk, with the key of its unit; keeps it there until the new time. `undefined` if it is no longer there. */
export async function holdCase(
  db: Reader,
  id: string,
  holder: string,
  heldUntil: string,
): Promise<
  { readonly survey: string; readonly unit: string; readonly group: string; readonly key: string } | undefined
> {
  const { rows } = await db.execute<{ survey: string; unit: string; group: string; key: string }>(sql`
    update survey_case c set held_until = ${heldUntil}::timestamptz from survey_unit u
    where c.id = ${id}::uuid and c.holder = ${holder} and c.state = 'calling' and u.survey = c.survey and u.unit = c.unit
    returning c.survey, c.unit, c.grp as "group", u.key_id as "key"`)
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

/** Finds the sealed answers of a case. */
export async function findSealed(db: Reader, id: string): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ sheet: surveySealed.sheet })
    .from(surveySealed)
    .where(eq(surveySealed.case, id))
  return row?.sheet
}

/** Stores the sealed answers of a case in the place of its earlier ones; whole ones are never replaced. */
export async function putSealed(db: Reader, row: typeof surveySealed.$inferInsert): Promise<void> {
  await db
    .insert(surveySealed)
    .values(row)
    .onConflictDoUpdate({
      target: surveySealed.case,
      set: { sheet: row.sheet, final: row.final },
      setWhere: eq(surveySealed.final, false),
    })
}

/** Deletes the sealed answers of a case. */
export async function dropSealed(tx: Transaction, id: string): Promise<void> {
  await tx.delete(surveySealed).where(eq(surveySealed.case, id))
}

const within = (units: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb))`

/** Reads the sealed answers of a survey that are whole, of all its units or of some, with the keys they are under. */
export async function readSealed(db: Reader, survey: string, units?: readonly string[]) {
  return db
    .select({
      case: surveySealed.case,
      unit: surveySealed.unit,
      group: surveySealed.group,
      sheet: surveySealed.sheet,
      key: surveyUnit.key,
    })
    .from(surveySealed)
    .innerJoin(
      surveyUnit,
      and(eq(surveyUnit.survey, surveySealed.survey), eq(surveyUnit.unit, surveySealed.unit)),
    )
    .where(
      and(
        eq(surveySealed.survey, survey),
        eq(surveySealed.final, true),
        units === undefined ? undefined : sql`${surveySealed.unit} in ${within(units)}`,
      ),
    )
}

/** Deletes all sealed answers of some units: they have been separated, or were never finished. */
export async function dropSealedOf(tx: Transaction, survey: string, units: readonly string[]): Promise<void> {
  await tx
    .delete(surveySealed)
    .where(and(eq(surveySealed.survey, survey), sql`${surveySealed.unit} in ${within(units)}`))
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

/** Deletes the calls of a case that ended in an interview: it is asked again. */
export async function dropInterviewAttempts(tx: Transaction, id: string): Promise<void> {
  await tx
    .delete(surveyAttempt)
    .where(and(eq(surveyAttempt.case, id), eq(surveyAttempt.disposition, 'interview')))
}

/** Counts the cases by unit, group and state, and how many were refused. */
export async function countStates(db: Reader, survey: string) {
  const { rows } = await db.execute<{
    unit: string
    group: string
    cases: number
    fresh: number
    appointments: number
    retries: number
    refusals: number
  }>(sql`select unit, grp as "group", count(*)::int as cases,
      count(*) filter (where state = 'waiting' and attempts = 0)::int as fresh,
      count(*) filter (where state = 'appointment')::int as appointments,
      count(*) filter (where state = 'waiting' and attempts > 0)::int as retries,
      count(*) filter (where disposition in ('refusal', 'breakOff'))::int as refusals
    from survey_case where survey = ${survey}::uuid and lot is not null group by 1, 2`)
  return rows
}

/** Counts the drawn cases that are no interviews by the result of their last call; none yet: null. */
export async function countDispositions(db: Reader, survey: string) {
  const { rows } = await db.execute<{ disposition: Disposition | null; count: number }>(sql`
    select disposition, count(*)::int as count from survey_case
    where survey = ${survey}::uuid and lot is not null and state <> 'answered' group by 1`)
  return rows
}

/** Counts calls and refusals by interviewer. */
export async function countCalls(db: Reader, survey: string) {
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
}

/** Lists who has a case of a survey on the desk. */
export async function listHolders(db: Reader, survey: string): Promise<readonly string[]> {
  const { rows } = await db.execute<{ holder: string }>(sql`
    select holder from survey_case where survey = ${survey}::uuid and state = 'calling'`)
  return rows.map(({ holder }) => holder)
}

const PAGE = 100

/** Lists a page of the drawn cases, of all units or of one. */
export async function listCases(
  db: Reader,
  survey: string,
  { page = 0, unit, group }: { readonly page?: number; readonly unit?: string; readonly group?: string },
) {
  const which = and(
    eq(surveyCase.survey, survey),
    sql`${surveyCase.lot} is not null`,
    unit === undefined ? undefined : eq(surveyCase.unit, unit),
    group === undefined ? undefined : eq(surveyCase.group, group),
  )
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(surveyCase)
    .where(which)
  const rows = await db
    .select()
    .from(surveyCase)
    .where(which)
    .orderBy(asc(surveyCase.unit), asc(surveyCase.group), asc(surveyCase.lot))
    .limit(PAGE)
    .offset(page * PAGE)
  return { rows, count: counted!.count }
}

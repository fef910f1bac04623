import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { meetingNote, meetingRecount } from '../meetings.tables.ts'

/** A stored request for a recount. */
export type StoredRecount = typeof meetingRecount.$inferSelect

type Reader = Database | Transaction

/** Stores a note of a supervisor. */
export async function insertNote(tx: Transaction, row: typeof meetingNote.$inferInsert): Promise<void> {
  await tx.insert(meetingNote).values(row)
}

/** Lists the notes on a meeting, in order. */
export async function listNotes(db: Reader, meeting: string) {
  return db
    .select()
    .from(meetingNote)
    .where(eq(meetingNote.meeting, meeting))
    .orderBy(asc(meetingNote.notedAt))
}

/** Stores a request for a recount; `undefined` if the unit has asked already. */
export async function insertRecount(
  tx: Transaction,
  row: typeof meetingRecount.$inferInsert,
): Promise<StoredRecount | undefined> {
  const [made] = await tx.insert(meetingRecount).values(row).onConflictDoNothing().returning()
  return made
}

/** Answers a request for a recount; `undefined` if there is none that waits. */
export async function answerRecount(
  tx: Transaction,
  meeting: string,
  id: string,
  to: { readonly answer: string; readonly answeredBy: string; readonly answeredAt: string },
): Promise<StoredRecount | undefined> {
  const [saved] = await tx
    .update(meetingRecount)
    .set(to)
    .where(and(eq(meetingRecount.id, id), eq(meetingRecount.meeting, meeting), isNull(meetingRecount.answer)))
    .returning()
  return saved
}

/** Lists the requests for a recount of a meeting, in order. */
export async function listRecounts(db: Reader, meeting: string): Promise<readonly StoredRecount[]> {
  return db
    .select()
    .from(meetingRecount)
    .where(eq(meetingRecount.meeting, meeting))
    .orderBy(asc(meetingRecount.askedAt))
}

/** Lists the requests for a recount of several meetings. */
export async function listRecountsOf(
  db: Reader,
  meetings: readonly string[],
): Promise<readonly StoredRecount[]> {
  if (meetings.length === 0) return []
  return db
    .select()
    .from(meetingRecount)
    .where(inArray(meetingRecount.meeting, [...meetings]))
    .orderBy(asc(meetingRecount.askedAt))
}

/** Finds a unit of these that has ballot facts of another source in the component: a count, or a mark on a sheet. */
export async function findScored(
  tx: Transaction,
  year: number,
  component: string,
  units: readonly string[],
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ unit: string }>(sql`
    select wanted.unit from jsonb_array_elements_text(${JSON.stringify(units)}::jsonb) as wanted(unit)
    where exists (select 1 from fact where year = ${year} and withdrawn_at is null and body ->> 'component' = ${component}
      and (kind = 'ballotCounts' and fact.unit = wanted.unit
        or kind = 'sheets' and body -> 'marks' @> jsonb_build_array(jsonb_build_object('unit', wanted.unit)))) limit 1`)
  return rows[0]?.unit
}

/** Finds the ballot facts in the component that are of these units alone, and not of a meeting held here: counts, and sheets without a mark for anybody else. */
export async function findReplaceable(
  tx: Transaction,
  year: number,
  component: string,
  units: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with wanted as (select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb) as unit)
    select id from fact where year = ${year} and withdrawn_at is null and body ->> 'component' = ${component}
      and coalesce(origin, '') not like 'meeting:%'
      and (kind = 'ballotCounts' and unit in (select unit from wanted)
        or kind = 'sheets' and jsonb_array_length(body -> 'marks') > 0 and not exists (
          select 1 from jsonb_array_elements(body -> 'marks') as mark where mark ->> 'unit' not in (select unit from wanted)))`)
  return rows.map(row => row.id)
}

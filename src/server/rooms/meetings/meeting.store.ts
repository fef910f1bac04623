import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import {
  meeting,
  meetingClass,
  meetingDecision,
  meetingNote,
  meetingPairing,
  meetingSpeaker,
} from './meetings.tables.ts'

/** A stored meeting. */
export type StoredMeeting = typeof meeting.$inferSelect

/** A stored line of an agenda. */
export type StoredSpeaker = typeof meetingSpeaker.$inferSelect

/** A stored class of voters with its numbers. */
export type StoredClass = typeof meetingClass.$inferSelect

type Reader = Database | Transaction

/** Finds a meeting by its id; `lock` holds it until the transaction ends. */
export async function findMeeting(
  db: Reader,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredMeeting | undefined> {
  const query = db.select().from(meeting).where(eq(meeting.id, id))
  const [found] = await (lock ? query.for('update') : query)
  return found
}

const readMeetings = rememberRead(
  ['meeting'],
  2,
  async (db: Reader, year: number): Promise<readonly StoredMeeting[]> =>
    db
      .select()
      .from(meeting)
      .where(eq(meeting.year, year))
      .orderBy(asc(meeting.heldOn), sql`${meeting.name} collate "C"`),
)

/** Lists the meetings of a year whose ballots are scored, by day and name. */
export async function listMeetings(db: Reader, year: number): Promise<readonly StoredMeeting[]> {
  return (await readMeetings(db, year)).filter(({ dual }) => dual === null)
}

/** Lists the meetings of dual debriefs (双述双评) of a year, by day and name. */
export async function listDebriefMeetings(db: Reader, year: number): Promise<readonly StoredMeeting[]> {
  return (await readMeetings(db, year)).filter(({ dual }) => dual !== null)
}

/** Lists the agendas of meetings, each in order. */
export async function listSpeakers(
  db: Reader,
  meetings: readonly string[],
): Promise<readonly StoredSpeaker[]> {
  if (meetings.length === 0) return []
  return db
    .select()
    .from(meetingSpeaker)
    .where(inArray(meetingSpeaker.meeting, [...meetings]))
    .orderBy(asc(meetingSpeaker.place))
}

/** Lists the classes of a meeting in the scheme's order. */
export async function listClasses(db: Reader, id: string): Promise<readonly StoredClass[]> {
  return db.select().from(meetingClass).where(eq(meetingClass.meeting, id)).orderBy(asc(meetingClass.place))
}

/** Stores a new meeting; `undefined` if one of this kind and lead unit is there. */
export async function insertMeeting(
  tx: Transaction,
  row: typeof meeting.$inferInsert,
): Promise<StoredMeeting | undefined> {
  const [made] = await tx.insert(meeting).values(row).onConflictDoNothing().returning()
  return made
}

/** Saves changes of a meeting at its next revision. */
export async function saveMeeting(
  tx: Transaction,
  before: StoredMeeting,
  to: Partial<StoredMeeting>,
  stamp: { readonly changedBy: string; readonly changedAt: string },
): Promise<StoredMeeting> {
  const [saved] = await tx
    .update(meeting)
    .set({ ...to, ...stamp, revision: before.revision + 1 })
    .where(eq(meeting.id, before.id))
    .returning()
  return saved!
}

/** Replaces the agenda of a meeting. */
export async function replaceSpeakers(
  tx: Transaction,
  id: string,
  lines: readonly Omit<typeof meetingSpeaker.$inferInsert, 'meeting'>[],
): Promise<void> {
  await tx.delete(meetingSpeaker).where(eq(meetingSpeaker.meeting, id))
  if (lines.length > 0) await tx.insert(meetingSpeaker).values(lines.map(line => ({ ...line, meeting: id })))
}

/** Changes one line of an agenda. */
export async function saveSpeaker(
  tx: Transaction,
  id: string,
  unit: string,
  to: Partial<Pick<StoredSpeaker, 'spoken' | 'seconds' | 'removedWhy'>>,
): Promise<void> {
  await tx
    .update(meetingSpeaker)
    .set(to)
    .where(and(eq(meetingSpeaker.meeting, id), eq(meetingSpeaker.unit, unit)))
}

/** Replaces the classes of a meeting that is being planned. */
export async function replaceClasses(
  tx: Transaction,
  id: string,
  classes: readonly Omit<typeof meetingClass.$inferInsert, 'meeting'>[],
): Promise<void> {
  await tx.delete(meetingClass).where(eq(meetingClass.meeting, id))
  if (classes.length > 0) await tx.insert(meetingClass).values(classes.map(one => ({ ...one, meeting: id })))
}

/** Saves how many voters of a class came. */
export async function savePresent(
  tx: Transaction,
  id: string,
  voterClass: string,
  present: number,
): Promise<void> {
  await tx
    .update(meetingClass)
    .set({ present })
    .where(and(eq(meetingClass.meeting, id), eq(meetingClass.id, voterClass)))
}

/** Deletes a rehearsal with its agenda, classes, decisions, notes and pairings; the database refuses it for a real meeting. */
export async function deleteMeeting(tx: Transaction, id: string): Promise<void> {
  for (const table of [meetingPairing, meetingNote, meetingDecision, meetingClass, meetingSpeaker])
    await tx.delete(table).where(eq(table.meeting, id))
  await tx.delete(meeting).where(eq(meeting.id, id))
}

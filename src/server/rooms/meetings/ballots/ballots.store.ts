import { and, asc, count, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { IssueCount } from '../../../../domain/campaign/ballot/issueChecks.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import {
  ballotBox,
  ballotIssue,
  ballotSealed,
  ballotSheet,
  ballotSigner,
  ballotSlip,
} from './ballots.tables.ts'

/** The ballots of a meeting. */
export type StoredBox = typeof ballotBox.$inferSelect

/** The key that signs credentials of a class. */
export type StoredSigner = typeof ballotSigner.$inferSelect

/** A sealed sheet. */
export type SealedSheet = typeof ballotSealed.$inferSelect

/** An opened sheet. */
export type OpenedRow = typeof ballotSheet.$inferSelect

type Reader = Database | Transaction

/** Finds the ballots of a meeting, if anything of them is there. */
export async function findBox(db: Reader, meeting: string): Promise<StoredBox | undefined> {
  const [found] = await db.select().from(ballotBox).where(eq(ballotBox.meeting, meeting))
  return found
}

/** Changes the ballots of a meeting, which is locked. */
export async function changeBox(
  tx: Transaction,
  meeting: string,
  to: Partial<Omit<StoredBox, 'meeting'>>,
): Promise<StoredBox> {
  const [saved] = await tx
    .insert(ballotBox)
    .values({ ...to, meeting })
    .onConflictDoUpdate({ target: ballotBox.meeting, set: { meeting, ...to } })
    .returning()
  return saved!
}

/** Whether any slip of a meeting was redeemed. */
export async function isRedeemed(db: Reader, meeting: string): Promise<boolean> {
  const rows = await db
    .select({ slip: ballotSlip.slip })
    .from(ballotSlip)
    .where(and(eq(ballotSlip.meeting, meeting), isNotNull(ballotSlip.blinded)))
    .limit(1)
  return rows.length > 0
}

/** Counts the slips of a meeting. */
export async function countSlips(db: Reader, meeting: string): Promise<number> {
  const [row] = await db.select({ slips: count() }).from(ballotSlip).where(eq(ballotSlip.meeting, meeting))
  return row!.slips
}

/** Stores slips, in the order of their hashes; returns how many were new. */
export async function insertSlips(
  tx: Transaction,
  meeting: string,
  voterClass: string,
  slips: readonly string[],
): Promise<number> {
  let added = 0
  const sorted = slips.toSorted()
  for (let at = 0; at < sorted.length; at += 500) {
    const rows = sorted.slice(at, at + 500).map(slip => ({ slip, meeting, voterClass }))
    const made = await tx
      .insert(ballotSlip)
      .values(rows)
      .onConflictDoNothing()
      .returning({ slip: ballotSlip.slip })
    added += made.length
  }
  return added
}

/** Finds the key that signs credentials of a class. */
export async function findSigner(
  db: Reader,
  meeting: string,
  voterClass: string,
): Promise<StoredSigner | undefined> {
  const [found] = await db
    .select()
    .from(ballotSigner)
    .where(and(eq(ballotSigner.meeting, meeting), eq(ballotSigner.voterClass, voterClass)))
  return found
}

/** Lists the keys that sign credentials at these meetings. */
export async function listSigners(db: Reader, meetings: readonly string[]): Promise<readonly StoredSigner[]> {
  if (meetings.length === 0) return []
  return db
    .select()
    .from(ballotSigner)
    .where(inArray(ballotSigner.meeting, [...meetings]))
}

/** Stores the key of a class, unless it has one. */
export async function insertSigner(tx: Transaction, signer: StoredSigner): Promise<void> {
  await tx.insert(ballotSigner).values(signer).onConflictDoNothing()
}

/** Lists what was issued, by class and medium. */
export async function listIssued(db: Reader, meeting: string): Promise<readonly IssueCount[]> {
  return db
    .select({
      voterClass: ballotIssue.voterClass,
      medium: ballotIssue.medium,
      printed: ballotIssue.printed,
      handedOut: ballotIssue.handedOut,
      givenBack: ballotIssue.givenBack,
      spoilt: ballotIssue.spoilt,
    })
    .from(ballotIssue)
    .where(eq(ballotIssue.meeting, meeting))
    .orderBy(asc(ballotIssue.voterClass), asc(ballotIssue.medium))
}

/** Adds to the number printed of a class in one medium. */
export async function addPrinted(
  tx: Transaction,
  meeting: string,
  voterClass: string,
  medium: 'phone' | 'paper',
  printed: number,
): Promise<void> {
  await tx
    .insert(ballotIssue)
    .values({ meeting, voterClass, medium, printed })
    .onConflictDoUpdate({
      target: [ballotIssue.meeting, ballotIssue.voterClass, ballotIssue.medium],
      set: { printed: sql`${ballotIssue.printed} + ${printed}` },
    })
}

/** Saves what was handed out, given back and spoilt of a class in one medium. */
export async function saveIssued(
  tx: Transaction,
  meeting: string,
  { voterClass, medium, handedOut, givenBack, spoilt }: Omit<IssueCount, 'printed'>,
): Promise<void> {
  await tx
    .insert(ballotIssue)
    .values({ meeting, voterClass, medium, handedOut, givenBack, spoilt })
    .onConflictDoUpdate({
      target: [ballotIssue.meeting, ballotIssue.voterClass, ballotIssue.medium],
      set: { handedOut, givenBack, spoilt },
    })
}

/** Counts the sealed sheets of a meeting. */
export async function countSealed(db: Reader, meeting: string): Promise<number> {
  const [row] = await db
    .select({ sheets: count() })
    .from(ballotSealed)
    .where(eq(ballotSealed.meeting, meeting))
  return row!.sheets
}

/** Lists the sealed sheets of a meeting. */
export async function listSealed(db: Reader, meeting: string): Promise<readonly SealedSheet[]> {
  return db.select().from(ballotSealed).where(eq(ballotSealed.meeting, meeting))
}

/** Lists the opened sheets of a meeting, by their random ids. */
export async function listOpenedRows(db: Reader, meeting: string): Promise<readonly OpenedRow[]> {
  return db.select().from(ballotSheet).where(eq(ballotSheet.meeting, meeting)).orderBy(asc(ballotSheet.id))
}

/** Stores opened sheets, once and in the order given, and deletes the sealed ones with the keys that signed. */
export async function replaceSealed(
  tx: Transaction,
  meeting: string,
  opened: readonly OpenedRow[],
): Promise<void> {
  for (let at = 0; at < opened.length; at += 500)
    await tx.insert(ballotSheet).values(opened.slice(at, at + 500))
  await tx.delete(ballotSealed).where(eq(ballotSealed.meeting, meeting))
  await tx.update(ballotSigner).set({ privateKey: null }).where(eq(ballotSigner.meeting, meeting))
}

/** Destroys all sheets of a meeting uncounted, and the keys that sign its credentials. Returns how many sheets there were. */
export async function destroySheets(tx: Transaction, meeting: string): Promise<number> {
  const sealed = await tx
    .delete(ballotSealed)
    .where(eq(ballotSealed.meeting, meeting))
    .returning({ meeting: ballotSealed.meeting })
  const opened = await tx
    .delete(ballotSheet)
    .where(eq(ballotSheet.meeting, meeting))
    .returning({ meeting: ballotSheet.meeting })
  await tx.update(ballotSigner).set({ privateKey: null }).where(eq(ballotSigner.meeting, meeting))
  return sealed.length + opened.length
}

/** Deletes all ballots of a rehearsal. */
export async function deleteBallots(tx: Transaction, meeting: string): Promise<void> {
  for (const table of [ballotSealed, ballotSheet, ballotSlip, ballotSigner, ballotIssue, ballotBox])
    await tx.delete(table).where(eq(table.meeting, meeting))
}

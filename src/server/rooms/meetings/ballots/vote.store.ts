import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { meeting } from '../meetings.tables.ts'
import type { SealedSheet } from './ballots.store.ts'
import { ballotSealed, ballotSlip, type BoxState } from './ballots.tables.ts'

type Reader = Database | Transaction

/** How far a meeting and its ballots are. */
interface Progress {
  /** of the meeting. */
  readonly revision: number
  readonly sealTo: string | null
  readonly state: BoxState | null
  /** of what is kept of the ballots: another one after every change. */
  readonly version: string | null
}

/** A slip, and how far its meeting is. */
interface FoundSlip extends Progress {
  readonly slip: string
  readonly meeting: string
  readonly voterClass: string
  readonly blinded: string | null
}

/** Finds how far a meeting is. */
export async function findProgress(db: Reader, id: string): Promise<Progress | undefined> {
  const { rows } = await db.execute<Progress & Record<string, unknown>>(sql`
    select m.revision, b.seal_to as "sealTo", b.state, b.xmin::text as version
    from meeting m left join ballot_box b on b.meeting = m.id where m.id = ${id}`)
  return rows[0]
}

/** Finds the slips with these hashes by one statement. */
export async function findSlips(db: Reader, slips: readonly string[]): Promise<readonly FoundSlip[]> {
  const { rows } = await db.execute<FoundSlip & Record<string, unknown>>(sql`
    select s.slip, s.meeting, s.voter_class as "voterClass", s.blinded, m.revision, b.seal_to as "sealTo", b.state, b.xmin::text as version
    from ballot_slip s join meeting m on m.id = s.meeting left join ballot_box b on b.meeting = s.meeting
    where s.slip in ${[...new Set(slips)]}`)
  return rows
}

/** Serializes signing in these meetings, among several servers too, until the transaction ends. */
export async function lockSigning(tx: Transaction, meetings: readonly string[]): Promise<void> {
  for (const id of meetings.toSorted())
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`ballot-signing:${id}`}))`)
}

/** Lists by the hashes of blinded messages the slips of these meetings that they were signed for. */
export async function listSigned(
  db: Reader,
  meetings: readonly string[],
  blinded: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ slip: ballotSlip.slip, blinded: ballotSlip.blinded })
    .from(ballotSlip)
    .where(
      and(inArray(ballotSlip.meeting, [...meetings]), inArray(ballotSlip.blinded, [...new Set(blinded)])),
    )
  return new Map(rows.map(row => [row.blinded!, row.slip]))
}

/** Marks slips as redeemed, each by the hash of a blinded message, unless another came first; returns by which each is now. They are written in the order of their hashes. */
export async function markRedeemed(
  db: Reader,
  marks: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string | null>> {
  if (marks.size === 0) return marks
  const asked = [...marks].toSorted(byFirst).map(([slip, blinded]) => ({ slip, blinded }))
  const { rows } = await db.execute<{ slip: string; blinded: string }>(sql`
    update ballot_slip s set blinded = m.blinded
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as m(slip text, blinded text)
    where s.slip = m.slip and s.blinded is null returning s.slip, s.blinded`)
  const now = new Map<string, string | null>(rows.map(({ slip, blinded }) => [slip, blinded]))
  const rest = asked.map(({ slip }) => slip).filter(slip => !now.has(slip))
  if (rest.length > 0) for (const { slip, blinded } of await findSlips(db, rest)) now.set(slip, blinded)
  return now
}

/** Finds the hash of the sealed sheet that a token admitted. */
export async function findKept(db: Reader, token: string): Promise<string | undefined> {
  const [found] = await db
    .select({ hash: ballotSealed.hash })
    .from(ballotSealed)
    .where(eq(ballotSealed.token, token))
  return found?.hash
}

/** Finds the revisions of meetings and holds off any change of them until the transaction ends, without keeping other voters waiting. */
export async function shareMeetings(
  tx: Transaction,
  meetings: readonly string[],
): Promise<readonly { readonly id: string; readonly revision: number }[]> {
  return tx
    .select({ id: meeting.id, revision: meeting.revision })
    .from(meeting)
    .where(inArray(meeting.id, [...meetings]))
    .for('share')
}

/** Keeps sealed sheets whose tokens are new; returns the hash that each token admitted, whichever came first. Of `late` sheets it only looks up what was kept before. */
export async function keepSealed(
  tx: Transaction,
  sheets: readonly SealedSheet[],
  late: readonly SealedSheet[] = [],
): Promise<ReadonlyMap<string, string>> {
  const made = sheets.length === 0 ? [] : await insertSealed(tx, sheets)
  const kept = new Map(made.map(({ token, hash }) => [token, hash]))
  const rest = [...sheets, ...late].map(({ token }) => token).filter(token => !kept.has(token))
  if (rest.length === 0) return kept
  const before = await tx
    .select({ token: ballotSealed.token, hash: ballotSealed.hash })
    .from(ballotSealed)
    .where(inArray(ballotSealed.token, rest))
  for (const { token, hash } of before) kept.set(token, hash)
  return kept
}

/** Inserts sheets in the order of their tokens, which are random: the order in which they came stays nowhere. */
async function insertSealed(tx: Transaction, sheets: readonly SealedSheet[]) {
  const { rows } = await tx.execute<{ token: string; hash: string }>(sql`
    insert into ballot_sealed (token, meeting, voter_class, sealed, hash)
    select token, meeting, "voterClass", sealed, hash
    from jsonb_to_recordset(${JSON.stringify(sheets.toSorted((one, other) => (one.token < other.token ? -1 : 1)))}::jsonb)
      as s(token text, meeting uuid, "voterClass" text, sealed text, hash text)
    on conflict do nothing returning token, hash`)
  return rows
}

function byFirst([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1
}

import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { DrawLine } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { DrawnLine } from '../../../domain/campaign/draw/drawRecord.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { draw, drawSession } from './draw.tables.ts'

type Reader = Database | Transaction

/** A stored draw session. */
export type StoredSession = typeof drawSession.$inferSelect

/** A stored draw of one unit, with its list: how many lines, and when and by whom it was frozen. */
export interface StoredDraw extends Readonly<Record<string, unknown>> {
  readonly session: string
  readonly unit: string
  readonly purpose: DrawPurpose
  readonly quarter: number
  readonly number: number
  readonly reason: string | null
  readonly listVersion: number
  readonly fingerprint: string
  readonly take: number
  readonly state: string
  readonly result: readonly DrawnLine[] | null
  readonly count: number
  readonly frozenBy: string
  readonly frozenAt: string
  /** only if requested. */
  readonly lines: readonly DrawLine[] | null
}

/** A draw that waits for its seed, with the lines to draw from. */
interface WaitingDraw extends Readonly<Record<string, unknown>> {
  readonly id: string
  readonly fingerprint: string
  readonly take: number
  readonly lines: readonly DrawLine[]
}

/** How many draws a unit has in a quarter: those held, and those waiting for their seed. */
export interface DrawTally extends Readonly<Record<string, unknown>> {
  readonly unit: string
  readonly purpose: DrawPurpose
  readonly quarter: number
  readonly times: number
  readonly waiting: string | null
  readonly waitingBy: string | null
}

/** Serializes draws: until the transaction ends, nobody else can prepare or hold a draw of that year. */
export async function lockDraws(tx: Transaction, year: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(4201, ${year}::int)`)
}

/** Lists the draw sessions of a year, latest first. */
export async function listSessions(db: Reader, year: number): Promise<readonly StoredSession[]> {
  return db
    .select()
    .from(drawSession)
    .where(eq(drawSession.year, year))
    .orderBy(desc(drawSession.quarter), desc(drawSession.preparedAt), asc(drawSession.id))
}

/** Finds a draw session. */
export async function findSession(db: Reader, year: number, id: string): Promise<StoredSession | undefined> {
  const [found] = await db
    .select()
    .from(drawSession)
    .where(and(eq(drawSession.year, year), eq(drawSession.id, id)))
  return found
}

/** Lists the draws of one session or one unit, with the lines of their lists if requested. */
export async function listDraws(
  db: Reader,
  year: number,
  of: { readonly session?: string; readonly unit?: string },
  withLines: boolean,
): Promise<readonly StoredDraw[]> {
  // As one text: a row object each would take longer than the reading itself.
  const { rows } = await db.execute<{ all: string | null }>(sql`
    select '[' || string_agg(json_build_object('session', d.session, 'unit', d.unit, 'purpose', d.purpose, 'quarter', d.quarter, 'number', d.number,
      'reason', d.reason, 'listVersion', d.list_version, 'fingerprint', d.fingerprint, 'take', d.take, 'state', d.state, 'result', d.result,
      'count', l.count, 'frozenBy', l.frozen_by, 'frozenAt', l.frozen_at, 'lines', case when ${withLines}::boolean then l.lines end)::text, ','
      order by d.unit collate "C", d.purpose, d.quarter, d.number) || ']' as all
    from draw d join draw_list l on (l.year, l.unit, l.purpose, l.version) = (d.year, d.unit, d.purpose, d.list_version)
    where d.year = ${year} and (${of.session ?? null}::uuid is null or d.session = ${of.session ?? null}::uuid)
      and (${of.unit ?? null}::text is null or d.unit = ${of.unit ?? null}::text)`)
  return rows[0]!.all === null ? [] : (JSON.parse(rows[0]!.all) as StoredDraw[])
}

/** Lists the units of draw sessions, by session. */
export async function listSessionUnits(
  db: Reader,
  year: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.execute<{ session: string; units: readonly string[] }>(sql`
    select session::text, json_agg(distinct unit) as units from draw where year = ${year} group by session`)
  return new Map(rows.map(({ session, units }) => [session, units]))
}

/** Counts the draws of each unit in a year, by state: held, or waiting for a seed. */
export const tallyDraws = rememberRead(
  ['draw', 'draw_session'],
  2,
  async (db: Reader, year: number): Promise<readonly DrawTally[]> => {
    const { rows } = await db.execute<DrawTally>(sql`
    select d.unit, d.purpose, d.quarter, (count(*) filter (where d.state = 'drawn'))::int as times,
      max(d.session::text) filter (where d.state = 'prepared') as waiting, max(s.prepared_by) filter (where d.state = 'prepared') as "waitingBy"
    from draw d join draw_session s on s.id = d.session
    where d.year = ${year} and d.state <> 'abandoned' group by d.unit, d.purpose, d.quarter order by d.unit collate "C", d.purpose, d.quarter`)
    return rows
  },
)

/** Stores a draw session with its units. */
export async function insertSession(
  tx: Transaction,
  session: typeof drawSession.$inferInsert,
  draws: readonly (Omit<typeof draw.$inferInsert, 'state' | 'session' | 'year' | 'quarter'> & {
    readonly id: string
  })[],
): Promise<void> {
  await tx.insert(drawSession).values(session)
  await tx.execute(sql`insert into draw (id, session, year, quarter, unit, purpose, list_version, fingerprint, take, number, reason, state)
    select d.id, ${session.id}::uuid, ${session.year}::int, ${session.quarter}::int, d.unit, d.purpose, d."listVersion", d.fingerprint, d.take, d.number,
      d.reason, 'prepared'
    from jsonb_to_recordset(${JSON.stringify(draws)}::jsonb) as d(id uuid, unit text, purpose text, "listVersion" int, fingerprint text, take int,
      number int, reason text)`)
}

/** Lists the draws of a session that wait for its seed. */
export async function listWaiting(tx: Transaction, session: string): Promise<readonly WaitingDraw[]> {
  const { rows } = await tx.execute<{ all: string | null }>(sql`
    select '[' || string_agg(json_build_object('id', d.id, 'fingerprint', d.fingerprint, 'take', d.take, 'lines', l.lines)::text, ',') || ']' as all
    from draw d join draw_list l on (l.year, l.unit, l.purpose, l.version) = (d.year, d.unit, d.purpose, d.list_version)
    where d.session = ${session}::uuid and d.state = 'prepared'`)
  return rows[0]!.all === null ? [] : (JSON.parse(rows[0]!.all) as WaitingDraw[])
}

/** Stores the seed and all results in one step. */
export async function saveResults(
  tx: Transaction,
  {
    id,
    ...ended
  }: { readonly id: string } & Pick<StoredSession, 'seedKind' | 'seedParts' | 'seed' | 'endedBy' | 'endedAt'>,
  results: readonly { readonly id: string; readonly result: readonly DrawnLine[] }[],
): Promise<void> {
  await tx
    .update(drawSession)
    .set({ ...ended, state: 'drawn' })
    .where(eq(drawSession.id, id))
  await tx.execute(sql`update draw set state = 'drawn', result = r.result
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r(id uuid, result jsonb) where draw.id = r.id`)
}

/** Records that a draw session was abandoned. */
export async function saveAbandoned(
  tx: Transaction,
  id: string,
  { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .update(drawSession)
    .set({ state: 'abandoned', endedBy: by, endedAt: at.toISOString(), endReason: reason })
    .where(eq(drawSession.id, id))
  await tx.update(draw).set({ state: 'abandoned' }).where(eq(draw.session, id))
}

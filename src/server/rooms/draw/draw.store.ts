import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { DrawLine } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { DrawnLine } from '../../../domain/campaign/draw/drawRecord.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { draw, drawSession } from './draw.tables.ts'

type Reader = Database | Transaction

/** 已存的一场抽签. */
export type StoredSession = typeof drawSession.$inferSelect

/** 已存的一个单位的抽签, with its list: how many lines, when and by whom it was frozen. */
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
  /** only when asked for. */
  readonly lines: readonly DrawLine[] | null
}

/** 待抽的一项, with the lines to draw from. */
export interface WaitingDraw extends Readonly<Record<string, unknown>> {
  readonly id: string
  readonly fingerprint: string
  readonly take: number
  readonly lines: readonly DrawLine[]
}

/** 抽签的次数 of a unit in a quarter: those held, and those that wait for their seed. */
export interface DrawTally extends Readonly<Record<string, unknown>> {
  readonly unit: string
  readonly purpose: DrawPurpose
  readonly quarter: number
  readonly times: number
  readonly waiting: string | null
  readonly waitingBy: string | null
}

/** 抽签一件一件来: till the transaction ends nobody else prepares or holds a draw of that year. */
export async function lockDraws(tx: Transaction, year: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(4201, ${year}::int)`)
}

/** 某年的各场抽签, the latest first. */
export async function listSessions(db: Reader, year: number): Promise<readonly StoredSession[]> {
  return db
    .select()
    .from(drawSession)
    .where(eq(drawSession.year, year))
    .orderBy(desc(drawSession.quarter), desc(drawSession.preparedAt), asc(drawSession.id))
}

/** 找一场抽签. */
export async function findSession(db: Reader, year: number, id: string): Promise<StoredSession | undefined> {
  const [found] = await db
    .select()
    .from(drawSession)
    .where(and(eq(drawSession.year, year), eq(drawSession.id, id)))
  return found
}

/** 各单位的抽签, of one session or of one unit, with the lines of their lists if asked for. */
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

/** 各场抽签的单位, by session. */
export async function listSessionUnits(
  db: Reader,
  year: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.execute<{ session: string; units: readonly string[] }>(sql`
    select session::text, json_agg(distinct unit) as units from draw where year = ${year} group by session`)
  return new Map(rows.map(({ session, units }) => [session, units]))
}

/** 某年各单位抽过几次、是否在等种子. */
export async function tallyDraws(db: Reader, year: number): Promise<readonly DrawTally[]> {
  const { rows } = await db.execute<DrawTally>(sql`
    select d.unit, d.purpose, d.quarter, (count(*) filter (where d.state = 'drawn'))::int as times,
      max(d.session::text) filter (where d.state = 'prepared') as waiting, max(s.prepared_by) filter (where d.state = 'prepared') as "waitingBy"
    from draw d join draw_session s on s.id = d.session
    where d.year = ${year} and d.state <> 'abandoned' group by d.unit, d.purpose, d.quarter order by d.unit collate "C", d.purpose, d.quarter`)
  return rows
}

/** 一场抽签的登记, with its units. */
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

/** 一场抽签中待抽的各项. */
export async function listWaiting(tx: Transaction, session: string): Promise<readonly WaitingDraw[]> {
  const { rows } = await tx.execute<{ all: string | null }>(sql`
    select '[' || string_agg(json_build_object('id', d.id, 'fingerprint', d.fingerprint, 'take', d.take, 'lines', l.lines)::text, ',') || ']' as all
    from draw d join draw_list l on (l.year, l.unit, l.purpose, l.version) = (d.year, d.unit, d.purpose, d.list_version)
    where d.session = ${session}::uuid and d.state = 'prepared'`)
  return rows[0]!.all === null ? [] : (JSON.parse(rows[0]!.all) as WaitingDraw[])
}

/** 种子和结果的登记, at once. */
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

/** 作废的登记. */
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

import { and, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { surveyCase } from './survey.tables.ts'

type Reader = Database | Transaction

/** A row of a frame as read: its number is sealed already. */
export interface FrameRow {
  readonly nth: number
  readonly unit: string
  readonly group: string
  readonly stratum: string
  /** base64 */
  readonly number: string
  /** base64 */
  readonly hash: string
}

/** Stores rows of an import, which are in no frame until it is kept; those whose number the frame has already are left out and returned by row. */
export async function insertFrameRows(
  db: Reader,
  { survey, import: of }: { readonly survey: string; readonly import: string },
  rows: readonly FrameRow[],
): Promise<readonly number[]> {
  const { rows: twice } = await db.execute<{ nth: number }>(sql`
    with one as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one(nth int, unit text, "group" text, stratum text, number text, hash text)),
    known as (select one.nth from one join survey_case c
      on c.survey = ${survey}::uuid and c.number_hash = decode(one.hash, 'base64') and c.state <> 'read'),
    kept as (insert into survey_case (id, survey, import, nth, unit, grp, stratum, sealed_number, number_hash)
      select gen_random_uuid(), ${survey}::uuid, ${of}::uuid, nth, unit, "group", stratum,
        decode(number, 'base64'), decode(hash, 'base64')
      from one where nth not in (select nth from known) returning 1)
    select nth from known`)
  return twice.map(row => row.nth)
}

/** Takes the rows of an import into the frame, numbered after those that are there; rows whose number came in meanwhile are left out. Returns how many were taken. */
export async function keepFrameRows(tx: Transaction, survey: string, of: string): Promise<number> {
  await tx.execute(sql`delete from survey_case mine using survey_case theirs
    where mine.import = ${of}::uuid and mine.state = 'read' and theirs.survey = mine.survey
      and theirs.number_hash = mine.number_hash and theirs.state <> 'read'`)
  const { rows } = await tx.execute<{ count: number }>(sql`
    with last as (select coalesce(max(nth), 0) as nth from survey_case where survey = ${survey}::uuid and state <> 'read'),
    numbered as (select id, row_number() over (order by nth, id) as place from survey_case where import = ${of}::uuid and state = 'read'),
    kept as (update survey_case c set state = 'listed', nth = last.nth + numbered.place
      from numbered, last where c.id = numbered.id returning 1)
    select count(*)::int as count from kept`)
  return rows[0]!.count
}

/** Drops the rows of an import. */
export async function dropFrameRows(db: Reader, of: string): Promise<void> {
  await db.delete(surveyCase).where(and(eq(surveyCase.import, of), eq(surveyCase.state, 'read')))
}

/** What the frame holds of a unit and group. */
export interface CaseCount extends Record<string, unknown> {
  readonly unit: string
  readonly group: string
  readonly frame: number
  readonly strata: number
  readonly sampled: number
  readonly reserve: number
}

/** Counts the frame and the sample by unit and group. */
export const countCases = rememberRead(
  ['survey_case'],
  4,
  async (db: Reader, survey: string): Promise<readonly CaseCount[]> => {
    const { rows } = await db.execute<CaseCount>(sql`
      select unit, "group", sum(frame)::int as frame, count(*)::int as strata,
        sum(sampled)::int as sampled, sum(frame - sampled)::int as reserve
      from (select unit, grp as "group", count(*) as frame, count(lot) as sampled from survey_case
        where survey = ${survey}::uuid and state <> 'read' group by unit, grp, stratum) as counted
      group by 1, 2 order by 1, 2`)
    return rows
  },
)

/** Counts the frame by stratum. */
export async function countStrata(db: Reader, survey: string) {
  const { rows } = await db.execute<{ unit: string; group: string; stratum: string; frame: number }>(sql`
    select unit, grp as "group", stratum, count(*)::int as frame
    from survey_case where survey = ${survey}::uuid and state <> 'read' group by 1, 2, 3 order by 1, 2, 3`)
  return rows
}

/** A page of the frozen list: the text of its lines, and of those that were drawn with their lots. */
export interface FramePage extends Record<string, unknown> {
  readonly lines: string
  readonly drawn: string
}

const PAGE = 20_000

/** A line of the frozen list: `0000001<tab>unit<tab>group<tab>stratum`. */
const LINE = sql`lpad(nth::text, 7, '0') || chr(9) || unit || chr(9) || grp || chr(9) || stratum`

/** Yields the frozen list in pages, in its order. Its text is written by the database: with a large frame that takes a fifth of the time. */
export async function* framePages(db: Reader, survey: string): AsyncGenerator<FramePage> {
  for (let after = 0; ;) {
    const { rows } = await db.execute<FramePage & { last: number | null }>(sql`
      select coalesce(string_agg(line || chr(10), '' order by nth), '') as lines,
        coalesce(string_agg(rtrim(line, chr(9)) || chr(9) || '第' || lot || chr(10), '' order by nth) filter (where lot is not null), '') as drawn,
        max(nth) as last
      from (select nth, lot, ${LINE} as line from survey_case
        where survey = ${survey}::uuid and state <> 'read' and nth > ${after} order by nth limit ${PAGE}) as listed`)
    const { last, ...page } = rows[0]!
    if (last === null) return
    yield page
    after = last
  }
}

/** The hash that decides the place of a line: SHA-256 of `指纹:种子:编号`. */
const lotHash = (fingerprint: string, seed: string) =>
  sql`sha256(convert_to(${`${fingerprint}:${seed}:`} || lpad(nth::text, 7, '0'), 'UTF8'))`

/** Draws the sample: of each stratum so many in the order of their hashes; `lot` numbers them within unit and group. Returns how many were drawn. */
export async function drawCases(
  tx: Transaction,
  survey: string,
  { fingerprint, seed }: { readonly fingerprint: string; readonly seed: string },
  takes: readonly {
    readonly unit: string
    readonly group: string
    readonly stratum: string
    readonly take: number
  }[],
): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    with takes as (select * from jsonb_to_recordset(${JSON.stringify(takes)}::jsonb)
      as one(unit text, "group" text, stratum text, take int)),
    hashed as (select id, c.unit, grp, take, ${lotHash(fingerprint, seed)} as hash, nth, c.stratum
      from survey_case c join takes on takes.unit = c.unit and takes."group" = c.grp and takes.stratum = c.stratum
      where survey = ${survey}::uuid and state = 'listed'),
    ranked as (select *, row_number() over (partition by unit, grp, stratum order by hash, nth) as place from hashed),
    drawn as (select id, row_number() over (partition by unit, grp order by hash, nth) as lot from ranked where place <= take),
    done as (update survey_case c set lot = drawn.lot, state = 'waiting' from drawn where c.id = drawn.id returning 1)
    select count(*)::int as count from done`)
  return rows[0]!.count
}

/** Releases reserve numbers of a unit and group in the order of their hashes. Returns how many there were. */
export async function releaseCases(
  tx: Transaction,
  survey: string,
  { fingerprint, seed }: { readonly fingerprint: string; readonly seed: string },
  { unit, group, take }: { readonly unit: string; readonly group: string; readonly take: number },
): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    with last as (select coalesce(max(lot), 0) as lot from survey_case
      where survey = ${survey}::uuid and unit = ${unit} and grp = ${group}),
    chosen as (select id, row_number() over (order by ${lotHash(fingerprint, seed)}, nth) as place from survey_case
      where survey = ${survey}::uuid and unit = ${unit} and grp = ${group} and state = 'listed'),
    done as (update survey_case c set lot = last.lot + chosen.place, state = 'waiting'
      from chosen, last where c.id = chosen.id and chosen.place <= ${take} returning 1)
    select count(*)::int as count from done`)
  return rows[0]!.count
}

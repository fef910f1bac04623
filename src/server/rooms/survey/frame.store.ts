import { sql } from 'drizzle-orm'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { countStates } from './cases.store.ts'
import { cellOf } from './cell.ts'
import { listImports } from './imports.store.ts'
import type { SurveyRow } from './survey.store.ts'
import type { FrameStratum } from './survey.tables.ts'

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

/** Stores rows of an import, given as JSON of `FrameRow`s, numbered after `after`; they are in the frame once it is kept. Those whose number is there already are left out and returned by row. */
export async function insertFrameRows(
  db: Reader,
  { survey, import: of }: { readonly survey: string; readonly import: string },
  rows: string,
  after: number,
): Promise<readonly Omit<FrameRow, 'number' | 'hash'>[]> {
  const { rows: twice } = await db.execute<Omit<FrameRow, 'number' | 'hash'> & Record<string, unknown>>(sql`
    with one as (select * from jsonb_to_recordset(${rows}::jsonb)
      as one(nth int, unit text, "group" text, stratum text, number text, hash text)),
    known as (select one.nth, one.unit, one."group", one.stratum from one join survey_case c
      on c.survey = ${survey}::uuid and c.number_hash = decode(one.hash, 'base64')),
    kept as (insert into survey_case (id, survey, import, nth, unit, grp, stratum, sealed_number, number_hash)
      select gen_random_uuid(), ${survey}::uuid, ${of}::uuid, ${after}::int + row_number() over (order by nth),
        unit, "group", stratum, decode(number, 'base64'), decode(hash, 'base64')
      from one where nth not in (select nth from known) returning 1)
    select * from known`)
  return twice
}

/** What the frame holds of a unit and group. */
interface CaseCount {
  readonly unit: string
  readonly group: string
  readonly frame: number
  readonly strata: number
  readonly sampled: number
  readonly reserve: number
}

/** Counts the frame and the sample by unit and group. */
export async function countCases(
  db: Reader,
  { id, drawnAt }: Pick<SurveyRow, 'id' | 'drawnAt'>,
): Promise<readonly CaseCount[]> {
  const states = drawnAt === null ? [] : await countStates(db, id)
  const sampled = new Map(states.map(one => [cellOf(one), one.cases]))
  return [...Map.groupBy(await countStrata(db, id), cellOf)].map(([cell, own]) => {
    const frame = own.reduce((sum, one) => sum + one.frame, 0)
    const drawn = sampled.get(cell) ?? 0
    const { unit, group } = own[0]!
    return { unit, group, frame, strata: own.length, sampled: drawn, reserve: frame - drawn }
  })
}

/** Counts the frame by stratum, from what each import that was kept says of itself. */
export async function countStrata(db: Reader, survey: string): Promise<readonly FrameStratum[]> {
  const strata = (await listImports(db, survey, 'frame')).flatMap(one =>
    one.state === 'kept' ? one.strata : [],
  )
  const nameOf = (one: FrameStratum) => `${cellOf(one)}\t${one.stratum}`
  return [...Map.groupBy(strata, nameOf)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => ({ ...own[0]!, frame: own.reduce((sum, one) => sum + one.frame, 0) }))
}

/** A page of the frozen list: the text of its lines, and of those that were drawn with their lots. */
interface FramePage extends Record<string, unknown> {
  readonly lines: string
  readonly drawn: string
}

const PAGE = 20_000

/** A line of the frozen list: `0000001<tab>unit<tab>group<tab>stratum`. */
const LINE = sql`lpad(nth::text, 7, '0') || chr(9) || unit || chr(9) || grp || chr(9) || stratum`

/** Yields the frozen list in pages, in its order. Its text is written by the database: with a large frame that takes a fifth of the time. */
export async function* framePages(db: Reader, survey: string): AsyncGenerator<FramePage> {
  for (let after = 0; ; after += PAGE) {
    const { rows } = await db.execute<FramePage & { last: number | null }>(sql`
      select coalesce(string_agg(line || chr(10), '' order by nth), '') as lines,
        coalesce(string_agg(rtrim(line, chr(9)) || chr(9) || '第' || lot || chr(10), '' order by nth) filter (where lot is not null), '') as drawn,
        max(nth) as last
      from (select nth, lot, ${LINE} as line from survey_case
        where survey = ${survey}::uuid and nth > ${after} and nth <= ${after + PAGE}) as listed`)
    const { last, ...page } = rows[0]!
    if (last === null) return
    yield page
  }
}

/** The hash that decides the place of a line: SHA-256 of `指纹:种子:编号`. */
const lotHash = (fingerprint: string, seed: string) =>
  sql`sha256(convert_to(${`${fingerprint}:${seed}:`} || lpad(nth::text, 7, '0'), 'UTF8'))`

/** How many are drawn of a stratum. */
export interface StratumTake {
  readonly unit: string
  readonly group: string
  readonly stratum: string
  readonly take: number
}

/** Draws the sample of some units that have none yet: of each stratum so many in the order of their hashes; `lot` numbers them within unit and group. */
export async function drawCases(
  db: Reader,
  survey: string,
  { fingerprint, seed }: { readonly fingerprint: string; readonly seed: string },
  takes: readonly StratumTake[],
): Promise<void> {
  const units = [...new Set(takes.map(({ unit }) => unit))]
  await db.execute(sql`
    with takes as (select * from jsonb_to_recordset(${JSON.stringify(takes)}::jsonb)
      as one(unit text, "group" text, stratum text, take int)),
    mine as (select id, nth, unit, grp, stratum, lot from survey_case where survey = ${survey}::uuid and ${isOneOf(sql`unit`, units)}),
    done as (select distinct unit from mine where lot is not null),
    hashed as (select id, c.unit, grp, take, ${lotHash(fingerprint, seed)} as hash, nth, c.stratum
      from mine c join takes on takes.unit = c.unit and takes."group" = c.grp and takes.stratum = c.stratum
      where not exists (select from done where done.unit = c.unit)),
    ranked as (select *, row_number() over (partition by unit, grp, stratum order by hash, nth) as place from hashed),
    drawn as (select id, row_number() over (partition by unit, grp order by hash, nth) as lot from ranked where place <= take)
    update survey_case c set lot = drawn.lot, state = 'waiting' from drawn where c.id = drawn.id`)
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

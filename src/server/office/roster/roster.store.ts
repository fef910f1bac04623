import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Holder, Roster, Unit } from '../../../domain/year/roster/roster.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rowsAsOf } from '../../platform/database/rowsAsOf.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { holder, rosterUnit } from './roster.tables.ts'

/** Who made a change and when, stored with it. */
export interface Stamp {
  readonly by: string
  readonly at: Date
}

/** Rows of units as one text, by id. */
const UNITS = sql`'[' || string_agg(json_strip_nulls(json_build_object('id', id, 'name', name, 'kind', kind, 'level', level, 'tier', tier,
  'leadUnit', lead_unit, 'cohort', cohort, 'affiliated', affiliated, 'headedByLeader', headed_by_leader, 'opensOn', opens_on,
  'closesOn', closes_on, 'succeeds', succeeds))::text, ',' order by id collate "C") || ']'`

/** Reads a year's roster (名册) in the domain's shape, units by id. Read as two texts: creating an object per row would take longer than the query. */
export function readRoster(db: Database | Transaction, year: number): Promise<Roster> {
  return rosterOf(db, year)
}

const rosterOf = rememberRead(['roster_unit', 'holder'], 3, (db: Database | Transaction, year: number) =>
  readRosterAsOf(db, year, undefined),
)

/** Reads the roster as it stood just before an instant. */
export async function readRosterAsOf(
  db: Database | Transaction,
  year: number,
  before: string | undefined,
): Promise<Roster> {
  const { rows } = await db.execute<Record<'units' | 'holders', string | null>>(sql`select
    (select ${UNITS} from ${rowsAsOf('roster_unit', before)} where year = ${year}) as units,
    (select '[' || string_agg(json_strip_nulls(json_build_object('unit', unit, 'person', person, 'name', name, 'post', post, 'rank', rank,
      'from', from_day, 'to', to_day))::text, ',' order by unit collate "C", post collate "C", rank, from_day nulls first, id) || ']'
      from ${rowsAsOf('holder', before)} where year = ${year}) as holders`)
  const { units, holders } = rows[0]!
  return { units: parsed<Unit>(units), holders: parsed<Holder>(holders) }
}

/** Reads a unit and its lead unit: all of the roster needed to check one unit's facts. */
export async function rosterAbout(db: Database | Transaction, year: number, unit: string): Promise<Roster> {
  const { rows } = await db.execute<{ units: string | null }>(sql`select ${UNITS} as units from roster_unit
    where year = ${year} and (id = ${unit} or id = (select lead_unit from roster_unit where year = ${year} and id = ${unit}))`)
  return { units: parsed<Unit>(rows[0]!.units), holders: [] }
}

/** Reads the names of a unit's holders in any year's roster. */
export async function personNames(
  db: Database,
  unit: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (persons.length === 0) return new Map()
  const found = await db
    .selectDistinct({ person: holder.person, name: holder.name })
    .from(holder)
    .where(and(eq(holder.unit, unit), inArray(holder.person, [...persons])))
  return new Map(found.map(({ person, name }) => [person, name]))
}

/** Writes units: inserts new ones and replaces those of the same id, incrementing their revision. All checks come before. */
export async function putUnits(
  tx: Transaction,
  year: number,
  units: readonly Unit[],
  { by, at }: Stamp,
): Promise<void> {
  for (const chunk of chunks(units)) {
    await tx.execute(sql`insert into roster_unit as was (year, id, name, kind, level, tier, lead_unit, cohort, affiliated, headed_by_leader,
        opens_on, closes_on, succeeds, changed_by, changed_at)
      select ${year}::int, u.id, u.name, u.kind, u.level, u.tier, u."leadUnit", u.cohort, u.affiliated, u."headedByLeader",
        u."opensOn", u."closesOn", u.succeeds, ${by}::text, ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as u(id text, name text, kind text, level text, tier text, "leadUnit" text,
        cohort text, affiliated boolean, "headedByLeader" boolean, "opensOn" text, "closesOn" text, succeeds text[])
      on conflict (year, id) do update set name = excluded.name, kind = excluded.kind, level = excluded.level, tier = excluded.tier,
        lead_unit = excluded.lead_unit, cohort = excluded.cohort, affiliated = excluded.affiliated,
        headed_by_leader = excluded.headed_by_leader, opens_on = excluded.opens_on, closes_on = excluded.closes_on,
        succeeds = excluded.succeeds, changed_by = excluded.changed_by, changed_at = excluded.changed_at, revision = was.revision + 1`)
  }
}

/** Inserts terms. */
export async function addHolders(tx: Transaction, year: number, holders: readonly Holder[]): Promise<void> {
  for (const chunk of chunks(holders)) {
    await tx.execute(sql`insert into holder (id, year, unit, person, name, post, rank, from_day, to_day)
      select gen_random_uuid(), ${year}::int, h.unit, h.person, h.name, h.post, h.rank, h.from, h.to
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as h(unit text, person text, name text, post text, rank int,
        "from" text, "to" text)`)
  }
}

/** Removes units with their holders. */
export async function removeUnits(tx: Transaction, year: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await dropHolders(tx, year, ids)
  await tx.execute(sql`delete from roster_unit where year = ${year} and ${isOneOf(rosterUnit.id, ids)}`)
}

/** Deletes the terms of these units. */
export async function dropHolders(tx: Transaction, year: number, units: readonly string[]): Promise<void> {
  if (units.length === 0) return
  await tx.execute(sql`delete from holder where year = ${year} and ${isOneOf(holder.unit, units)}`)
}

/** Marks units as changed when only their holders changed. */
export async function markUnits(
  tx: Transaction,
  year: number,
  units: readonly string[],
  { by, at }: Stamp,
): Promise<void> {
  if (units.length === 0) return
  await tx.execute(sql`update roster_unit set revision = revision + 1, changed_by = ${by}, changed_at = ${at.toISOString()}::timestamptz
    where year = ${year} and ${isOneOf(rosterUnit.id, units)}`)
}

const CHUNK = 5000

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += CHUNK) yield items.slice(at, at + CHUNK)
}

function parsed<T>(text: string | null): readonly T[] {
  return text === null ? [] : (JSON.parse(text) as T[])
}

import { type SQL, sql } from 'drizzle-orm'
import type { CycleFacts } from '../../../domain/year/facts/facts.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import type { FactKind } from '../../year/year.tables.ts'

/** The record of a fact: its id, who entered it, when, and from which source. */
export interface FactRecord extends Record<string, unknown> {
  readonly place: number
  readonly id: string
  readonly author: string
  readonly at: string
  readonly source: string
  readonly revision: number
  readonly origin: string | null
}

const indexes = new WeakMap<readonly object[], ReadonlyMap<object, number>>()

/** Returns the database number of a fact by object identity: the engine passes on the same objects that it was given. */
export function placeOf<K extends FactKind>(
  { inputs }: ScoredYear,
  kind: K,
  fact: CycleFacts[K][number],
): number | undefined {
  const list = inputs.facts[kind] as readonly object[]
  let index = indexes.get(list)
  if (index === undefined)
    indexes.set(list, (index = new Map(list.map((one, at) => [one, inputs.places[kind][at]!]))))
  return index.get(fact)
}

/** Reads the records of facts by number. Withdrawn facts are searched only for numbers not found among those in force, which an index covers. */
export async function readRecords(
  db: Database,
  year: number,
  places: readonly number[],
): Promise<ReadonlyMap<number, FactRecord>> {
  const found = new Map(
    (await select(db, year, places, sql`and withdrawn_at is null`)).map(row => [row.place, row]),
  )
  const missing = places.filter(place => !found.has(place))
  for (const row of await select(db, year, missing, sql``)) found.set(row.place, row)
  return found
}

async function select(
  db: Database,
  year: number,
  places: readonly number[],
  where: SQL,
): Promise<readonly FactRecord[]> {
  if (places.length === 0) return []
  const { rows } = await db.execute<FactRecord>(sql`
    select place::float8 as place, id, author, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, source,
      revision::float8 as revision, origin
    from fact where year = ${year} and ${isOneOf(sql`place`, places, 'bigint')}
      ${where}`)
  return rows
}

import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { SealRow } from '../lifecycle.store.ts'

/** The trail root at sealing: the hash of the line that records the seal, which covers it and all before; with its number and time. */
interface SealRoot {
  readonly seq: number
  readonly hash: string
}

const known = new WeakMap<Database, Map<string, SealRoot>>()

/** Returns the trail root at sealing; lines of the trail never change, so it is read once. */
export async function sealRoot(
  db: Database,
  { year, number, at, hashes: { results } }: Pick<SealRow, 'year' | 'number' | 'at' | 'hashes'>,
): Promise<SealRoot> {
  const roots = known.get(db) ?? new Map<string, SealRoot>()
  known.set(db, roots)
  const key = `${year} ${number} ${at} ${results}`
  const before = roots.get(key)
  if (before !== undefined) return before
  const { rows } = await db.execute<{
    seq: number
    hash: string
  }>(sql`select seq::float8 as seq, hash from trail
    where kind = 'resultsSealed' and year = ${year} and values ->> 'number' = ${String(number)} and values ->> 'results' = ${results} order by seq desc limit 1`)
  if (rows[0] === undefined) throw new Error('a seal without its line in the trail')
  roots.set(key, rows[0])
  return rows[0]
}

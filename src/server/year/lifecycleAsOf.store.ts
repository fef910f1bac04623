import { eq, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/openDatabase.ts'
import { heldBefore } from '../platform/database/rowsAsOf.ts'
import { readCycle, type SealRow, type StoredCycle } from './lifecycle.store.ts'
import { correction } from './lifecycle.tables.ts'

/** Reads the instant from which a year's past is kept; undefined for a year that was not opened. */
export async function keptSince(db: Database, year: number): Promise<string | undefined> {
  const { rows } = await db.execute<{ since: string | null }>(
    sql`select min(since)::text as since from validity where part = 'cycle' and year = ${year}`,
  )
  const since = rows[0]?.since
  return since == null ? undefined : new Date(since).toISOString()
}

/** Reads the state of a year as it stood just before an instant; undefined where it is not kept. The revision is that of now. */
export async function readCycleAsOf(
  db: Database,
  year: number,
  before: string,
): Promise<StoredCycle | undefined> {
  const { rows } = await db.execute<{ body: StateThen }>(
    sql`select body from validity where part = 'cycle' and year = ${year} and ${heldBefore(before)}`,
  )
  const [then, now] = [rows[0]?.body, await readCycle(db, year)]
  if (then === undefined || now === undefined) return undefined
  const isBefore = (at: string | null): boolean => at !== null && new Date(at) < new Date(before)
  const seals = sealsThen(now.seals, isBefore)
  const corrections = await db.select().from(correction).where(eq(correction.year, year))
  const open = corrections.find(one => isBefore(one.at) && !isBefore(one.closedAt))
  const made = corrections.find(one => one.id === seals.at(-1)?.correction)
  return {
    row: {
      ...now.row,
      phase: then.phase,
      schemeVersion: then.scheme_version,
      sealed: then.sealed,
      releasedAt: then.released_at,
      releasedSeal: then.released_seal,
    },
    seals,
    correction: open === undefined ? made : { ...open, closedAt: null },
  }
}

interface StateThen extends Record<string, unknown> {
  readonly phase: string
  readonly scheme_version: string | null
  readonly sealed: boolean
  readonly released_at: string | null
  readonly released_seal: number | null
}

/** The seals made until then; one that was superseded later was approved, or waited, before. */
function sealsThen(seals: readonly SealRow[], isBefore: (at: string | null) => boolean): readonly SealRow[] {
  const made = seals.filter(({ at }) => isBefore(at))
  const approved = made.findLast(one => isBefore(one.judgedAt) && one.state !== 'returned')
  return made.map(one => {
    if (one === approved) return { ...one, state: 'approved' }
    if (isBefore(one.judgedAt) && one.state === 'returned') return one
    return { ...one, state: one === made.at(-1) ? 'sealed' : 'superseded' }
  })
}

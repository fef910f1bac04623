import { sql } from 'drizzle-orm'
import type { LedgerCount } from '../../../domain/year/facts/facts.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { fact } from '../../year/year.tables.ts'

/** The source of facts written by routine management (日常管理). */
export const ROUTINE = '日常管理'

/** A recorded grade of a unit, and whether this room wrote it. */
export interface StoredGrading {
  readonly place: number
  readonly unit: string
  readonly component: string
  readonly grade: string
  readonly reason?: string
}

/** A recorded ledger count. */
interface StoredCount extends LedgerCount {
  readonly place: number
  readonly source: string
}

/** Reads the grades recorded in a year; `units` limits them. */
export async function readGradings(
  db: Database | Transaction,
  year: number,
): Promise<readonly StoredGrading[]> {
  const { rows } = await db.execute<StoredGrading & Record<string, unknown>>(sql`
    select place::float8 as place, unit, body ->> 'component' as component, body ->> 'grade' as grade, body ->> 'reason' as reason
    from fact where year = ${year} and kind = 'gradings' and withdrawn_at is null`)
  return rows
}

/** Reads the ledger counts in force for these counters, of the given units or all. */
export async function readCounts(
  db: Database | Transaction,
  year: number,
  counters: readonly string[],
  units?: readonly string[],
): Promise<readonly StoredCount[]> {
  const among = units === undefined ? sql`` : sql`and ${isOneOf(fact.unit, units)}`
  const { rows } = await db.execute<StoredCount & Record<string, unknown>>(sql`
    select place::float8 as place, source, unit, body ->> 'counter' as counter, body ->> 'period' as period, (body ->> 'count')::int as count
    from fact where year = ${year} and kind = 'ledger' and withdrawn_at is null and ${isOneOf(sql`body ->> 'counter'`, counters)} ${among}`)
  return rows
}

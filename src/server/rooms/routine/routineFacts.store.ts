import { sql } from 'drizzle-orm'
import type { LedgerCount } from '../../../domain/year/facts/facts.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { type FactOrigin, insertFacts } from '../../year/facts.store.ts'
import type { FactBody, FactKind } from '../../year/year.tables.ts'

/** 日常管理写成的事实的来源. */
export const ROUTINE = '日常管理'

/** 已录的等次, by unit, and whether this room wrote it. */
export interface StoredGrading {
  readonly place: number
  readonly unit: string
  readonly component: string
  readonly grade: string
  readonly reason?: string
}

/** 已录的台账计数. */
export interface StoredCount extends LedgerCount {
  readonly place: number
  readonly source: string
}

/** 写入一类事实; their places in the order given. The year is locked by `bumpCycle`. */
export async function placeFacts<K extends FactKind>(
  tx: Transaction,
  year: number,
  kind: K,
  bodies: readonly FactBody<K>[],
  origin: Omit<FactOrigin, 'source'>,
): Promise<readonly number[]> {
  if (bodies.length === 0) return []
  const before = await lastPlace(tx)
  await insertFacts(tx, year, { [kind]: bodies }, { ...origin, source: ROUTINE })
  const { rows } = await tx.execute<{ place: number }>(
    sql`select place::float8 as place from fact where year = ${year} and kind = ${kind} and place > ${before} order by place`,
  )
  return rows.map(row => row.place)
}

/** 某年已录的等次; `units` narrows it. */
export async function readGradings(
  db: Database | Transaction,
  year: number,
): Promise<readonly StoredGrading[]> {
  const { rows } = await db.execute<StoredGrading & Record<string, unknown>>(sql`
    select place::float8 as place, unit, body ->> 'component' as component, body ->> 'grade' as grade, body ->> 'reason' as reason
    from fact where year = ${year} and kind = 'gradings' and withdrawn_at is null`)
  return rows
}

/** 这些计数项已录的台账计数 in force, of the units given or of all. */
export async function readCounts(
  db: Database | Transaction,
  year: number,
  counters: readonly string[],
  units?: readonly string[],
): Promise<readonly StoredCount[]> {
  const among = units === undefined ? sql`` : sql`and unit in ${listed(units)}`
  const { rows } = await db.execute<StoredCount & Record<string, unknown>>(sql`
    select place::float8 as place, source, unit, body ->> 'counter' as counter, body ->> 'period' as period, (body ->> 'count')::int as count
    from fact where year = ${year} and kind = 'ledger' and withdrawn_at is null and body ->> 'counter' in ${listed(counters)} ${among}`)
  return rows
}

/** 把已有的事实归于日常管理: what the demo year has already, as it is. */
export async function claimFacts(tx: Transaction, places: readonly number[]): Promise<void> {
  await tx.execute(sql`update fact set source = ${ROUTINE}
    where place in (select jsonb_array_elements_text(${JSON.stringify(places)}::jsonb)::bigint)`)
}

function listed(texts: readonly string[]) {
  return sql`(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`
}

async function lastPlace(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ place: number }>(
    sql`select coalesce(max(place), 0)::float8 as place from fact`,
  )
  return rows[0]!.place
}

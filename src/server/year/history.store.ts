import { eq, sql } from 'drizzle-orm'
import type { History, PastEntry } from '../../domain/year/history/history.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { rowsAsOf } from '../platform/database/rowsAsOf.ts'
import { rememberRead } from '../platform/database/writeCounts.ts'
import { pastEntry } from './year.tables.ts'

const WRITE_AT_ONCE = 5_000

/** Reads the results of earlier years, one text per year, entries by unit; with `before` as they stood just before an instant. */
export async function readHistory(
  db: Database | Transaction,
  year: number,
  before?: string,
): Promise<History> {
  return before === undefined ? rememberedHistory(db, year) : historyAsOf(db, year, before)
}

const rememberedHistory = rememberRead(['past_entry'], 3, (db: Database | Transaction, year: number) =>
  historyAsOf(db, year, undefined),
)

async function historyAsOf(
  db: Database | Transaction,
  year: number,
  before: string | undefined,
): Promise<History> {
  const { rows } = await db.execute<{ cycle: number; entries: string }>(sql`
    select cycle, '[' || string_agg(body::text, ',' order by unit collate "C") || ']' as entries
    from ${rowsAsOf('past_entry', before)} where cycle < ${year} group by cycle order by cycle`)
  return { years: rows.map(({ cycle, entries }) => ({ cycle, entries: JSON.parse(entries) as PastEntry[] })) }
}

/** Writes earlier results; an entry of the same year and unit is replaced. */
export async function putHistory(tx: Transaction, history: History, source: string): Promise<void> {
  for (const { cycle, entries } of history.years) {
    for (let at = 0; at < entries.length; at += WRITE_AT_ONCE) {
      await tx.execute(sql`insert into past_entry (cycle, unit, body, source)
        select ${cycle}::int, one ->> 'unit', one, ${source}::text
        from jsonb_array_elements(${JSON.stringify(entries.slice(at, at + WRITE_AT_ONCE))}::jsonb) as one
        on conflict (cycle, unit) do update set body = excluded.body, source = excluded.source`)
    }
  }
}

/** Replaces all results of these years; former entries are deleted. */
export async function replaceHistory(tx: Transaction, history: History, source: string): Promise<void> {
  for (const { cycle } of history.years) await tx.delete(pastEntry).where(eq(pastEntry.cycle, cycle))
  await putHistory(tx, history, source)
}

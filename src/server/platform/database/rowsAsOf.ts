import { type SQL, sql } from 'drizzle-orm'

/** A table whose past rows are kept with the time in which each held. */
type PastTable = 'roster_unit' | 'holder' | 'past_entry' | 'cycle'

/** Returns the rows of a table, as SQL for a `from`: those of now, or those that held just before an instant. */
export function rowsAsOf(table: PastTable, before: string | undefined): SQL {
  const name = sql.identifier(table)
  if (before === undefined) return sql`${name}`
  return sql`(select held.* from validity, jsonb_populate_record(null::${name}, validity.body) as held
    where validity.part = ${table} and ${heldBefore(before)}) as ${name}`
}

/** Whether a row of `validity` held just before an instant. */
export function heldBefore(before: string): SQL {
  return sql`validity.since < ${before}::timestamptz and (validity.until is null or validity.until >= ${before}::timestamptz)`
}

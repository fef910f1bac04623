import { sql } from 'drizzle-orm'

/** A list of units inside a query. */
export function within(units: readonly string[]) {
  return sql`(select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb))`
}

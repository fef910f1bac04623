import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/**
 * Whether a column holds one of these values, however many: they are one parameter, and PostgreSQL looks
 * each row up among them. A subquery over them instead, on a table without statistics, was walked through
 * for every row: two minutes for the entries that the remedies of 2,000 units cite.
 */
export function isOneOf(
  column: AnyColumn | SQL,
  values: readonly (string | number)[],
  type: 'text' | 'uuid' | 'bigint' = 'text',
): SQL {
  const list = values.map(value => `"${String(value).replaceAll(/[\\"]/g, String.raw`\$&`)}"`)
  return sql`${column} = any (${`{${list.join(',')}}`}::${sql.raw(type)}[])`
}

import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** The audit trail (留痕): append-only; the database refuses anything else. */
export const trail = pgTable('trail', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  kind: text().notNull(),
  year: integer(),
  unit: text(),
  values: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  prev: text().notNull(),
  hash: text().notNull(),
})

/** The head of the audit trail, locked while a line is added. */
export const trailHead = pgTable('trail_head', {
  one: integer().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})

/** Answered write requests, by actor and key, for 30 days. */
export const idempotency = pgTable(
  'idempotency',
  {
    key: text().notNull(),
    actor: text().notNull(),
    fingerprint: text().notNull(),
    answer: jsonb().$type<unknown>(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  table => [primaryKey({ columns: [table.actor, table.key] })],
)

/** System settings. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  revision: integer().notNull().default(1),
})

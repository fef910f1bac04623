import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** Notices of consequences (结果运用): each is served once, on an approved seal, and answered once. */
export const consequenceNotice = pgTable(
  'consequence_notice',
  {
    year: integer().notNull(),
    seal: integer().notNull(),
    unit: text().notNull(),
    rule: text().notNull(),
    name: text().notNull(),
    addressee: text().notNull(),
    servedOn: text('served_on').notNull(),
    text: text().notNull(),
    servedBy: text('served_by').notNull(),
    servedAt: timestamp('served_at', { withTimezone: true, mode: 'string' }).notNull(),
    reply: text(),
    repliedBy: text('replied_by'),
    repliedAt: timestamp('replied_at', { withTimezone: true, mode: 'string' }),
    revision: integer().notNull().default(1),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.rule] })],
)

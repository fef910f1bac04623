import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import type { PastEntry } from '../../domain/year/history/history.ts'

/** The kinds of facts: the lists of CycleFacts. */
export type FactKind = Exclude<keyof CycleFacts, 'cycle'>

/** A fact of one kind. */
export type FactBody<K extends FactKind = FactKind> = CycleFacts[K][number]

/** Facts of years, one per row; the body is in the domain's shape. `revision` is the cycle's when the fact was written or withdrawn. */
export const fact = pgTable('fact', {
  id: uuid().primaryKey(),
  /** the order in which the facts were written. */
  place: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  year: integer().notNull(),
  kind: text().$type<FactKind>().notNull(),
  unit: text(),
  body: jsonb().$type<FactBody>().notNull(),
  source: text().notNull(),
  author: text().notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  revision: bigint({ mode: 'number' }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, mode: 'string' }),
  withdrawnBy: text('withdrawn_by'),
  /** the record of the room that wrote it, e.g. `sheet:<id>`, if there is one to open. */
  origin: text(),
})

/** Entries of earlier results. */
export const pastEntry = pgTable(
  'past_entry',
  {
    cycle: integer().notNull(),
    unit: text().notNull(),
    body: jsonb().$type<PastEntry>().notNull(),
    source: text().notNull(),
  },
  table => [primaryKey({ columns: [table.cycle, table.unit] })],
)

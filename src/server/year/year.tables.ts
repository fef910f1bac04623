import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import type { PastEntry } from '../../domain/year/history/history.ts'

/** 事实种类: the lists of CycleFacts. */
export type FactKind = Exclude<keyof CycleFacts, 'cycle'>

/** 一种事实. */
export type FactBody<K extends FactKind = FactKind> = CycleFacts[K][number]

/** 某年的事实, one a row; body in the domain's shape. `revision` is the cycle's at the time it was written or withdrawn. */
export const fact = pgTable('fact', {
  id: uuid().primaryKey(),
  /** in the order in which they were written. */
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
  /** the record of the room that wrote it, e.g. `sheet:<id>`, where there is one to look at. */
  origin: text(),
})

/** 历年结果一条. */
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

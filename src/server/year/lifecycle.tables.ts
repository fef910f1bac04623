import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ResultsFile } from '../../contract/results/resultsSchema.ts'
import type { Phase } from '../../domain/year/lifecycle/phases.ts'

/** Phase moves. */
export const phaseMove = pgTable('phase_move', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  year: integer().notNull(),
  from: text('from_phase').$type<Phase>(),
  to: text('to_phase').$type<Phase>().notNull(),
  reason: text().notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  by: text('by_name').notNull(),
})

/** Seals (封存): what was sealed never changes; only the judgement is added. */
export const seal = pgTable(
  'seal',
  {
    year: integer().notNull(),
    number: integer().notNull(),
    state: text().$type<'sealed' | 'returned' | 'approved' | 'superseded'>().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    byId: text('by_id').notNull(),
    by: text('by_name').notNull(),
    revision: bigint({ mode: 'number' }).notNull(),
    schemeVersion: uuid('scheme_version').notNull(),
    units: integer().notNull(),
    hashes: jsonb().$type<ResultsFile['hashes']>().notNull(),
    engine: text().notNull(),
    note: text().notNull(),
    correction: uuid(),
    judgedAt: timestamp('judged_at', { withTimezone: true, mode: 'string' }),
    judgedBy: text('judged_by'),
    /** the opinion on approval or the reason for return. */
    opinion: text().notNull().default(''),
  },
  table => [primaryKey({ columns: [table.year, table.number] })],
)

/** Corrections; open while `closedAt` is empty. `revision` is the year's when the correction was opened. */
export const correction = pgTable('correction', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  seal: integer().notNull(),
  phase: text().$type<Phase>().notNull(),
  reason: text().notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  revision: bigint({ mode: 'number' }).notNull(),
  closedAt: timestamp('closed_at', { withTimezone: true, mode: 'string' }),
})

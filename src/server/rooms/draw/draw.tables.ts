import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DrawLine } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawnLine } from '../../../domain/campaign/draw/drawRecord.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { SeedKind, SeedPart } from '../../../domain/campaign/draw/drawSeed.ts'

/** Versions of the draw lists (抽签名单). The database allows a version to be frozen once and rejects any other change. */
export const drawList = pgTable(
  'draw_list',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    purpose: text().$type<DrawPurpose>().notNull(),
    version: integer().notNull(),
    lines: jsonb().$type<readonly DrawLine[]>().notNull(),
    count: integer().notNull(),
    fingerprint: text().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, mode: 'string' }).notNull(),
    frozenBy: text('frozen_by'),
    frozenAt: timestamp('frozen_at', { withTimezone: true, mode: 'string' }),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.purpose, table.version] })],
)

/** How many to draw for each purpose. */
export type Takes = Readonly<Partial<Record<DrawPurpose, number>>>

/** The state of a draw: waiting for its seed, held, or abandoned before it had one. */
type DrawState = 'prepared' | 'drawn' | 'abandoned'

/** Draw sessions: the units and lists drawn together, and the one seed they share. */
export const drawSession = pgTable('draw_session', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  quarter: integer().notNull(),
  round: text(),
  state: text().$type<DrawState>().notNull(),
  takes: jsonb().$type<Takes>().notNull(),
  units: integer().notNull(),
  /** one hash over all lists and numbers of the session. */
  digest: text().notNull(),
  reason: text(),
  preparedBy: text('prepared_by').notNull(),
  preparedAccount: text('prepared_account'),
  preparedAt: timestamp('prepared_at', { withTimezone: true, mode: 'string' }).notNull(),
  seedKind: text('seed_kind').$type<SeedKind>(),
  seedParts: jsonb('seed_parts').$type<readonly SeedPart[]>(),
  seed: text(),
  endedBy: text('ended_by'),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  endReason: text('end_reason'),
})

/** Draws, one row for each unit and purpose of a session. */
export const draw = pgTable('draw', {
  id: uuid().primaryKey(),
  session: uuid().notNull(),
  year: integer().notNull(),
  quarter: integer().notNull(),
  unit: text().notNull(),
  purpose: text().$type<DrawPurpose>().notNull(),
  listVersion: integer('list_version').notNull(),
  fingerprint: text().notNull(),
  take: integer().notNull(),
  number: integer().notNull(),
  reason: text(),
  state: text().$type<DrawState>().notNull(),
  result: jsonb().$type<readonly DrawnLine[]>(),
})

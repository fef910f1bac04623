import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DrawLine } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawnLine } from '../../../domain/campaign/draw/drawRecord.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { SeedKind, SeedPart } from '../../../domain/campaign/draw/drawSeed.ts'

/** 抽签名单: one version; the database lets it be frozen once and changes nothing else. */
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

/** 抽取数, of each purpose that is drawn for. */
export type Takes = Readonly<Partial<Record<DrawPurpose, number>>>

/** 抽签的状态: waiting for its seed, held, or given up before there was one. */
export type DrawState = 'prepared' | 'drawn' | 'abandoned'

/** 一场抽签: the units and lists of one act, and the one seed that they share. */
export const drawSession = pgTable('draw_session', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  quarter: integer().notNull(),
  round: text(),
  state: text().$type<DrawState>().notNull(),
  takes: jsonb().$type<Takes>().notNull(),
  units: integer().notNull(),
  /** 总指纹: one hash over all the lists and numbers. */
  digest: text().notNull(),
  reason: text(),
  preparedBy: text('prepared_by').notNull(),
  preparedAt: timestamp('prepared_at', { withTimezone: true, mode: 'string' }).notNull(),
  seedKind: text('seed_kind').$type<SeedKind>(),
  seedParts: jsonb('seed_parts').$type<readonly SeedPart[]>(),
  seed: text(),
  endedBy: text('ended_by'),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  endReason: text('end_reason'),
})

/** 一个单位的抽签. */
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

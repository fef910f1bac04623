import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { IntakeChoice, IntakePlan } from '../../../contract/intake/intakeRoutes.ts'
import type { IntakeState } from '../../../contract/intake/intakeStates.ts'
import type { IntakeReading, PartKind } from './worker/intakeReading.ts'

/** Imports. `interrupted` is derived from `beatAt`, never stored. */
export const intake = pgTable('intake', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  file: text().notNull(),
  bytes: integer().notNull(),
  hash: text().notNull(),
  state: text().$type<Exclude<IntakeState, 'interrupted'>>().notNull(),
  medium: text().$type<'workbook' | 'text'>(),
  done: integer().notNull().default(0),
  total: integer(),
  beatAt: timestamp('beat_at', { withTimezone: true, mode: 'string' }).notNull(),
  reading: jsonb().$type<IntakeReading>(),
  fault: text(),
  choice: jsonb().$type<IntakeChoice>(),
  plan: jsonb().$type<IntakePlan>(),
  planRevision: bigint('plan_revision', { mode: 'number' }),
  written: jsonb().$type<readonly string[]>(),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: timestamp('uploaded_at', { withTimezone: true, mode: 'string' }).notNull(),
  settledBy: text('settled_by'),
  settledAt: timestamp('settled_at', { withTimezone: true, mode: 'string' }),
})

/** Accepted rows, in parts. */
export const intakePart = pgTable(
  'intake_part',
  {
    intake: uuid().notNull(),
    kind: text().$type<PartKind | 'work'>().notNull(),
    nth: integer().notNull(),
    count: integer().notNull(),
    bodies: text().notNull(),
    places: text().notNull(),
  },
  table => [primaryKey({ columns: [table.intake, table.kind, table.nth] })],
)

/** Refused rows. */
export const intakeRefusal = pgTable(
  'intake_refusal',
  {
    intake: uuid().notNull(),
    stage: text().$type<'reading' | 'planning'>().notNull(),
    nth: integer().notNull(),
    sheet: text().notNull(),
    row: integer(),
    column: text('column_name'),
    cell: text(),
    place: text().notNull(),
    reason: text().notNull(),
  },
  table => [primaryKey({ columns: [table.intake, table.stage, table.nth] })],
)

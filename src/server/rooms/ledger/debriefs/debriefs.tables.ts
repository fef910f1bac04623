import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DebriefPart, DebriefPost } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'

/** Those who hold a dual debrief (双述双评), with each debrief. */
export const dualDebrief = pgTable('dual_debrief', {
  id: uuid().primaryKey(),
  place: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  year: integer().notNull(),
  unit: text().notNull(),
  name: text().notNull(),
  post: text().$type<DebriefPost>().notNull(),
  branch: text().notNull(),
  superior: jsonb().$type<DebriefPart>().notNull().default({}),
  members: jsonb().$type<DebriefPart>().notNull().default({}),
  together: jsonb().$type<DebriefPart>().notNull().default({}),
  guidance: text().notNull().default(''),
  guidedBy: text('guided_by'),
  guidedOn: text('guided_on'),
  withdrawnReason: text('withdrawn_reason'),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
})

import { bigint, integer, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The state of a background job. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired'

/** Background jobs. */
export const job = pgTable('job', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  name: text().notNull(),
  year: integer(),
  owner: text().notNull(),
  state: text().$type<JobState>().notNull(),
  stage: text().notNull(),
  progress: real().notNull().default(0),
  fileName: text('file_name'),
  fileType: text('file_type'),
  fileBytes: bigint('file_bytes', { mode: 'number' }),
  fault: text(),
  startedAt: timestamp('started_at', { withTimezone: true, mode: 'string' }).notNull(),
  /** when the process working on it last reported it alive. */
  seenAt: timestamp('seen_at', { withTimezone: true, mode: 'string' }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'string' }),
})

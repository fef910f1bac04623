import { integer, json, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { SchemeFile } from '../../../contract/scheme/schemeSchema.ts'

/** Scheme versions: `document` is the scheme in file shape (points as decimals); `hash` covers its canonical text. A promulgated version never changes. */
export const schemeVersion = pgTable('scheme_version', {
  id: uuid().primaryKey(),
  scheme: text().notNull(),
  number: integer().notNull(),
  name: text().notNull(),
  cycle: integer().notNull(),
  state: text().$type<'draft' | 'promulgated'>().notNull(),
  document: json().$type<SchemeFile>().notNull(),
  hash: text().notNull(),
  basedOn: uuid('based_on'),
  revision: integer().notNull().default(1),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
  promulgatedBy: text('promulgated_by'),
  promulgatedAt: timestamp('promulgated_at', { withTimezone: true, mode: 'string' }),
})

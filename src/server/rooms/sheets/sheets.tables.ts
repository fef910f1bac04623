import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import type { FindingState, SheetState } from '../../../domain/campaign/sheet/sheetState.ts'
import type { SheetContent, SheetChoice, StoredReceipt } from './sheetContent.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Inspection sheets (核查表): one row for each draft sent by a phone. */
export const sheet = pgTable('sheet', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  assignment: uuid().notNull(),
  unit: text().notNull(),
  quarter: integer().$type<Quarter>().notNull(),
  kind: text().$type<'committee' | 'leadUnit'>().notNull(),
  state: text().$type<SheetState['kind']>().notNull(),
  sentBy: text('sent_by'),
  sentByName: text('sent_by_name').notNull(),
  inspectors: text().array().notNull(),
  visitedOn: text('visited_on').notNull(),
  receivedAt: instant('received_at').notNull(),
  signedOn: text('signed_on'),
  due: text(),
  hash: text().notNull(),
  photos: text().array().notNull(),
  content: jsonb().$type<SheetContent>().notNull(),
  visitFact: uuid('visit_fact'),
  chosen: jsonb().$type<SheetChoice>(),
  receipt: jsonb().$type<StoredReceipt>(),
  revision: integer().notNull().default(1),
})

/** Findings on sheets, with the unit's reply and the committee's decision. */
export const sheetFinding = pgTable('sheet_finding', {
  id: uuid().primaryKey(),
  sheet: uuid().notNull(),
  nth: integer().notNull(),
  year: integer().notNull(),
  unit: text().notNull(),
  body: jsonb().$type<Finding>().notNull(),
  photos: text().array().notNull(),
  state: text().$type<FindingState>().notNull().default('open'),
  fact: uuid(),
  takenFrom: uuid('taken_from'),
  reason: text().notNull().default(''),
  repliedBy: text('replied_by'),
  repliedAt: instant('replied_at'),
  rulingReason: text('ruling_reason'),
  decidedBy: text('decided_by'),
  decidedByName: text('decided_by_name'),
  decidedAt: instant('decided_at'),
  before: text(),
  revision: integer().notNull().default(1),
})

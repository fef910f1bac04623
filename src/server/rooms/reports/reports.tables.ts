import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { arrivalNames } from '../../../contract/reports/reportsFields.ts'
import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import type { ReportState } from '../../../domain/campaign/report/reportState.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Slides as stored with a report. */
export interface StoredSlides {
  readonly file: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly pages: number
}

/** The permission to exceed the limit. */
export interface StoredWaiver {
  readonly by: string
  readonly at: string
  readonly reason: string
}

/** Debrief reports (述职报告): one for each unit and year, with the draft as typed last. */
export const report = pgTable(
  'report',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    state: text().$type<ReportState['kind']>().notNull(),
    content: jsonb().$type<DebriefReport>().notNull(),
    slides: jsonb().$type<StoredSlides>(),
    waiver: jsonb().$type<StoredWaiver>(),
    revision: integer().notNull().default(1),
    handedNth: integer('handed_nth').notNull().default(0),
    firstHandedOn: text('first_handed_on'),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit] })],
)

/** Kept texts of reports; the database refuses to change them. */
export const reportVersion = pgTable(
  'report_version',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    nth: integer().notNull(),
    kind: text().$type<'draft' | 'handedIn'>().notNull(),
    content: jsonb().$type<DebriefReport>().notNull(),
    words: integer().notNull(),
    handedOn: text('handed_on'),
    behalf: text().$type<keyof typeof arrivalNames>(),
    shareReason: text('share_reason').notNull().default(''),
    byId: text('by_id').notNull(),
    by: text('by_name').notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.nth] })],
)

/** Sign-offs and returns of those who vet. */
export const reportStep = pgTable('report_step', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  unit: text().notNull(),
  nth: integer().notNull(),
  vetter: text().notNull(),
  kind: text().$type<'signed' | 'returned'>().notNull(),
  reason: text().notNull().default(''),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  on: text('on_day').notNull(),
  at: instant('at').notNull(),
})

/** Comments on paragraphs. */
export const reportComment = pgTable('report_comment', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  unit: text().notNull(),
  nth: integer().notNull(),
  vetter: text().notNull(),
  paragraph: text(),
  quote: text().notNull().default(''),
  text: text().notNull(),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  at: instant('at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
})

/** Decisions on reports that came late or not at all. */
export const reportLateness = pgTable(
  'report_lateness',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    kind: text().$type<'late' | 'missing'>().notNull(),
    recorded: boolean().notNull(),
    reason: text().notNull().default(''),
    by: text('by_name').notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.kind] })],
)

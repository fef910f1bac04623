import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { WrittenMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import type { PaperStyle } from '../../../../files/paper/paperLayout.ts'
import type { Doubt } from '../../../../files/paper/readRows.ts'

/** What one person entered: marks by line of the form, or that the sheet cannot be read at all. */
export interface Entry {
  readonly faulty: boolean
  readonly marks: Readonly<Record<string, WrittenMark>>
}

/** A row read on a scanned page: its mark, or why it is doubtful. */
export interface ReadRow {
  readonly line: number
  readonly mark?: WrittenMark
  readonly doubt?: Doubt
}

/** How the paper of a meeting is marked, from the first print. */
export const paperStyle = pgTable('paper_style', {
  meeting: uuid().primaryKey(),
  style: text().$type<PaperStyle>().notNull(),
})

/** Paper sheets, by class and number. */
export const paperSheet = pgTable('paper_sheet', {
  id: uuid().primaryKey(),
  meeting: uuid().notNull(),
  voterClass: text('voter_class').notNull(),
  number: integer().notNull(),
  way: text().$type<'keyed' | 'scanned'>().notNull(),
  first: jsonb().$type<Entry>(),
  firstBy: text('first_by'),
  firstName: text('first_name'),
  second: jsonb().$type<Entry>(),
  secondBy: text('second_by'),
  secondName: text('second_name'),
  settled: boolean().notNull().default(false),
})

/** Scanned pages of paper sheets. */
export const paperPage = pgTable(
  'paper_page',
  {
    sheet: uuid().notNull(),
    page: integer().notNull(),
    rows: jsonb().$type<readonly ReadRow[]>().notNull(),
    picture: text(),
  },
  table => [primaryKey({ columns: [table.sheet, table.page] })],
)

import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { boardKinds } from '../../../contract/publish/publishFields.ts'
import type { CommentStanding } from '../../../contract/publish/commentColumns.ts'
import type { CommentMode, PublishedPart } from '../../../domain/campaign/publish/publication.ts'
import type { PublishedPage } from './publishedPage.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Publications (公示), one a year. */
export const publication = pgTable('publication', {
  year: integer().primaryKey(),
  parts: jsonb().$type<readonly PublishedPart[]>().notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  comments: text().$type<CommentMode>().notNull(),
  released: boolean().notNull().default(false),
  releasedBy: text('released_by'),
  releasedOn: text('released_on'),
  seal: integer(),
  hash: text(),
  /** Who took it off the site, when and why, until it is released anew. */
  withdrawn: jsonb().$type<{ readonly by: string; readonly on: string; readonly reason: string }>(),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** What the site shows of a unit. */
export const publishedUnit = pgTable(
  'published_unit',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    place: integer().notNull(),
    name: text().notNull(),
    page: jsonb().$type<PublishedPage>().notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit] })],
)

/** Comments (留言). */
export const publicComment = pgTable('public_comment', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  unit: text().notNull(),
  number: integer().notNull().generatedAlwaysAsIdentity(),
  day: text().notNull(),
  wrote: text().notNull(),
  hash: text().notNull(),
  name: text(),
  way: text().$type<'site' | 'paper' | 'phone'>().notNull(),
  standing: text().$type<CommentStanding>().notNull(),
  reason: text(),
  judgedBy: text('judged_by'),
  reply: text(),
  repliedBy: text('replied_by'),
  repliedOn: text('replied_on'),
  abuse: integer().notNull().default(0),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by'),
  changedAt: instant('changed_at'),
})

/** Where units show their page beside the public site: notice boards (宣传栏) and web sites of their own. */
export const noticeBoard = pgTable(
  'notice_board',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    kind: text().$type<keyof typeof boardKinds>().notNull().default('board'),
    place: text().notNull(),
    up: text('up_day').notNull(),
    down: text('down_day'),
    revision: integer().notNull().default(1),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.kind] })],
)

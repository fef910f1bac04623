import { integer, jsonb, pgView, text, uuid } from 'drizzle-orm/pg-core'
import type { CommentStanding } from '../../../../contract/publish/commentColumns.ts'
import type { CommentMode } from '../../../../domain/campaign/publish/publication.ts'
import type { PublishedPage } from '../publishedPage.ts'

/** Publications that were released. */
export const sitePublication = pgView('site_publication', {
  year: integer().notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  comments: text().$type<CommentMode>().notNull(),
}).existing()

/** What the site shows of a unit. */
export const siteUnit = pgView('site_unit', {
  year: integer().notNull(),
  unit: text().notNull(),
  place: integer().notNull(),
  name: text().notNull(),
  page: jsonb().$type<PublishedPage>().notNull(),
}).existing()

/** Comments that somebody has read, or that are shown at once; of one that was removed, the mark alone. */
export const siteComment = pgView('site_comment', {
  id: uuid().notNull(),
  year: integer().notNull(),
  unit: text().notNull(),
  number: integer().notNull(),
  day: text().notNull(),
  way: text().$type<'site' | 'paper' | 'phone'>().notNull(),
  standing: text().$type<CommentStanding>().notNull(),
  reason: text(),
  name: text(),
  wrote: text().notNull(),
  reply: text(),
  repliedBy: text('replied_by'),
  repliedOn: text('replied_on'),
}).existing()

/** The name of the office, if it has one. */
export const siteOffice = pgView('site_office', { value: jsonb().notNull() }).existing()

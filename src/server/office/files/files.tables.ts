import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { FileKind, FileLook, FileOwner } from '../../../contract/files/fileKinds.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Descriptions of files; the bytes are in the store under `hash`. */
export const file = pgTable('file', {
  hash: text().primaryKey(),
  size: integer().notNull(),
  type: text().$type<FileKind>().notNull(),
  name: text().notNull(),
  takenOn: text('taken_on'),
  phash: text(),
  phashParts: integer('phash_parts').array(),
  look: text().$type<FileLook>().notNull().default('done'),
  byName: text('by_name').notNull(),
  storedAt: instant('stored_at').notNull(),
  offeredAt: instant('offered_at').notNull(),
})

/** Who uploaded which file. */
export const fileSent = pgTable(
  'file_sent',
  {
    account: text().notNull(),
    file: text().notNull(),
    sent: text().notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.account, table.file, table.sent] })],
)

/** Attachments: a file on a record. */
export const attachment = pgTable('attachment', {
  id: uuid().primaryKey(),
  file: text().notNull(),
  owner: text().$type<FileOwner>().notNull(),
  ownerId: text('owner_id').notNull(),
  year: integer().notNull(),
  unit: text().notNull(),
  name: text().notNull(),
  at: instant('at').notNull(),
  byName: text('by_name').notNull(),
  removedAt: instant('removed_at'),
  removedBy: text('removed_by'),
})

import { customType, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DocumentData } from '../../../contract/documents/documentField.ts'
import type { DraftEdits } from '../../../contract/documents/documentsFields.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Bytes of documents and templates by their hash. */
export const documentFile = pgTable('document_file', { hash: text().primaryKey(), bytes: bytea().notNull() })

/** Issuing bodies (发文机关); several names make a joint issue. */
export const documentIssuer = pgTable('document_issuer', {
  id: uuid().primaryKey(),
  names: jsonb().$type<readonly string[]>().notNull(),
  word: text().notNull(),
  imprint: text().notNull().default(''),
  owner: text().notNull().default('committee'),
  revision: integer().notNull().default(1),
  keptBy: text('kept_by').notNull(),
  keptAt: instant('kept_at').notNull(),
})

/** Templates that an office keeps; one without a file is that which ships. */
export const documentTemplate = pgTable(
  'document_template',
  {
    kind: text().notNull(),
    version: integer().notNull(),
    hash: text(),
    name: text().notNull(),
    keptBy: text('kept_by').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  table => [primaryKey({ columns: [table.kind, table.version] })],
)

/** Receipts (回执) of issued documents. */
export const documentReceipt = pgTable('document_receipt', {
  document: uuid().primaryKey(),
  receiver: text().notNull(),
  receivedOn: text('received_on').notNull(),
  note: text().notNull().default(''),
  keptBy: text('kept_by').notNull(),
  keptAt: instant('kept_at').notNull(),
})

/** Official documents (公文): drafts, and what was issued, which never changes. */
export const officialDocument = pgTable('official_document', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  kind: text().notNull(),
  owner: text().notNull().default('committee'),
  unit: text(),
  /** What it is about, if neither a unit nor the year, and its name. */
  subject: text().notNull().default(''),
  about: text().notNull().default(''),
  edits: jsonb().$type<Partial<DraftEdits>>().notNull().default({}),
  corrects: uuid(),
  reason: text().notNull().default(''),
  revision: integer().notNull().default(1),
  draftedBy: text('drafted_by').notNull(),
  draftedAt: instant('drafted_at').notNull(),
  issuer: uuid(),
  word: text(),
  numberYear: integer('number_year'),
  number: integer(),
  title: text(),
  issuedOn: text('issued_on'),
  issuedBy: text('issued_by'),
  issuedAt: instant('issued_at'),
  seal: integer(),
  results: text(),
  data: jsonb().$type<DocumentData>(),
  template: text(),
  hash: text(),
})

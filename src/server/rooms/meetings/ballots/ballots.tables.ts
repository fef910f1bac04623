import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { MeetingCount } from '../../../../domain/campaign/ballot/countSheets.ts'

/** How far the sheets of a meeting are: sealed, opened, counted, published. */
export type BoxState = 'sealed' | 'opened' | 'counted' | 'published'

/** Who keeps a copy of the key. */
type KeyHolder = 'teller' | 'scrutineer'

/** How a copy of the key is tried: a text sealed to it for each holder, and the hash of what opens. */
export type KeyTrials = Readonly<Record<KeyHolder, { readonly sealed: string; readonly hash: string }>>

/** The ballots of a meeting. */
export const ballotBox = pgTable('ballot_box', {
  meeting: uuid().primaryKey(),
  state: text().$type<BoxState>().notNull().default('sealed'),
  sealTo: text('seal_to'),
  trials: jsonb().$type<KeyTrials>(),
  tried: jsonb().$type<readonly KeyHolder[]>().notNull().default([]),
  riskReason: text('risk_reason'),
  count: jsonb().$type<MeetingCount>(),
  countFile: text('count_file'),
  publishedFile: text('published_file'),
})

/** The keys that sign credentials, one a class. */
export const ballotSigner = pgTable(
  'ballot_signer',
  {
    meeting: uuid().notNull(),
    voterClass: text('voter_class').notNull(),
    modulus: text().notNull(),
    privateKey: text('private_key'),
  },
  table => [primaryKey({ columns: [table.meeting, table.voterClass] })],
)

/** Slips, by a hash of what a phone sends for one. */
export const ballotSlip = pgTable('ballot_slip', {
  slip: text().primaryKey(),
  meeting: uuid().notNull(),
  voterClass: text('voter_class').notNull(),
  blinded: text(),
})

/** What was issued to a class in one medium. */
export const ballotIssue = pgTable(
  'ballot_issue',
  {
    meeting: uuid().notNull(),
    voterClass: text('voter_class').notNull(),
    medium: text().$type<'phone' | 'paper'>().notNull(),
    printed: integer().notNull().default(0),
    handedOut: integer('handed_out').notNull().default(0),
    givenBack: integer('given_back').notNull().default(0),
    spoilt: integer().notNull().default(0),
  },
  table => [primaryKey({ columns: [table.meeting, table.voterClass, table.medium] })],
)

/** Sealed sheets, while voting is open. */
export const ballotSealed = pgTable('ballot_sealed', {
  token: text().primaryKey(),
  meeting: uuid().notNull(),
  voterClass: text('voter_class').notNull(),
  sealed: text().notNull(),
  hash: text().notNull(),
})

/** Opened sheets. */
export const ballotSheet = pgTable('ballot_sheet', {
  id: uuid().primaryKey(),
  meeting: uuid().notNull(),
  voterClass: text('voter_class').notNull(),
  nonce: text().notNull(),
  body: text().notNull(),
})

import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { PublishedMeeting } from '../../../../domain/campaign/ballot/ballotFiles.ts'
import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import type { MeetingCount } from '../../../../domain/campaign/ballot/countSheets.ts'

/** How far the ballots of a meeting are. */
export type VotingState = 'prepared' | 'open' | 'closed' | 'opened' | 'counted' | 'published' | 'brokenOff'

/** Who keeps a copy of the key. */
export type KeyHolder = 'teller' | 'scrutineer'

/** How a copy of the key is tried: a text sealed to it for each holder, and the hash of what opens. */
export type KeyTrials = Readonly<Record<KeyHolder, { readonly sealed: string; readonly hash: string }>>

/** The ballots of a meeting. */
export const ballotBox = pgTable('ballot_box', {
  meeting: uuid().primaryKey(),
  year: integer().notNull(),
  heading: jsonb().$type<PublishedMeeting>().notNull(),
  form: jsonb().$type<BallotForm>().notNull(),
  state: text().$type<VotingState>().notNull().default('prepared'),
  frozen: boolean().notNull().default(false),
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

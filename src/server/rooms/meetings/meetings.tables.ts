import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { BallotForm } from '../../../domain/campaign/ballot/ballotForm.ts'
import type { DebriefSide } from '../../../domain/campaign/dualDebrief/dualDebrief.ts'
import type { BallotCount } from '../../../domain/year/facts/facts.ts'
import type { MeetingPhase, Voting } from '../../../domain/campaign/meeting/meetingState.ts'

/** What a meeting of dual debriefs is held for. */
export interface DualMeeting {
  readonly side: DebriefSide
  readonly before: string
}

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Debrief meetings (述职测评会议). */
export const meeting = pgTable('meeting', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  kind: text().notNull(),
  lead: text('lead_unit'),
  component: text().notNull(),
  name: text().notNull(),
  heldOn: text('held_on').notNull(),
  startsAt: text('starts_at'),
  place: text().notNull(),
  minutes: integer().notNull(),
  convenor: text().notNull(),
  teller: text().notNull(),
  scrutineer: text().notNull(),
  supervisors: jsonb().$type<readonly string[]>().notNull().default([]),
  reviewAfterEach: boolean('review_after_each').notNull(),
  phones: boolean().notNull(),
  rehearsal: boolean().notNull(),
  drawSeed: text('draw_seed'),
  drawFingerprint: text('draw_fingerprint'),
  phase: text().$type<MeetingPhase>().notNull(),
  voting: text().$type<Voting>().notNull().default('notYet'),
  votingUntil: instant('voting_until'),
  speaking: text(),
  speechSpent: bigint('speech_spent', { mode: 'number' }).notNull().default(0),
  speechSince: instant('speech_since'),
  /** the ballot form, from the first slip or sheet on. */
  form: jsonb().$type<BallotForm>(),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** held by other means and entered from its count sheet. */
  elsewhere: boolean().notNull().default(false),
  reportedOn: text('reported_on'),
  acceptedOn: text('accepted_on'),
  /** ids of the facts it wrote. */
  facts: jsonb().$type<readonly string[]>().notNull().default([]),
  /** counts entered from the count sheet. */
  entered: jsonb().$type<readonly BallotCount[]>(),
  /** a meeting of dual debriefs (双述双评): which of the debriefs, and before whom; its unit stands as `lead`, and each person as a `unit` of the agenda. */
  dual: jsonb().$type<DualMeeting>(),
})

/** The agenda: secretaries in order. */
export const meetingSpeaker = pgTable(
  'meeting_speaker',
  {
    meeting: uuid().notNull(),
    unit: text().notNull(),
    unitName: text('unit_name').notNull(),
    secretary: text().notNull(),
    place: integer().notNull(),
    speaks: boolean().notNull(),
    spoken: boolean().notNull().default(false),
    seconds: integer(),
    removedWhy: text('removed_why'),
  },
  table => [primaryKey({ columns: [table.meeting, table.unit] })],
)

/** Classes of voters, as numbers. */
export const meetingClass = pgTable(
  'meeting_class',
  {
    meeting: uuid().notNull(),
    id: text('class').notNull(),
    name: text().notNull(),
    place: integer().notNull(),
    expected: integer().notNull(),
    present: integer(),
  },
  table => [primaryKey({ columns: [table.meeting, table.id] })],
)

/** Decisions about a meeting, each with its reason. */
export const meetingDecision = pgTable('meeting_decision', {
  id: uuid().primaryKey(),
  meeting: uuid().notNull(),
  kind: text()
    .$type<'removed' | 'closeMoved' | 'brokenOff' | 'returned' | 'accepted' | 'takenBack'>()
    .notNull(),
  unitName: text('unit_name'),
  until: instant('until'),
  reason: text().notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedAt: instant('decided_at').notNull(),
})

/** Notes of supervisors. */
export const meetingNote = pgTable('meeting_note', {
  id: uuid().primaryKey(),
  meeting: uuid().notNull(),
  body: text().notNull(),
  notedBy: text('noted_by').notNull(),
  notedAt: instant('noted_at').notNull(),
})

/** Requests for a recount. */
export const meetingRecount = pgTable('meeting_recount', {
  id: uuid().primaryKey(),
  meeting: uuid().notNull(),
  unit: text().notNull(),
  reason: text().notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull(),
  answer: text(),
  answeredBy: text('answered_by'),
  answeredAt: instant('answered_at'),
})

/** Screens and remotes opened by a code. */
export const meetingPairing = pgTable('meeting_pairing', {
  hash: text().primaryKey(),
  meeting: uuid().notNull(),
  screen: text().$type<'hall' | 'remote'>().notNull(),
  madeBy: text('made_by').notNull(),
  until: instant('until').notNull(),
})

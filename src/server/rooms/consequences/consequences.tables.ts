import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type {
  authorityNames,
  proposalOutcomeNames,
} from '../../../contract/consequences/consequencesFields.ts'
import type { PromisedStep } from '../../../domain/campaign/followUp/decideFollowUp.ts'

/** Notices of consequences (结果运用): each is served once, on an approved seal, and answered once. */
export const consequenceNotice = pgTable(
  'consequence_notice',
  {
    year: integer().notNull(),
    seal: integer().notNull(),
    unit: text().notNull(),
    rule: text().notNull(),
    name: text().notNull(),
    addressee: text().notNull(),
    servedOn: text('served_on').notNull(),
    text: text().notNull(),
    servedBy: text('served_by').notNull(),
    servedAt: timestamp('served_at', { withTimezone: true, mode: 'string' }).notNull(),
    reply: text(),
    repliedBy: text('replied_by'),
    repliedAt: timestamp('replied_at', { withTimezone: true, mode: 'string' }),
    revision: integer().notNull().default(1),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.rule] })],
)

/** What follows a consequence: a talk with its record and promised steps, or a proposal for reassignment with its outcome. */
export const followUp = pgTable(
  'follow_up',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    rule: text().notNull(),
    seal: integer().notNull(),
    kind: text().$type<'talk' | 'proposal'>().notNull(),
    who: text().notNull(),
    authority: text().$type<keyof typeof authorityNames>(),
    day: text().notNull(),
    place: text().notNull().default(''),
    heldOn: text('held_on'),
    present: text().notNull().default(''),
    record: text().notNull().default(''),
    signedOn: text('signed_on'),
    steps: jsonb().$type<readonly PromisedStep[]>().notNull().default([]),
    outcome: text().$type<keyof typeof proposalOutcomeNames>(),
    outcomeOn: text('outcome_on'),
    answer: text().notNull().default(''),
    revision: integer().notNull().default(1),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.rule] })],
)

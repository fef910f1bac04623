import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ProblemOrigin, ProblemStep } from '../../../contract/rectify/rectifyFields.ts'
import type { ProblemStanding, Signature } from '../../../domain/campaign/rectify/problemState.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Problems (问题清单) of a unit and year, from draft to confirmed. */
export const problem = pgTable('problem', {
  id: uuid().primaryKey(),
  place: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  year: integer().notNull(),
  unit: text().notNull(),
  standing: text().$type<ProblemStanding>().notNull(),
  origin: text().$type<ProblemOrigin>().notNull(),
  sourceKey: text('source_key'),
  source: text().notNull().default(''),
  seal: integer(),
  row: text('row_id'),
  rule: text('rule_id'),
  citation: text().notNull().default(''),
  lost: integer(),
  text: text().notNull(),
  again: jsonb().$type<readonly number[]>().notNull().default([]),
  draftedById: text('drafted_by_id').notNull(),
  draftedBy: text('drafted_by').notNull(),
  reviews: jsonb().$type<readonly Signature[]>().notNull().default([]),
  sentOn: text('sent_on'),
  objectUntil: text('object_until'),
  planBy: text('plan_by'),
  receivedOn: text('received_on'),
  objection: text().$type<'none' | 'open' | 'answered'>().notNull().default('none'),
  cause: text().notNull().default(''),
  remedy: text().notNull().default(''),
  owner: text().notNull().default(''),
  deadline: text(),
  vets: jsonb().$type<readonly Signature[]>().notNull().default([]),
  extensionUntil: text('extension_until'),
  claimedById: text('claimed_by_id'),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** What happened to a problem, step by step. */
export const problemStep = pgTable('problem_step', {
  id: uuid().primaryKey(),
  place: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  problem: uuid().notNull(),
  kind: text().$type<ProblemStep>().notNull(),
  body: text().notNull().default(''),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  on: text('on_day').notNull(),
  at: instant('at').notNull(),
  text: text().notNull().default(''),
  until: text('until_day'),
  entries: uuid().array().notNull().default([]),
})

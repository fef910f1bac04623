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

/** The state of a grading board. */
export type BoardState = 'draft' | 'submitted' | 'returned' | 'accepted'

/** Grading boards (等次评定): one lead unit, one component, one year. */
export const routineBoard = pgTable('routine_board', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  component: text().notNull(),
  leadUnit: text('lead_unit').notNull(),
  state: text().$type<BoardState>().notNull(),
  revision: integer().notNull().default(1),
  openedAt: timestamp('opened_at', { withTimezone: true, mode: 'string' }).notNull(),
})

/** Quotas (名额). */
export const routineQuota = pgTable(
  'routine_quota',
  { board: uuid().notNull(), grade: text().notNull(), places: integer('place_count').notNull() },
  table => [primaryKey({ columns: [table.board, table.grade] })],
)

/** The grade and reason of each member. */
export const routineGrade = pgTable(
  'routine_grade',
  {
    board: uuid().notNull(),
    leadUnit: text('lead_unit').notNull(),
    unit: text().notNull(),
    grade: text(),
    reason: text().notNull().default(''),
    byId: text('by_id').notNull(),
    by: text('by_name').notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    revision: integer().notNull().default(1),
    factPlace: bigint('fact_place', { mode: 'number' }),
  },
  table => [primaryKey({ columns: [table.board, table.unit] })],
)

/** The steps of a board: submitted, returned, accepted. */
export const routineStep = pgTable('routine_step', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  board: uuid().notNull(),
  step: text().$type<'submitted' | 'returned' | 'accepted'>().notNull(),
  reason: text().notNull().default(''),
  grades: jsonb().$type<readonly GradedThen[]>().notNull(),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
})

/** A grade at the time of a step, with the names of that time. */
interface GradedThen {
  readonly name: string
  readonly units: readonly string[]
  /** The reasons of the units, in the same order; steps of before version 0.4 have none. */
  readonly reasons?: readonly string[]
}

/** The due day for submitting. */
export const routineDue = pgTable('routine_due', {
  year: integer().primaryKey(),
  due: text().notNull(),
  by: text('by_name').notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
})

/** Meetings and returns. */
export const routineOccasion = pgTable('routine_occasion', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  keeper: text(),
  kind: text().$type<'meeting' | 'return'>().notNull(),
  name: text().notNull(),
  heldOn: text('held_on').notNull(),
  by: text('by_name').notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
})

/** Records of one unit at one meeting or return. */
export const routineRecord = pgTable('routine_record', {
  id: uuid().primaryKey(),
  occasion: uuid().notNull(),
  year: integer().notNull(),
  unit: text().notNull(),
  counter: text().notNull(),
  note: text().notNull().default(''),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  revision: integer().notNull().default(1),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, mode: 'string' }),
  withdrawnBy: text('withdrawn_by'),
  withdrawnWhy: text('withdrawn_why'),
  factId: uuid('fact_id'),
})

/** The facts of ledger counts, from a unit's records in a month. */
export const routineCount = pgTable(
  'routine_count',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    counter: text().notNull(),
    period: text().notNull(),
    factPlace: bigint('fact_place', { mode: 'number' }).notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.counter, table.period] })],
)

/** Deductions for lead duty (牵头职责). */
export const routineLeadDuty = pgTable('routine_lead_duty', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  unit: text().notNull(),
  row: text('rubric_row').notNull(),
  rule: text().notNull(),
  amount: integer().notNull(),
  reason: text().notNull(),
  /** the signs that it cites, as they were worded then. */
  cited: jsonb().$type<readonly string[]>().notNull().default([]),
  foundOn: text('found_on').notNull(),
  byId: text('by_id').notNull(),
  by: text('by_name').notNull(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  revision: integer().notNull().default(1),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, mode: 'string' }),
  withdrawnBy: text('withdrawn_by'),
  withdrawnWhy: text('withdrawn_why'),
  factId: uuid('fact_id').notNull(),
  objection: text(),
  objectedBy: text('objected_by'),
  objectedAt: timestamp('objected_at', { withTimezone: true, mode: 'string' }),
  answer: text(),
  answeredBy: text('answered_by'),
  upheld: boolean(),
})

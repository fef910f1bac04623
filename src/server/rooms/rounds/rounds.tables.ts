import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Quarter } from '../../../domain/kernel/calendar.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Inspectors (核查人员). `homeUnit` is where they belong, `leadGroup` one more group that they must avoid; the account is the one they sign in with. */
export const inspector = pgTable('inspector', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  account: text(),
  homeUnit: text('home_unit'),
  leadGroup: text('lead_group'),
  /** whom they inspect for: the committee in its rounds, or their lead unit. */
  serves: text().$type<'committee' | 'leadUnit'>().notNull().default('committee'),
  active: boolean().notNull().default(true),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: moment('changed_at').notNull(),
})

/** Inspection rounds (核查轮次): the committee's inspections of a quarter, and the settings by which the plan was proposed. */
export const round = pgTable('round', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  quarter: integer().$type<Quarter>().notNull(),
  name: text().notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
  state: text().$type<'drafted' | 'issued' | 'ended'>().notNull().default('drafted'),
  teamSize: integer('team_size').$type<2 | 3>().notNull().default(2),
  perDay: integer('per_day').notNull().default(2),
  overlap: integer().notNull().default(2),
  /** whether it visits the units under key supervision alone. */
  supervised: boolean().notNull().default(false),
  seed: text().notNull().default(''),
  issuedAt: moment('issued_at'),
  issuedBy: text('issued_by'),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: moment('changed_at').notNull(),
})

/** Assignments (核查安排): one inspection of one unit. A lead unit's own inspection has no round. */
export const assignment = pgTable('assignment', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  round: uuid(),
  kind: text().$type<'committee' | 'leadUnit'>().notNull(),
  leadUnit: text('lead_unit'),
  quarter: integer().$type<Quarter>().notNull(),
  unit: text().notNull(),
  team: integer(),
  plannedOn: text('planned_on'),
  state: text().$type<'planned' | 'done' | 'cancelled'>().notNull().default('planned'),
  doneOn: text('done_on'),
  note: text().notNull().default(''),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: moment('changed_at').notNull(),
})

/** The inspectors of an assignment, in order. */
export const assignmentInspector = pgTable(
  'assignment_inspector',
  { assignment: uuid().notNull(), inspector: uuid().notNull(), nth: integer().notNull() },
  table => [primaryKey({ columns: [table.assignment, table.inspector] })],
)

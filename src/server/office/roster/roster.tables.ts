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

/** Appraisal years. `revision` increments with each change to the roster, facts or history of the year. */
export const cycle = pgTable('cycle', {
  year: integer().primaryKey(),
  schemeVersion: uuid('scheme_version'),
  phase: text().notNull(),
  revision: bigint({ mode: 'number' }).notNull(),
  /** sealed: the database refuses changes to the year. */
  sealed: boolean().notNull().default(false),
  releasedAt: timestamp('released_at', { withTimezone: true, mode: 'string' }),
  /** the seal that units see. */
  releasedSeal: integer('released_seal'),
  openedBy: text('opened_by').notNull(),
  openedAt: timestamp('opened_at', { withTimezone: true, mode: 'string' }).notNull(),
})

/** Units of a year's roster. */
export const rosterUnit = pgTable(
  'roster_unit',
  {
    year: integer().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    level: text().notNull(),
    tier: text().notNull(),
    leadUnit: text('lead_unit'),
    cohort: text(),
    affiliated: boolean().notNull(),
    headedByLeader: boolean('headed_by_leader').notNull(),
    opensOn: text('opens_on'),
    closesOn: text('closes_on'),
    succeeds: text().array(),
    formerNames: jsonb('former_names').$type<readonly { readonly name: string; readonly until: string }[]>(),
    revision: integer().notNull().default(1),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.id] })],
)

/** Terms of holders in a year. */
export const holder = pgTable('holder', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  unit: text().notNull(),
  person: text().notNull(),
  name: text().notNull(),
  post: text().notNull(),
  rank: integer(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  revision: integer().notNull().default(1),
})

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
import type { LedgerCount } from '../../../domain/year/facts/facts.ts'

/** Ledger (台账) entries; only how an entry ended is ever changed. */
export const ledgerEntry = pgTable('ledger_entry', {
  id: uuid().primaryKey(),
  /** in the order of entry. */
  place: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  year: integer().notNull(),
  unit: text().notNull(),
  kind: text().notNull(),
  counter: text(),
  title: text().notNull(),
  happenedOn: text('happened_on').notNull(),
  period: text().notNull(),
  /** the period it counts in, in the grain of its counter. */
  countedIn: text('counted_in').notNull(),
  participants: integer(),
  note: text().notNull(),
  /** rows named by hand, in addition to those of its counter. */
  cited: text().array().notNull(),
  late: boolean().notNull(),
  lateReason: text('late_reason'),
  enteredOn: text('entered_on').notNull(),
  enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string' }).notNull(),
  enteredBy: text('entered_by').notNull(),
  corrects: uuid(),
  state: text().$type<'inForce' | 'replaced' | 'withdrawn'>().notNull().default('inForce'),
  endedReason: text('ended_reason'),
  endedBy: text('ended_by'),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
})

/** An imported count replaced by the ledger, kept so that it can be restored when the last entry goes. */
export interface ReplacedCount {
  readonly body: LedgerCount
  readonly source: string
  readonly author: string
}

/** Facts counted from the ledger: one for each unit, counter and period with entries. */
export const ledgerCount = pgTable(
  'ledger_count',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    counter: text().notNull(),
    period: text().notNull(),
    count: integer().notNull(),
    fact: bigint({ mode: 'number' }).notNull(),
    replaced: jsonb().$type<readonly ReplacedCount[]>().notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.unit, table.counter, table.period] })],
)

/** Days of grace after closing. */
export const ledgerClosing = pgTable('ledger_closing', {
  year: integer().primaryKey(),
  graceDays: integer('grace_days').notNull(),
  revision: integer().notNull(),
})

/** Decisions of the appraisal organizer on periods. */
export const ledgerWord = pgTable(
  'ledger_word',
  {
    year: integer().notNull(),
    period: text().notNull(),
    state: text().$type<'open' | 'closed'>().notNull(),
    reason: text().notNull(),
    byName: text('by_name').notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  table => [primaryKey({ columns: [table.year, table.period] })],
)

/** Ledger imports between preview and commit; one without a unit holds the problems of last year. */
export const ledgerImport = pgTable('ledger_import', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  unit: text(),
  file: text().notNull(),
  rows: jsonb().$type<readonly unknown[]>().notNull(),
  state: text().$type<'shown' | 'entered'>().notNull().default('shown'),
  madeBy: text('made_by').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
})

/** Remedies: self-checks (自查) and problems of last year. */
export const remedy = pgTable('remedy', {
  id: uuid().primaryKey(),
  place: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  year: integer().notNull(),
  unit: text().notNull(),
  origin: text().$type<'lastYear' | 'committee' | 'self'>().notNull(),
  row: text('row_id'),
  problem: text().notNull(),
  measure: text().notNull(),
  deadline: text(),
  state: text().$type<'notStarted' | 'inHand' | 'done' | 'kept'>().notNull(),
  result: text().notNull(),
  entries: uuid().array().notNull(),
  /** The problem of last year that it looks back upon. */
  problemId: uuid('problem_id'),
  /** Whether it follows that problem, instead of being kept by hand. */
  follows: boolean().notNull().default(false),
  withdrawnReason: text('withdrawn_reason'),
  revision: integer().notNull().default(1),
  madeBy: text('made_by').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
})

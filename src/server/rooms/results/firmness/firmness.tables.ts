import type { z } from 'zod'
import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { firmnessFigures } from '../../../../contract/results/firmnessSchema.ts'

/** How firm a ranking is, as computed. */
export type FirmnessFigures = z.output<typeof firmnessFigures>

/** How firm the rankings are, one row a year. */
export const firmness = pgTable('firmness', {
  year: integer().primaryKey(),
  basis: text().notNull(),
  figures: jsonb().$type<FirmnessFigures>().notNull(),
  computedBy: text('computed_by').notNull(),
  /** Whether units see their own. */
  shown: boolean().notNull().default(false),
  computedAt: timestamp('computed_at', { withTimezone: true, mode: 'string' }).notNull(),
})

import { z } from 'zod'
import { daySchema } from '../shape/fieldSchemas.ts'
import { comparisonSchema } from './comparisonSchema.ts'

/** What changed between the ends of two days: the results, and the lines of the trail that did it, the latest first. */
export const yearChanges = z.strictObject({
  from: daySchema,
  to: daySchema,
  /** Absent where on one of the days nothing could be scored. */
  comparison: comparisonSchema.optional(),
  lines: z.array(
    z.strictObject({
      seq: z.int(),
      at: z.string(),
      by: z.string(),
      sentence: z.string(),
      entered: z.int(),
      withdrawn: z.int(),
      roster: z.int(),
    }),
  ),
  /** How many lines there are altogether. */
  total: z.int(),
})

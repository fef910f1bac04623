import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** Cause of a movement; `effect` in decimal points of the composite (综合得分). */
const cause = z.strictObject({
  kind: z.enum(['weight', 'row', 'method', 'missing', 'list', 'other']),
  key: z.string(),
  where: z.string(),
  citation: z.string(),
  effect: z.number(),
  from: z.number().optional(),
  to: z.number().optional(),
  why: z.array(z.string()),
})

/** One side of a movement. */
const side = z.strictObject({
  composite: pointsSchema.optional(),
  place: z.int().optional(),
  fromBottom: z.int().optional(),
  grade: z.string().optional(),
  consequences: z.array(z.string()),
  components: z.array(
    z.strictObject({ component: z.string(), name: z.string(), points: pointsSchema.optional() }),
  ),
})

/** Movement of one unit; positive `places` means up. */
const movementPart = z.strictObject({
  unit: z.string(),
  name: z.string(),
  leadUnit: z.string().optional(),
  from: side,
  to: side,
  places: z.int().optional(),
  points: pointsSchema.optional(),
  causes: z.array(cause),
  notes: z.array(z.string()),
})

/** Difference between two results: who moves and why, largest movement first; consequences that begin or end; how many units stay. */
export const comparisonSchema = z.strictObject({
  movements: z.array(movementPart),
  stayed: z.int(),
  counts: z.strictObject({ scores: z.int(), places: z.int(), grades: z.int(), consequences: z.int() }),
  rulings: z.array(
    z.strictObject({
      id: z.string(),
      topic: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  causes: z.array(
    z.strictObject({
      key: z.string(),
      where: z.string(),
      units: z.int(),
      effect: z.number(),
      why: z.array(z.string()),
    }),
  ),
  /** Consequences that begin or end, by consequence. */
  consequences: z.array(
    z.strictObject({
      rule: z.string(),
      name: z.string(),
      citation: z.string(),
      begins: z.array(z.strictObject({ unit: z.string(), name: z.string() })),
      ends: z.array(z.strictObject({ unit: z.string(), name: z.string() })),
    }),
  ),
})

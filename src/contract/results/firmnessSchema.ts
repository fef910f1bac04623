import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** How firm one's own place is, as shown beside it: the range of places, and how often each band by place was met. */
export const ownRange = z.strictObject({
  repeats: z.int(),
  best: z.int(),
  worst: z.int(),
  bands: z.array(z.strictObject({ name: z.string(), share: z.number(), isNow: z.boolean() })),
})

/** How firm the place of one unit is: between which composites and places nine repeats in ten lie, and how often it falls into each band. */
const firmnessUnit = z.strictObject({
  unit: z.string(),
  name: z.string(),
  ranking: z.string(),
  place: z.int(),
  composite: pointsSchema,
  low: pointsSchema,
  high: pointsSchema,
  best: z.int(),
  worst: z.int(),
  bands: z.array(
    z.strictObject({ rule: z.string(), name: z.string(), share: z.number(), isNow: z.boolean() }),
  ),
  isBandUnsure: z.boolean(),
})

/** Two neighbours in a ranking whose order is chance: how often the lower one is ahead. */
const chancePair = z.strictObject({ upper: z.string(), lower: z.string(), reversed: z.number() })

/** Another answer to an assumed ruling, or another weight: how many places and bands would change, and the units with the greatest change. */
const firmnessTrial = z.strictObject({
  id: z.string(),
  kind: z.enum(['ruling', 'weight']),
  name: z.string(),
  moved: z.int(),
  bands: z.int(),
  most: z.array(
    z.strictObject({
      name: z.string(),
      from: z.int().optional(),
      to: z.int().optional(),
      bandChanges: z.boolean(),
    }),
  ),
})

/** A unit whose band by place depends on assumed rulings or on weights: what moves it, and the places that it would have. */
const firmnessDependent = z.strictObject({
  unit: z.string(),
  name: z.string(),
  place: z.int(),
  on: z.array(
    z.strictObject({ kind: z.enum(['ruling', 'weight']), name: z.string(), to: z.int().optional() }),
  ),
})

/** How firm a ranking is, as computed last. */
export const firmnessFigures = z.strictObject({
  repeats: z.int(),
  redrawn: z.int(),
  units: z.array(firmnessUnit),
  pairs: z.array(chancePair),
  trials: z.array(firmnessTrial),
  dependents: z.array(firmnessDependent),
  /** Trials that cannot be made, since the scheme would not hold. */
  untried: z.array(z.string()),
})

/** How firm the ranking is: `outdated` if the year has changed since; without figures it was never computed. */
export const firmnessSchema = z.strictObject({
  year: z.int(),
  state: z.enum(['none', 'current', 'outdated']),
  computedAt: z.string().optional(),
  computedBy: z.string().optional(),
  /** Whether units see their own. */
  shown: z.boolean(),
  figures: firmnessFigures.optional(),
})

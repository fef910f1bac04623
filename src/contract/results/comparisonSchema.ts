import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** 变动原因; `effect` in decimal points of the composite. */
const cause = z.strictObject({
  kind: z.enum(['weight', 'row', 'method', 'missing', 'list', 'other']),
  key: z.string(),
  where: z.string(),
  citation: z.string(),
  effect: z.number(),
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
  why: z.array(z.string()),
})

/** 变动的一侧. */
const side = z.strictObject({
  composite: pointsSchema.exactOptional(),
  place: z.int().exactOptional(),
  fromBottom: z.int().exactOptional(),
  grade: z.string().exactOptional(),
  consequences: z.array(z.string()),
  components: z.array(
    z.strictObject({ component: z.string(), name: z.string(), points: pointsSchema.exactOptional() }),
  ),
})

/** 一个单位的变动; `places` above zero means up. */
export const movementPart = z.strictObject({
  unit: z.string(),
  name: z.string(),
  leadUnit: z.string().exactOptional(),
  from: side,
  to: side,
  places: z.int().exactOptional(),
  points: pointsSchema.exactOptional(),
  causes: z.array(cause),
  notes: z.array(z.string()),
})

/** 两次结果的差别: who moves and why, the farthest first; consequences that begin or end; how many stay. */
export const comparisonSchema = z.strictObject({
  movements: z.array(movementPart),
  stayed: z.int(),
  counts: z.strictObject({ scores: z.int(), places: z.int(), grades: z.int(), consequences: z.int() }),
  rulings: z.array(
    z.strictObject({
      id: z.string(),
      topic: z.string(),
      from: z.string().exactOptional(),
      to: z.string().exactOptional(),
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
  /** 结果运用的进出, by consequence. */
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

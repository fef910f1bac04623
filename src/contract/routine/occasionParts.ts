import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { unitParam } from '../http/paramSchemas.ts'
import { typedText } from '../shape/typedText.ts'

/** Kind of occasion: a meeting (absences) or a return (late, missing or wrong). */
const occasionKind = z.enum(['meeting', 'return'])

/** A kind of fault that can be recorded, and what one of it costs where. */
export const faultKind = z.strictObject({
  counter: z.string(),
  name: z.string(),
  citation: z.string(),
  kinds: z.array(occasionKind),
  /** Kinds that cannot be recorded for the same unit at the same occasion. */
  excludes: z.array(z.string()),
  costs: z.array(z.strictObject({ where: z.string(), citation: z.string(), each: pointsSchema })),
})

/** One recorded fault as submitted. */
export const faultInput = z.strictObject({
  unit: unitParam,
  counter: z.string().min(1).max(100),
  note: typedText().max(2000).default(''),
})

/** A meeting or return, with its records. */
export const occasionPart = z.strictObject({
  id: z.uuid(),
  kind: occasionKind,
  name: z.string(),
  heldOn: z.string(),
  /** The lead unit that keeps it for its members; the committee if absent. */
  keeper: z.string().optional(),
  keeperName: z.string().optional(),
  mayEdit: z.boolean(),
  by: z.string(),
  at: z.string(),
  records: z.array(
    z.strictObject({
      id: z.uuid(),
      unit: z.string(),
      unitName: z.string(),
      counter: z.string(),
      name: z.string(),
      note: z.string(),
      by: z.string(),
      at: z.string(),
      revision: z.int(),
      withdrawn: z.strictObject({ by: z.string(), at: z.string(), why: z.string() }).optional(),
    }),
  ),
})

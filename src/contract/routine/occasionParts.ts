import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { unitParam } from '../http/paramSchemas.ts'

/** 场合的种类: a meeting (who was absent) or a return (who was late, missing, wrong). */
export const occasionKind = z.enum(['meeting', 'return'])

/** 可登记的事项, and what one of it costs where. */
export const faultKind = z.strictObject({
  counter: z.string(),
  name: z.string(),
  citation: z.string(),
  kinds: z.array(occasionKind),
  /** those that cannot be recorded for the same unit at the same occasion. */
  excludes: z.array(z.string()),
  costs: z.array(z.strictObject({ where: z.string(), citation: z.string(), each: pointsSchema })),
})

/** 登记的一条. */
export const faultInput = z.strictObject({
  unit: unitParam,
  counter: z.string().min(1).max(100),
  note: z.string().trim().max(2000).default(''),
})

/** 一次会议或报送, with its records. */
export const occasionPart = z.strictObject({
  id: z.uuid(),
  kind: occasionKind,
  name: z.string(),
  heldOn: z.string(),
  /** the lead unit that keeps it for its members; the committee otherwise. */
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

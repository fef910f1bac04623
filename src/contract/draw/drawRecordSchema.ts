import { z } from 'zod'
import { quarterSchema } from '../shape/fieldSchemas.ts'

/** What was drawn, in its order, each with the hash that gave it its place. */
export const drawnPlaces = z.array(
  z.strictObject({
    place: z.int(),
    id: z.string(),
    name: z.string(),
    branch: z.string().optional(),
    hash: z.string(),
  }),
)

/** Record of one unit's draw, with everything needed to repeat it; see `src/domain/campaign/draw/drawRecord.ts`. */
export const drawRecordSchema = z.strictObject({
  year: z.int(),
  quarter: quarterSchema,
  unit: z.string(),
  unitName: z.string(),
  purpose: z.enum(['branch', 'member']),
  number: z.int(),
  reason: z.string().optional(),
  list: z.string(),
  fingerprint: z.string(),
  frozenBy: z.string(),
  frozenAt: z.string(),
  seedKind: z.enum(['dice', 'parties']),
  seedParts: z.array(z.strictObject({ by: z.string(), text: z.string() })),
  seed: z.string(),
  take: z.int(),
  result: drawnPlaces,
  heldBy: z.string(),
  heldAt: z.string(),
})

/** The draw record file (`抽签记录.json`). */
export const drawFileSchema = z.strictObject({
  format: z.literal('hengping-draw/1'),
  rule: z.string(),
  /** Digest read out at the meeting, over all `parts`: the units of the draw, also those that are not in this file. */
  digest: z.string().optional(),
  parts: z
    .array(
      z.strictObject({
        unit: z.string(),
        purpose: z.enum(['branch', 'member']),
        take: z.int(),
        fingerprint: z.string(),
      }),
    )
    .optional(),
  draws: z.array(drawRecordSchema).min(1),
})

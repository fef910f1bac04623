import { z } from 'zod'

/** `defaults.yaml` beside the cases: what a unit, its holder and its measures look like where a case says nothing. */
export const defaultsSchema = z.strictObject({
  unit: z.strictObject({
    kind: z.string(),
    level: z.string(),
    tier: z.string(),
    cohort: z.string().optional(),
    affiliated: z.boolean(),
    headedByLeader: z.boolean(),
  }),
  holder: z.strictObject({ post: z.string() }),
  measures: z.record(z.string(), z.number()).default({}),
})

/** What a unit of a case looks like by default. */
export type CaseDefaults = z.infer<typeof defaultsSchema>

import { z } from 'zod'
import {
  annualGradeProposalSchema,
  decisionSchema,
  findingSchema,
  vetoFactSchema,
} from '../year/factsSchema.ts'
import { idSchema, pointsSchema } from '../shape/fieldSchemas.ts'
import { revisionField } from '../http/paramSchemas.ts'
import { typedText } from '../shape/typedText.ts'

/** A fact that can be entered on screen: a finding, a decision of the committee, a veto or a proposed annual grade. */
export const enteredFact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('findings'), body: findingSchema }),
  z.strictObject({ kind: z.literal('decisions'), body: decisionSchema }),
  z.strictObject({ kind: z.literal('vetoes'), body: vetoFactSchema }),
  z.strictObject({ kind: z.literal('annualGrades'), body: annualGradeProposalSchema }),
])

/** Changes of a what-if: facts added, removed or replaced; weights, answers of rulings or any part of the scheme; another version of the scheme. */
export const changesBody = z.strictObject({
  /** Another promulgated or draft version to score the year by. */
  version: z.uuid().optional(),
  add: z.array(enteredFact).max(500).default([]),
  remove: z.array(z.uuid()).max(500).default([]),
  replace: z
    .array(z.strictObject({ fact: z.uuid(), with: enteredFact }))
    .max(500)
    .default([]),
  weights: z
    .array(z.strictObject({ component: idSchema.max(100), weight: pointsSchema }))
    .max(50)
    .default([]),
  /** `answer` has the shape of the ruling's topic, as in a scheme file. */
  rulings: z
    .array(
      z.strictObject({
        ruling: idSchema.max(100),
        answer: z.json(),
        text: typedText().min(1).max(1000).optional(),
      }),
    )
    .max(100)
    .default([]),
  /** Any other part of the scheme, by its path in the file, e.g. `['rubrics', 0, 'rows', 3, 'base']`. */
  parts: z
    .array(
      z.strictObject({
        path: z
          .array(z.union([z.string().max(100), z.int().min(0)]))
          .min(1)
          .max(12),
        value: z.json(),
      }),
    )
    .max(200)
    .default([]),
})

/** Request to write a what-if: the changes, the revision of the year they were tried on, and the reason. */
export const applyBody = z.strictObject({
  changes: changesBody,
  revision: revisionField,
  reason: typedText().min(1).max(2000),
})

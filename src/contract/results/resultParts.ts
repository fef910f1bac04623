import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** A unit's id and name, used wherever a list names one. */
export const unitName = z.strictObject({ unit: z.string(), name: z.string() })

/** An id with its name. */
export const namedPart = z.strictObject({ id: z.string(), name: z.string() })

/** The scheme version by which a year is scored; `hash` identifies its content. */
export const schemeVersionPart = z.strictObject({
  version: z.uuid(),
  id: z.string(),
  title: z.string(),
  number: z.int(),
  hash: z.string(),
})

/** State of the result: what has been decided about a year's figures. `correcting` is a sealed year opened for a change. */
export const resultState = z.enum(['unsealed', 'sealed', 'returned', 'approved', 'correcting'])

/** One consequence, with the years that led to it. (五（三）（四）) */
export const consequencePart = z.strictObject({
  rule: z.string(),
  name: z.string(),
  citation: z.string(),
  years: z.array(z.int()),
  deduction: pointsSchema.optional(),
  measure: z.string().optional(),
  nextYear: z.boolean().optional(),
})

/** One issue: an entry of the problem list or a matter the committee must review. (五（二）) */
export const issuePart = z.strictObject({
  kind: z.string(),
  kindName: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  citation: z.string(),
  row: z.string().optional(),
  component: z.string().optional(),
  lost: pointsSchema.optional(),
  text: z.string(),
})

/** Place in the ranking; `edgeBelow` if a band of consequences begins or ends between this appraisee and the next one down. (五（三）) */
export const standingPart = z.strictObject({
  ranking: z.string(),
  of: z.int(),
  place: z.int(),
  fromBottom: z.int(),
  tiedWith: z.array(z.string()),
  brokenBy: z.string().optional(),
  acrossEdge: z.boolean(),
  decided: z.boolean(),
  bandsApply: z.enum(['yes', 'no', 'undecided']),
  edgeBelow: z.boolean(),
})

/** Overall grade (等次), and what moved it off its band. (五（一）) */
export const gradePart = z.strictObject({
  grade: z.string(),
  name: z.string(),
  band: z.string(),
  bandName: z.string(),
  movedBy: z.enum(['precondition', 'veto', 'quota']).optional(),
})

/** Score of a component on its own base; `missing` says why there is none and what to do. (三（一）) */
export const componentPart = z.strictObject({
  component: z.string(),
  points: pointsSchema.optional(),
  missing: z.string().optional(),
})

/** Notice of a ruling (口径): how an open point was answered, whether the answer was confirmed, and a sentence stating both. */
export const rulingPart = z.strictObject({
  id: z.string(),
  question: z.string(),
  text: z.string(),
  citation: z.string(),
  state: z.enum(['stated', 'settled', 'assumed', 'open']),
  settledBy: z.string().optional(),
  settledOn: z.string().optional(),
  sentence: z.string(),
})

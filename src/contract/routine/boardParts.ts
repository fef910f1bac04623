import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** States of a grading board. */
const boardStates = ['draft', 'submitted', 'returned', 'accepted'] as const

const boardState = z.enum(boardStates)

const gradeOf = z.strictObject({
  id: z.string(),
  name: z.string(),
  share: z.number(),
  points: pointsSchema.optional(),
})

/** A component graded by quota. */
export const gradedComponent = z.strictObject({
  component: z.string(),
  name: z.string(),
  citation: z.string(),
  grades: z.array(gradeOf),
  /** The rulings on the rounding of places (R4) and on the points of a grade (R5). */
  rulings: z.array(z.strictObject({ id: z.string(), citation: z.string(), text: z.string() })),
})

/** One lead unit's line in the grading overview. */
export const boardLine = z.strictObject({
  component: z.string(),
  leadUnit: z.string(),
  leadUnitName: z.string(),
  state: boardState,
  late: z.boolean(),
  members: z.int(),
  graded: z.int(),
  reasoned: z.int(),
  use: z.array(z.strictObject({ grade: z.string(), name: z.string(), places: z.int(), given: z.int() })),
  /** Whether the roster changed after grading. */
  outdated: z.boolean(),
  /** Number of members whose grade in the year came from elsewhere, such as an import. */
  elsewhere: z.int(),
  at: z.string().optional(),
  by: z.string().optional(),
})

/** A member on a grading board. `revision` is 0 until first edited. */
const boardMember = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  personName: z.string().optional(),
  grade: z.string().nullable(),
  reason: z.string(),
  by: z.string().optional(),
  at: z.string().optional(),
  revision: z.int(),
  /** Number of faults recorded by the committee (`faults`) and by the lead unit (`ownRecords`). */
  faults: z.int(),
  ownRecords: z.int(),
  /** Whether it is the reader's own unit, which they may not grade. */
  own: z.boolean(),
  /** The grade in the year that did not come from this board. */
  elsewhere: z.string().optional(),
})

/** Proof of a quota: exact shares, whole parts, remainders, places, and the reason in words. */
const quotaProof = z.strictObject({
  n: z.int(),
  denominator: z.number(),
  left: z.int(),
  rows: z.array(
    z.strictObject({
      grade: z.string(),
      name: z.string(),
      share: z.number(),
      exact: z.string(),
      whole: z.int(),
      remainder: z.string(),
      extra: z.int(),
      places: z.int(),
    }),
  ),
  sentences: z.array(z.string()),
})

/** Grading board of a lead unit. `revision` changes with its state. */
export const boardAnswer = z.strictObject({
  year: z.int(),
  today: z.string(),
  leadUnit: z.string(),
  leadUnitName: z.string(),
  component: gradedComponent,
  state: boardState,
  revision: z.int(),
  due: z.string().optional(),
  members: z.array(boardMember),
  proof: quotaProof,
  joined: z.array(z.string()),
  left: z.array(z.string()),
  steps: z.array(
    z.strictObject({
      step: z.enum(['submitted', 'returned', 'accepted']),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
      /** The grades at that time, with the units of each. */
      grades: z.array(z.strictObject({ name: z.string(), units: z.array(z.string()) })),
    }),
  ),
})

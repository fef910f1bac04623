import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** 等次评定的状态. */
export const boardStates = ['draft', 'submitted', 'returned', 'accepted'] as const

const boardState = z.enum(boardStates)

const gradeOf = z.strictObject({
  id: z.string(),
  name: z.string(),
  share: z.number(),
  points: pointsSchema.optional(),
})

/** 按名额评定等次的分项. */
export const gradedComponent = z.strictObject({
  component: z.string(),
  name: z.string(),
  citation: z.string(),
  grades: z.array(gradeOf),
  /** the ruling on the rounding of places (R4) and on the points of a grade (R5). */
  rulings: z.array(z.strictObject({ id: z.string(), citation: z.string(), text: z.string() })),
})

/** 各牵头单位评定情况的一行. */
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
  /** the roster changed after it was graded. */
  outdated: z.boolean(),
  /** members whose grade in the year came from elsewhere, such as an import. */
  elsewhere: z.int(),
  at: z.string().optional(),
  by: z.string().optional(),
})

/** 等次评定的一个成员. `revision` is 0 until it is touched. */
export const boardMember = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  personName: z.string().optional(),
  grade: z.string().nullable(),
  reason: z.string(),
  by: z.string().optional(),
  at: z.string().optional(),
  revision: z.int(),
  /** faults kept by the committee and those kept by the lead unit. */
  faults: z.int(),
  ownRecords: z.int(),
  /** it is the unit of the one who looks, who may not grade it. */
  own: z.boolean(),
  /** the grade in the year that did not come from this board. */
  elsewhere: z.string().optional(),
})

/** 名额的证明: exact shares, whole parts, remainders, places, and why in words. */
export const quotaProof = z.strictObject({
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

/** 一个牵头单位的等次评定. `revision` moves with its state. */
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
      /** the grades of that moment, by grade. */
      grades: z.array(z.strictObject({ name: z.string(), units: z.array(z.string()) })),
    }),
  ),
})

import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** 单位的编号与名称, wherever a list names one. */
export const unitName = z.strictObject({ unit: z.string(), name: z.string() })

/** 编号与名称. */
export const namedPart = z.strictObject({ id: z.string(), name: z.string() })

/** 方案版本 that a year is scored by; `hash` pins its content. */
export const schemeVersionPart = z.strictObject({
  version: z.uuid(),
  id: z.string(),
  title: z.string(),
  number: z.int(),
  hash: z.string(),
})

/** 结果状态: what has been decided about the figures of a year. `correcting` is a sealed year opened for a change. */
export const resultState = z.enum(['unsealed', 'sealed', 'returned', 'approved', 'correcting'])

/** 结果运用一项, with the years that led to it. (五（三）（四）) */
export const consequencePart = z.strictObject({
  rule: z.string(),
  name: z.string(),
  citation: z.string(),
  years: z.array(z.int()),
  deduction: pointsSchema.optional(),
  measure: z.string().optional(),
  nextYear: z.boolean().optional(),
})

/** 问题一条: what goes on the problem list or what the committee must look at. (五（二）) */
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

/** 名次; `edgeBelow` when a band of consequences begins or ends between this appraisee and the next one down. (五（三）) */
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

/** 综合评价等次, and what moved it off its band. (五（一）) */
export const gradePart = z.strictObject({
  grade: z.string(),
  name: z.string(),
  band: z.string(),
  bandName: z.string(),
  movedBy: z.enum(['precondition', 'veto', 'quota']).optional(),
})

/** 分项得分 on the component's own base; `missing` says why there is none and what to do. (三（一）) */
export const componentPart = z.strictObject({
  component: z.string(),
  points: pointsSchema.optional(),
  missing: z.string().optional(),
})

/** 口径提示: how a silent point was answered, whether somebody confirmed it, and the sentence of all that. */
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

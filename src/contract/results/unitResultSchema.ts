import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { rankingRow, resultContext } from './rankingSchema.ts'
import { consequencePart, issuePart, unitName } from './resultParts.ts'

/** 瀑布图的一步, from the scheme's base down to the score: `effect` and `after` in decimal points of the composite, exact to a millionth. */
export const waterfallStep = z.strictObject({
  kind: z.enum(['base', 'component', 'row', 'list', 'bonus', 'missing', 'veto', 'held', 'rounding', 'score']),
  label: z.string(),
  citation: z.string(),
  component: z.string().optional(),
  row: z.string().optional(),
  /** where the explanation opens. */
  path: z.string().optional(),
  effect: z.number(),
  after: z.number(),
})

/** 失分的一行, with the rules that took the points. (附件) */
export const lostRow = z.strictObject({
  row: z.string(),
  title: z.string(),
  citation: z.string(),
  component: z.string(),
  base: pointsSchema,
  points: pointsSchema,
  lost: pointsSchema,
  /** 折合综合得分, decimal. */
  effect: z.number(),
  /** 上年度也失分. */
  again: z.boolean(),
  path: z.string(),
  rules: z.array(
    z.strictObject({ rule: z.string(), sentence: z.string(), points: pointsSchema, findings: z.int() }),
  ),
})

/** 历年结果一年. */
export const pastResult = z.strictObject({
  cycle: z.int(),
  thisYear: z.boolean(),
  personName: z.string().optional(),
  samePerson: z.boolean().optional(),
  composite: pointsSchema.optional(),
  place: z.int().optional(),
  fromBottom: z.int().optional(),
  of: z.int().optional(),
  grade: z.string().optional(),
  gradeName: z.string().optional(),
  rowsLost: z.array(z.string()),
  /** 该年度的结果运用, where this installation kept them. */
  consequences: z.array(consequencePart),
})

/** 一个单位的结果: figures, waterfall, rows lost, three years, what follows, and its neighbours in the ranking. */
export const unitResultSchema = resultContext.extend({
  blockers: z.array(z.string()),
  /** absent when the unit is on the roster and not appraised; `why` says so. */
  row: rankingRow.optional(),
  why: z.string().optional(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  rankingName: z.string().optional(),
  waterfall: z.array(waterfallStep),
  rowsLost: z.array(lostRow),
  history: z.array(pastResult),
  conversions: z.array(
    z.strictObject({ target: z.string(), name: z.string(), citation: z.string(), points: pointsSchema }),
  ),
  annualGrade: z
    .strictObject({ annualGrade: z.string(), name: z.string(), allowed: z.boolean(), citation: z.string() })
    .optional(),
  issues: z.array(issuePart),
  above: unitName.optional(),
  below: unitName.optional(),
})

import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { ownRange } from './firmnessSchema.ts'
import { rankingRow, resultContext } from './rankingSchema.ts'
import { consequencePart, issuePart, unitName } from './resultParts.ts'

/** One step of the waterfall from the scheme's base down to the score: `effect` and `after` in decimal points of the composite, exact to a millionth. */
const waterfallStep = z.strictObject({
  kind: z.enum(['base', 'component', 'row', 'list', 'bonus', 'missing', 'veto', 'held', 'rounding', 'score']),
  label: z.string(),
  citation: z.string(),
  component: z.string().optional(),
  row: z.string().optional(),
  /** Path that opens the explanation. */
  path: z.string().optional(),
  effect: z.number(),
  after: z.number(),
})

/** One row that lost points, with the rules that deducted them. (附件) */
const lostRow = z.strictObject({
  row: z.string(),
  title: z.string(),
  citation: z.string(),
  component: z.string(),
  base: pointsSchema,
  points: pointsSchema,
  lost: pointsSchema,
  /** Effect on the composite (综合得分), decimal. */
  effect: z.number(),
  /** Whether it also lost points in the previous year. */
  again: z.boolean(),
  path: z.string(),
  rules: z.array(
    z.strictObject({ rule: z.string(), sentence: z.string(), points: pointsSchema, findings: z.int() }),
  ),
})

/** Result of one past year. */
const pastResult = z.strictObject({
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
  /** Consequences of that year, if this installation holds them. */
  consequences: z.array(consequencePart),
})

/** Result of one unit: figures, waterfall, rows that lost points, three years, consequences, and its neighbours in the ranking. */
export const unitResultSchema = resultContext.extend({
  blockers: z.array(z.string()),
  /** Absent if the unit is on the roster but not appraised; `why` gives the reason. */
  row: rankingRow.optional(),
  why: z.string().optional(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  rankingName: z.string().optional(),
  /** Where it was computed, for those who may see it. */
  range: ownRange.optional(),
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

import { z } from 'zod'
import type {
  Finding,
  KnowledgeTest,
  LedgerCount,
  MeasureValue,
  Visit,
} from '../../domain/year/facts/facts.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { pointsSchema } from '../shape/fieldSchemas.ts'

/** A rule as the phone offers it as a button. Amounts are decimals on the wire. */
const workRule = z.strictObject({
  id: z.string(),
  text: z.string(),
  form: z.string(),
  effect: z.enum(['deducts', 'adds', 'zeroes']),
  /** Points deducted or added per count; absent if the finding or a level sets the amount. */
  points: pointsSchema.optional(),
  /** Unit of the count: 次, 项 or 人次. */
  unitWord: z.string(),
  /** Whether it counts once however often found, so that no number is asked for. */
  once: z.boolean(),
  /** Largest count of a finding. */
  most: z.int().optional(),
  /** Whether the rule asks for a count of persons × occasions. */
  byPersons: z.boolean(),
  /** Discretionary amount: a finding has an `amount` within these bounds, in multiples of `step` from `least`; R14 requires a written reason. */
  amount: z
    .strictObject({
      least: pointsSchema,
      most: pointsSchema,
      step: pointsSchema,
      reasonRequired: z.boolean(),
    })
    .optional(),
  levels: z.array(z.strictObject({ id: z.string(), name: z.string(), points: pointsSchema })).optional(),
  multipliers: z.array(z.strictObject({ id: z.string(), name: z.string(), times: pointsSchema })).optional(),
  /** Ledger counters (台账计数项) that feed this rule and are not counted by hand; a finding that names one overrides the ledger. */
  counters: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      required: z.int().optional(),
      per: z.enum(['year', 'quarter', 'month']).optional(),
    }),
  ),
  /** Other rules of the row that cannot apply to the same occasion. */
  exclusiveWith: z.array(z.string()),
  cap: pointsSchema.optional(),
  /** Ruling (口径) to show beside it. */
  ruling: z.string().optional(),
})

/** A row to inspect. */
const workRow = z.strictObject({
  id: z.string(),
  section: z.string(),
  title: z.string(),
  base: pointsSchema,
  citation: z.string(),
  rules: z.array(workRule),
})

/** A scheme: `scheme` is the engine's own value for computing (points in thousandths); `schemeHash` identifies it. */
const workScheme = z.strictObject({
  year: z.int(),
  schemeHash: z.string(),
  scheme: z.custom<Scheme>(isThere),
})

/** A rubric for the units of one tier, without the rows for other tiers. */
const workRubric = z.strictObject({
  key: z.string(),
  year: z.int(),
  title: z.string(),
  base: pointsSchema,
  sections: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  rows: z.array(workRow),
})

/** Current state of one ledger counter. */
const workCounter = z.strictObject({
  counter: z.string(),
  name: z.string(),
  done: z.int(),
  required: z.int().optional(),
})

/** A finding from earlier sheets of this year. */
const earlierFinding = z.strictObject({
  quarter: z.int().optional(),
  row: z.string(),
  rule: z.string(),
  count: z.int(),
  amount: pointsSchema.optional(),
  author: z.string().optional(),
  foundOn: z.string().optional(),
  note: z.string().optional(),
})

/** An assignment, with everything that a phone needs offline. */
const workAssignment = z.strictObject({
  id: z.string(),
  year: z.int(),
  quarter: z.literal([1, 2, 3, 4]),
  round: z.string(),
  roundName: z.string(),
  by: z.enum(['committee', 'leadUnit']),
  unit: z.string(),
  unitName: z.string(),
  tier: z.string(),
  leadUnitName: z.string().optional(),
  plannedOn: z.string().optional(),
  /** First and last day for a visit this quarter, those of the round. */
  from: z.string(),
  to: z.string(),
  state: z.string(),
  team: z.array(z.strictObject({ id: z.string(), name: z.string(), mine: z.boolean() })),
  rubric: z.string(),
  earlier: z.array(earlierFinding),
  counters: z.array(workCounter).optional(),
  /** The branches and Party members drawn. */
  drawn: z.strictObject({ branches: z.array(z.string()), members: z.array(z.string()) }).optional(),
  /** For the engine (`previewInspection`): this unit's facts of the year so far, points in thousandths. */
  facts: z.strictObject({
    visits: z.array(z.custom<Visit>(isThere)),
    findings: z.array(z.custom<Finding>(isThere)),
    ledger: z.array(z.custom<LedgerCount>(isThere)),
    knowledgeTests: z.array(z.custom<KnowledgeTest>(isThere)),
    measures: z.array(z.custom<MeasureValue>(isThere)),
  }),
  /** Sheets that already exist for it, from any sender. */
  sheets: z.array(
    z.strictObject({ sheet: z.uuid(), sentBy: z.string(), receivedAt: z.string(), mine: z.boolean() }),
  ),
})

/** All open assignments of the user, in one answer. */
export const workSchema = z.strictObject({
  /** Version of the program, so that a page can detect that it is outdated. */
  version: z.string(),
  /** The business day. */
  today: z.string(),
  me: z.strictObject({ account: z.string(), name: z.string() }),
  schemes: z.array(workScheme),
  rubrics: z.array(workRubric),
  assignments: z.array(workAssignment),
})

function isThere(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

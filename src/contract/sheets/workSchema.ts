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

/** 一条规则, as a phone offers it as a button. Amounts are decimals on the wire. */
const workRule = z.strictObject({
  id: z.string(),
  text: z.string(),
  form: z.string(),
  effect: z.enum(['deducts', 'adds', 'zeroes']),
  /** what one counted costs or adds; absent where the finding brings its own amount, or a level does. */
  points: pointsSchema.optional(),
  /** 计数单位: 次、项、人次. */
  unitWord: z.string(),
  /** counted once however often found: no number to ask for. */
  once: z.boolean(),
  /** the most that a finding may count. */
  most: z.int().optional(),
  /** the rule asks for a count by persons × occasions. */
  byPersons: z.boolean(),
  /** 酌定的分值: a finding brings `amount` within these bounds, every `step` from `least`; R14 wants a written reason. */
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
  /** 台账计数项 that feed this rule: nobody counts them by hand; a finding that names one overrides what the ledger says. */
  counters: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      required: z.int().optional(),
      per: z.enum(['year', 'quarter', 'month']).optional(),
    }),
  ),
  /** other rules of the row that cannot hold for the same occasion. */
  exclusiveWith: z.array(z.string()),
  cap: pointsSchema.optional(),
  /** 口径 to show beside it. */
  ruling: z.string().optional(),
})

/** 一行核查内容. */
const workRow = z.strictObject({
  id: z.string(),
  section: z.string(),
  title: z.string(),
  base: pointsSchema,
  citation: z.string(),
  rules: z.array(workRule),
})

/** 一个方案: `scheme` is the engine's own value (points in thousandths), to compute with; `schemeHash` names it. */
const workScheme = z.strictObject({
  year: z.int(),
  schemeHash: z.string(),
  scheme: z.custom<Scheme>(isThere),
})

/** 一份细则, for the units of one tier: rows meant for other tiers are left out. */
const workRubric = z.strictObject({
  key: z.string(),
  year: z.int(),
  title: z.string(),
  base: pointsSchema,
  sections: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  rows: z.array(workRow),
})

/** 台账已有的情况 of one counter. */
const workCounter = z.strictObject({
  counter: z.string(),
  name: z.string(),
  done: z.int(),
  required: z.int().optional(),
})

/** 已有的核查情况 of earlier sheets of this year. */
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

/** 一项核查任务, with all that a phone needs without signal. */
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
  /** the days on which a visit of this quarter can be: the round's first and last. */
  from: z.string(),
  to: z.string(),
  state: z.string(),
  team: z.array(z.strictObject({ id: z.string(), name: z.string(), mine: z.boolean() })),
  rubric: z.string(),
  earlier: z.array(earlierFinding),
  counters: z.array(workCounter).optional(),
  /** 抽中的支部和党员. */
  drawn: z.strictObject({ branches: z.array(z.string()), members: z.array(z.string()) }).optional(),
  /** for the engine (`previewInspection`): this unit's facts of the year so far, points in thousandths. */
  facts: z.strictObject({
    visits: z.array(z.custom<Visit>(isThere)),
    findings: z.array(z.custom<Finding>(isThere)),
    ledger: z.array(z.custom<LedgerCount>(isThere)),
    knowledgeTests: z.array(z.custom<KnowledgeTest>(isThere)),
    measures: z.array(z.custom<MeasureValue>(isThere)),
  }),
  /** sheets that stand for it already, whoever sent them. */
  sheets: z.array(
    z.strictObject({ sheet: z.uuid(), sentBy: z.string(), receivedAt: z.string(), mine: z.boolean() }),
  ),
})

/** 核查任务: all open assignments of whoever asks, in one answer. */
export const workSchema = z.strictObject({
  /** the program's version, so that a page can tell that it is older. */
  version: z.string(),
  /** 办事日期. */
  today: z.string(),
  me: z.strictObject({ account: z.string(), name: z.string() }),
  schemes: z.array(workScheme),
  rubrics: z.array(workRubric),
  assignments: z.array(workAssignment),
})

function isThere(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

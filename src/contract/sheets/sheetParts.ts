import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { attachedPart } from '../files/filesRoutes.ts'
import { typedText } from '../shape/typedText.ts'

/** State of an inspection sheet (核查表) as of the business day. */
const sheetState = z.enum(['sent', 'doubled', 'replying', 'deciding', 'settled', 'setAside'])

/** The unit's reply to a finding; `silent`: accepted because the unit did not reply by the due day. */
const replyPart = z.strictObject({
  stance: z.enum(['accept', 'object', 'silent']),
  reason: z.string(),
  by: z.string().optional(),
  at: z.string().optional(),
  files: z.array(attachedPart),
})

/** A decision on a finding. */
const decisionPart = z.strictObject({
  ruling: z.enum(['uphold', 'change', 'drop']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** Previous content in words, if changed. */
  before: z.string().optional(),
})

/** A finding in words, with its reply and decision. */
export const findingPart = z.strictObject({
  id: z.uuid(),
  sheet: z.uuid(),
  row: z.string(),
  rowTitle: z.string(),
  citation: z.string(),
  rule: z.string(),
  ruleText: z.string(),
  count: z.int(),
  unitWord: z.string(),
  amount: pointsSchema.optional(),
  level: z.string().optional(),
  persons: z.int().optional(),
  occasions: z.int().optional(),
  counter: z.string().optional(),
  note: z.string(),
  /** What it deducts or adds by itself under the rule, before floor and cap: “扣1分”. */
  cost: z.string(),
  photos: z.array(z.string()),
  state: z.enum(['notInForce', 'open', 'accepted', 'objected', 'upheld', 'changed', 'dropped']),
  reply: replyPart.optional(),
  decision: decisionPart.optional(),
  revision: z.int(),
  /** Whether the reader is among its authors, who may not decide on it. */
  mine: z.boolean(),
})

/** A row in the list of sheets. */
export const sheetRow = z.strictObject({
  sheet: z.uuid(),
  assignment: z.string(),
  round: z.string(),
  roundName: z.string(),
  quarter: z.int(),
  by: z.enum(['committee', 'leadUnit']),
  unit: z.string(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  visitedOn: z.string(),
  inspectors: z.array(z.string()),
  receivedAt: z.string(),
  state: sheetState,
  due: z.string().optional(),
  findings: z.int(),
  objections: z.int(),
  undecided: z.int(),
  mine: z.boolean(),
})

/** An objection waiting for a decision, with what is needed to find it. */
export const objectionRow = z.strictObject({
  finding: z.uuid(),
  sheet: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  quarter: z.int(),
  row: z.string(),
  ruleText: z.string(),
  cost: z.string(),
  reason: z.string(),
  repliedAt: z.string(),
  inspectors: z.array(z.string()),
  state: z.enum(['objected', 'upheld', 'changed', 'dropped']),
  decidedAt: z.string().optional(),
  mine: z.boolean(),
})

/** A decision as submitted; `with` only for a change: the finding as it should have been. */
export const decisionBody = z.strictObject({
  ruling: z.enum(['uphold', 'change', 'drop']),
  with: z
    .strictObject({
      count: z.int().min(1).max(1_000_000).optional(),
      amount: pointsSchema.optional(),
      level: typedText().min(1).max(100).optional(),
      persons: z.int().min(1).max(1_000_000).optional(),
      occasions: z.int().min(1).max(1_000_000).optional(),
    })
    .optional(),
})

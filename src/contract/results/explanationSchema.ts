import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { rulingPart } from './resultParts.ts'

/** 依据一条: the finding or the ledger counts behind a figure; a finding has its record, who found it and who entered it when. */
export const evidencePart = z.strictObject({
  kind: z.enum(['finding', 'ledger', 'fact']),
  text: z.string(),
  /** the record, where it can be opened, withdrawn or tried without. */
  fact: z.uuid().optional(),
  revision: z.int().optional(),
  /** 核查人. */
  author: z.string().optional(),
  quarter: z.int().optional(),
  foundOn: z.string().optional(),
  note: z.string().optional(),
  material: z.string().optional(),
  /** 录入. */
  enteredBy: z.string().optional(),
  enteredAt: z.string().optional(),
  /** 来源, e.g. the workbook it was imported from. */
  source: z.string().optional(),
  /** the record of the room that wrote it, e.g. `sheet:<id>`, where there is one to look at. */
  origin: z.string().optional(),
})

/** 规则的要点, beside its findings. */
const rulePart = z.strictObject({
  id: z.string(),
  text: z.string(),
  form: z.string(),
  formName: z.string(),
  count: z.int(),
  /** what was found and what it costs or adds: the sentence without the rule's own text. */
  said: z.string(),
})

/** 说明种类 of the engine; the web has one view for each. */
const kind = z.string()

/**
 * 得分说明的一个节点. `path` opens it again; `points` is what it contributes (negative for a deduction). The named figures are there for the kinds that
 * have them: base, weight, contribution (decimal), deducted, bonus, exact (before rounding). `table` holds what a kind lists: answers of a survey, places of a quota.
 * `more` counts parts that were not sent: ask for the node's own path.
 */
const nodeCore = z.strictObject({
  path: z.string(),
  kind,
  title: z.string(),
  citation: z.string(),
  points: pointsSchema,
  sentence: z.string(),
  component: z.string().optional(),
  row: z.string().optional(),
  base: pointsSchema.optional(),
  weight: pointsSchema.optional(),
  contribution: z.number().optional(),
  deducted: pointsSchema.optional(),
  bonus: pointsSchema.optional(),
  exact: z.strictObject({ fraction: z.string(), decimal: z.number() }).optional(),
  rule: rulePart.optional(),
  table: z
    .strictObject({ heads: z.array(z.string()), rows: z.array(z.array(z.union([z.string(), z.number()]))) })
    .optional(),
  absent: z.boolean().optional(),
  rulings: z.array(rulingPart),
  evidence: z.array(evidencePart),
  more: z.int(),
})

/** 得分说明的节点, with its parts. */
export interface ExplanationNodeIn extends z.input<typeof nodeCore> {
  readonly children: readonly ExplanationNodeIn[]
}

/** 得分说明的节点, as the server holds it. */
export interface ExplanationNode extends z.output<typeof nodeCore> {
  readonly children: readonly ExplanationNode[]
}

export const explanationNode: z.ZodType<ExplanationNode, ExplanationNodeIn> = nodeCore.extend({
  get children() {
    return z.array(explanationNode) as unknown as z.ZodType<
      readonly ExplanationNode[],
      readonly ExplanationNodeIn[]
    >
  },
})

/** 一个单位的得分说明: the node asked for, with the way down to it from the result. */
export const explanationSchema = z.strictObject({
  year: z.int(),
  unit: z.string(),
  name: z.string(),
  basis: z.enum(['live', 'sealed']),
  revision: z.int(),
  way: z.array(z.strictObject({ path: z.string(), kind, title: z.string() })),
  node: explanationNode,
})

/** 条款: restated in own words, with what in the scheme cites it. */
export const clauseSchema = z.strictObject({
  citation: z.string(),
  restated: z.string().optional(),
  computes: z.boolean().optional(),
  notice: z.strictObject({ title: z.string(), number: z.string(), issuedOn: z.string() }),
  /** 方案中引用它的各处. */
  cited: z.array(z.strictObject({ what: z.string(), name: z.string(), row: z.string().optional() })),
  rulings: z.array(rulingPart),
})

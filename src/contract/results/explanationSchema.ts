import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { rulingPart } from './resultParts.ts'

/** One piece of evidence: the finding or the ledger counts behind a figure. A finding has its record, who found it, and who entered it and when. */
export const evidencePart = z.strictObject({
  kind: z.enum(['finding', 'ledger', 'fact']),
  text: z.string(),
  /** The record, if it can be opened, withdrawn or tried without. */
  fact: z.uuid().optional(),
  revision: z.int().optional(),
  /** The inspector. */
  author: z.string().optional(),
  quarter: z.int().optional(),
  foundOn: z.string().optional(),
  note: z.string().optional(),
  material: z.string().optional(),
  /** Who entered it. */
  enteredBy: z.string().optional(),
  enteredAt: z.string().optional(),
  /** The source, e.g. the workbook it was imported from. */
  source: z.string().optional(),
  /** The record in the room that wrote it, e.g. `sheet:<id>`, if there is one to open. */
  origin: z.string().optional(),
})

/** Summary of a rule, shown beside its findings. */
const rulePart = z.strictObject({
  id: z.string(),
  text: z.string(),
  form: z.string(),
  formName: z.string(),
  count: z.int(),
  /** what was found and what it costs or adds: the sentence without the rule's own text. */
  said: z.string(),
})

/** Kind of an explanation node of the engine; the web has one view for each. */
const kind = z.string()

/**
 * A node of the score explanation. `path` opens it again; `points` is its contribution (negative for a
 * deduction). The named figures are present for kinds that have them: base, weight, contribution
 * (decimal), deducted, bonus, exact (before rounding). `table` holds what a kind lists, such as survey
 * answers or quota places. `more` counts parts not sent; request the node's own path for them.
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

/** A node of the score explanation, with its parts. */
export interface ExplanationNodeIn extends z.input<typeof nodeCore> {
  readonly children: readonly ExplanationNodeIn[]
}

/** A node of the score explanation, as the server holds it. */
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

/** Score explanation of one unit: the requested node, with the path to it from the result. */
export const explanationSchema = z.strictObject({
  year: z.int(),
  unit: z.string(),
  name: z.string(),
  basis: z.enum(['live', 'sealed']),
  revision: z.int(),
  way: z.array(z.strictObject({ path: z.string(), kind, title: z.string() })),
  node: explanationNode,
})

/** A clause (条款), restated in plain words, with what cites it in the scheme. */
export const clauseSchema = z.strictObject({
  citation: z.string(),
  restated: z.string().optional(),
  computes: z.boolean().optional(),
  notice: z.strictObject({ title: z.string(), number: z.string(), issuedOn: z.string() }),
  /** Places in the scheme that cite it. */
  cited: z.array(z.strictObject({ what: z.string(), name: z.string(), row: z.string().optional() })),
  rulings: z.array(rulingPart),
})

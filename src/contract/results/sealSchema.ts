import { z } from 'zod'
import { schemeVersionPart } from './resultParts.ts'

/** 去处: where a matter is mended on the screen. */
export const mendPart = z.strictObject({
  desk: z.enum(['scheme', 'roster', 'year', 'results', 'consequences']),
  unit: z.string().optional(),
  component: z.string().optional(),
  ruling: z.string().optional(),
})

/** 封存前检查一项: `blocked` stops the seal, `warning` is to be known; its items are the first of `total`. */
export const sealCheck = z.strictObject({
  id: z.enum([
    'phase',
    'scheme',
    'rulings',
    'assumed',
    'roster',
    'facts',
    'components',
    'appraisees',
    'issues',
    'history',
    'unchanged',
  ]),
  name: z.string(),
  state: z.enum(['passed', 'warning', 'blocked']),
  sentence: z.string(),
  total: z.int(),
  items: z.array(
    z.strictObject({ text: z.string(), unit: z.string().optional(), mend: mendPart.optional() }),
  ),
  mend: mendPart.optional(),
})

/** 封存前检查. */
export const sealChecks = z.strictObject({
  year: z.int(),
  revision: z.int(),
  maySeal: z.boolean(),
  checks: z.array(sealCheck),
})

/** 封存一次: what was sealed, by whom, its hashes and the root of the trail at that moment; then what the leading group said. */
export const sealPart = z.strictObject({
  number: z.int(),
  state: z.enum(['sealed', 'returned', 'approved', 'superseded']),
  at: z.string(),
  by: z.string(),
  revision: z.int(),
  scheme: schemeVersionPart,
  units: z.int(),
  hashes: z.strictObject({ scheme: z.string(), facts: z.string(), history: z.string(), results: z.string() }),
  root: z.string(),
  engine: z.string(),
  note: z.string().optional(),
  /** 更正的理由, for a seal after the first. */
  correction: z.string().optional(),
  judgedAt: z.string().optional(),
  judgedBy: z.string().optional(),
  /** 审定的意见. */
  opinion: z.string().optional(),
  /** 退回的理由. */
  returned: z.string().optional(),
})

/** 正在进行的更正. */
export const correctionPart = z.strictObject({
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  seal: z.int(),
  changed: z.boolean(),
})

/** 年度的封存情况. */
export const sealsSchema = z.strictObject({
  year: z.int(),
  revision: z.int(),
  state: z.enum(['unsealed', 'sealed', 'returned', 'approved', 'correcting']),
  released: z.boolean(),
  seals: z.array(sealPart),
  correction: correctionPart.optional(),
})

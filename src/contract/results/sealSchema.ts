import { z } from 'zod'
import { schemeVersionPart } from './resultParts.ts'

/** Where on screen a matter can be corrected. */
export const mendPart = z.strictObject({
  /** The path of a desk with its values, such as `$year/units/SF004`, or the address of a page of its own. */
  page: z.string(),
  /** The part of the page to open. */
  part: z.string().optional(),
})

/** One check before the seal (封存): `blocked` prevents the seal, `warning` is for information; its items are the first of `total`. */
export const sealCheck = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(['passed', 'warning', 'blocked']),
  sentence: z.string(),
  total: z.int(),
  items: z.array(
    z.strictObject({ text: z.string(), unit: z.string().optional(), mend: mendPart.optional() }),
  ),
  mend: mendPart.optional(),
})

/** Checks before the seal. */
export const sealChecks = z.strictObject({
  year: z.int(),
  revision: z.int(),
  maySeal: z.boolean(),
  checks: z.array(sealCheck),
})

/** One seal (封存): what was sealed, by whom, its hashes and the root of the trail at that moment; then the decision of the leading group. */
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
  /** Reason for the correction, for a seal after the first. */
  correction: z.string().optional(),
  judgedAt: z.string().optional(),
  judgedBy: z.string().optional(),
  /** Opinion given on approval. */
  opinion: z.string().optional(),
  /** Reason for the return. */
  returned: z.string().optional(),
})

/** A correction in progress. */
const correctionPart = z.strictObject({
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  seal: z.int(),
  changed: z.boolean(),
})

/** Seals of a year. */
export const sealsSchema = z.strictObject({
  year: z.int(),
  revision: z.int(),
  state: z.enum(['unsealed', 'sealed', 'returned', 'approved', 'correcting']),
  /** Whether units see the latest seal; `releasedSeal` is the one they see. */
  released: z.boolean(),
  releasedSeal: z.int().optional(),
  seals: z.array(sealPart),
  /** What the checks say of the sealed year, with what is not finished in other rooms; the leading group sees it before it approves. */
  checks: z.array(sealCheck),
  correction: correctionPart.optional(),
})

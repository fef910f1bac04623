import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import {
  componentPart,
  consequencePart,
  gradePart,
  issuePart,
  namedPart,
  resultState,
  rulingPart,
  schemeVersionPart,
  standingPart,
} from './resultParts.ts'

/** 结果的背景: which year, scheme and state the figures belong to. `basis` is `live` when they come of the facts as they stand, `sealed` when of a seal. */
export const resultContext = z.strictObject({
  year: z.int(),
  revision: z.int(),
  scheme: schemeVersionPart,
  /** 总分. */
  base: pointsSchema,
  state: resultState,
  basis: z.enum(['live', 'sealed']),
  /** the latest seal, if any. */
  seal: z
    .strictObject({ number: z.int(), at: z.string(), by: z.string(), results: z.string(), root: z.string() })
    .optional(),
  released: z.boolean(),
  components: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      citation: z.string(),
      base: pointsSchema,
      weight: pointsSchema,
    }),
  ),
  grades: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      from: pointsSchema,
      to: pointsSchema,
      fromOpen: z.boolean(),
      toClosed: z.boolean(),
    }),
  ),
})

/** 排名表的一行. Absent figures are left out, never zero. */
export const rankingRow = z.strictObject({
  unit: z.string(),
  name: z.string(),
  tier: z.string(),
  cohort: z.string().optional(),
  leadUnit: z.string().optional(),
  person: z.string().optional(),
  personName: z.string().optional(),
  post: z.string().optional(),
  why: z.string(),
  /** in the order of `components`. */
  components: z.array(componentPart),
  composite: pointsSchema.optional(),
  grade: gradePart.optional(),
  standing: standingPart.optional(),
  consequences: z.array(consequencePart),
  /** how many matters the committee should look at here. */
  issues: z.int(),
})

/** 排名表: rows by ranking, then by place, those without a place last; `blockers` say why nothing can be scored, then there are no rows. */
export const rankingSchema = resultContext.extend({
  blockers: z.array(z.string()),
  tiers: z.array(namedPart),
  cohorts: z.array(namedPart),
  leadUnits: z.array(namedPart),
  rankings: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      of: z.int(),
      appraisees: z.int(),
      bandsApply: z.enum(['yes', 'no', 'undecided']),
    }),
  ),
  /** 名次段, as counted from one end of each ranking. */
  bands: z.array(
    z.strictObject({
      rule: z.string(),
      name: z.string(),
      citation: z.string(),
      by: z.enum(['fromBottom', 'fromTop']),
      from: z.int(),
      to: z.int(),
      /** over so many years, where it takes more than this one. */
      years: z.int().optional(),
    }),
  ),
  rows: z.array(rankingRow),
  issues: z.array(issuePart),
  /** 失分的行: in how many units of those listed, and how many points in all; the most frequent first. */
  lost: z
    .array(
      z.strictObject({
        row: z.string(),
        title: z.string(),
        citation: z.string(),
        component: z.string(),
        units: z.int(),
        points: pointsSchema,
      }),
    )
    .optional(),
  /** 暂定口径 that act in this scheme. */
  assumed: z.array(rulingPart),
})

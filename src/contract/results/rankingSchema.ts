import { z } from 'zod'
import { pagingSchema } from '../lists/pageSchema.ts'
import { daySchema, pointsSchema } from '../shape/fieldSchemas.ts'
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

/** Context of a result: the year, scheme and state that the figures belong to. `basis` is `live` for the current facts, `sealed` for a seal. */
export const resultContext = z.strictObject({
  year: z.int(),
  revision: z.int(),
  scheme: schemeVersionPart,
  /** The total base. */
  base: pointsSchema,
  state: resultState,
  basis: z.enum(['live', 'sealed']),
  /** The day at whose end the year stood so, where it is not that of now. */
  asOf: daySchema.optional(),
  /** The latest seal, if any. */
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

/** One row of the ranking. Missing figures are left out, never zero. */
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
  /** In the order of `components`. */
  components: z.array(componentPart),
  composite: pointsSchema.optional(),
  grade: gradePart.optional(),
  standing: standingPart.optional(),
  consequences: z.array(consequencePart),
  /** Between which places nine in ten redraws of answers and ballots lie, for those who may see it. */
  range: z.strictObject({ best: z.int(), worst: z.int(), isBandUnsure: z.boolean() }).optional(),
  /** Its place in the year before, if known. */
  lastPlace: z.int().optional(),
  /** Number of matters here that the committee should review. */
  issues: z.int(),
})

/** The ranking: rows by ranking, then by place, those without a place last; `blockers` say why nothing can be scored, and then there are no rows. */
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
  /** Bands of places, counted from one end of each ranking. */
  bands: z.array(
    z.strictObject({
      rule: z.string(),
      name: z.string(),
      citation: z.string(),
      by: z.enum(['fromBottom', 'fromTop']),
      from: z.int(),
      to: z.int(),
      /** Number of years required, if more than this one. */
      years: z.int().optional(),
    }),
  ),
  /** Whether the rows have ranges of places. */
  ranges: z.boolean(),
  rows: z.array(rankingRow),
  paging: pagingSchema.optional(),
  /** With the first page, the figures of all rows for the charts: composite, places in `grades`, `leadUnits`, `tiers` and `cohorts`, then each component; null where there is none. */
  figures: z.array(z.array(z.number().nullable())).optional(),
  issues: z.array(issuePart),
  /** Rows that lost points: in how many of the listed units and how many points in total, most frequent first. */
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
  /** Provisional rulings (暂定口径) in effect in this scheme. */
  assumed: z.array(rulingPart),
})

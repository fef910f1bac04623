import { z } from 'zod'

const id = z.string().min(1)
const perId = z.record(id, z.number())

/** Facts of one unit in a case, each list in its shortest form; what is left out has the defaults of `buildCase`. */
const unitFacts = {
  unit: z
    .strictObject({
      name: z.string(),
      kind: z.string(),
      level: z.string(),
      tier: id,
      leadUnit: id,
      cohort: id,
      affiliated: z.boolean(),
      headedByLeader: z.boolean(),
      opensOn: z.string(),
      closesOn: z.string(),
      succeeds: z.array(id),
    })
    .partial(),
  holders: z.array(
    z.strictObject({
      person: id,
      post: id.optional(),
      rank: z.number().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  visits: z.array(
    z.union([
      z.number(),
      z.strictObject({
        quarter: z.number(),
        by: z.enum(['committee', 'leadUnit']).optional(),
        heldOn: z.string().optional(),
      }),
    ]),
  ),
  findings: z.array(z.looseObject({ row: id.optional(), rule: id, count: z.number().optional() })),
  ledger: z.record(id, z.union([z.number(), perId])),
  tests: z.array(z.strictObject({ sat: z.number(), failed: z.number(), quarter: z.number().optional() })),
  survey: z.record(id, perId),
  votes: z.record(id, z.array(z.union([z.number(), id]))),
  grading: z.union([id, z.strictObject({ grade: id, reason: z.string() })]),
  measures: perId,
  vetoes: z.array(id),
  scores: z.union([z.number(), perId]),
  decidedFromBottom: z.number(),
  annualGrade: id,
  past: z.record(
    id,
    z.strictObject({
      fromBottom: z.number(),
      of: z.number().optional(),
      person: id.optional(),
      grade: id.optional(),
      rowsLost: z.array(id).optional(),
    }),
  ),
}

/** What a case expects of one unit; only what is named is compared. */
const expectation = {
  rows: perId,
  components: z.record(id, z.union([z.number(), z.literal('none')])),
  composite: z.union([z.number(), z.literal('none')]),
  grade: z.union([id, z.literal('none')]),
  movedBy: z.enum(['precondition', 'veto', 'quota', 'none']),
  place: z.union([z.number(), z.literal('none')]),
  fromBottom: z.number(),
  of: z.number(),
  ranking: id,
  tiedWith: z.array(id),
  brokenBy: z.union([id, z.literal('none')]),
  acrossEdge: z.boolean(),
  bands: z.enum(['yes', 'no', 'undecided']),
  consequences: z.array(id),
  years: z.record(id, z.array(z.number())),
  deduction: z.number(),
  conversions: perId,
  annualGradeAllowed: z.boolean(),
  issues: z.array(z.string()),
  noIssues: z.array(z.string()),
  answeredBy: z.union([id, z.literal('none')]),
  appraised: z.boolean(),
  shows: z.array(id),
  tells: z.array(z.string()),
  showsNot: z.array(id),
}

const unitCase = z.strictObject({ ...unitFacts, expect: z.strictObject(expectation).partial() }).partial()

/** One worked case as an office writes it: one unit at the top level, or several under `units`. */
export const caseSchema = z.strictObject({
  name: z.string().min(1),
  because: z.array(id).min(1),
  working: z.union([z.string(), z.number()]).optional(),
  rulings: z.record(id, z.unknown()).optional(),
  instead: z.record(id, z.unknown()).optional(),
  ...z.strictObject(unitFacts).partial().shape,
  units: z.record(id, unitCase).optional(),
  ladder: z.strictObject({ count: z.number(), from: z.number(), down: z.number() }).optional(),
  sheets: z
    .array(
      z.strictObject({
        class: id,
        times: z.number().optional(),
        marks: z.record(id, z.union([z.number(), id])),
      }),
    )
    .optional(),
  bandsApply: z.record(id, z.boolean()).optional(),
  row: id.optional(),
  component: id.optional(),
  points: z.union([z.number(), z.literal('none')]).optional(),
  expect: z.strictObject(expectation).partial().optional(),
  issues: z.array(z.string()).optional(),
  noIssues: z.array(z.string()).optional(),
  timetable: z.record(id, z.string()).optional(),
  refused: z.array(id).optional(),
})

/** A case file: a list of cases. */
export const caseFileSchema = z.array(caseSchema).min(1)

/** 算例: one worked case. */
export type WorkedCase = z.infer<typeof caseSchema>

/** 算例中的一个单位: facts and expectations. */
export type UnitCase = z.infer<typeof unitCase>

/** 算例对一个单位的预期. */
export type Expectation = NonNullable<UnitCase['expect']>

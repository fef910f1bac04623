import { z } from 'zod'
import { daySchema } from '../shape/fieldSchemas.ts'
import { lineField, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { mergerFields, renameFields, unitFields } from './rosterFields.ts'
import { typedText } from '../shape/typedText.ts'

const code = typedText().min(1).max(100)
const years = z.strictObject({ year: yearParam })
const oneUnit = z.strictObject({ year: yearParam, unit: unitParam })

const { tier: _tier, cohort: _cohort, ...plainFields } = unitFields

const unitBody = z.strictObject({
  ...shapeOf(plainFields),
  tier: code,
  cohort: code.optional(),
  succeeds: z.array(code).max(200).optional(),
})

/** One tenure of a post in the unit it is listed under. */
const holderFields = z.strictObject({
  person: code,
  name: lineField,
  post: lineField,
  rank: z.int().min(1).max(10_000).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
})

const formerName = z.strictObject({ name: z.string(), until: z.string() })

/** The appraisee: who answers for the unit, if anybody, and by which rule. */
const answersPart = z.strictObject({
  name: z.string().optional(),
  post: z.string().optional(),
  why: z.string(),
})

const unitPart = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.string(),
  tier: z.string(),
  leadUnit: z.string().optional(),
  cohort: z.string().optional(),
  affiliated: z.boolean(),
  headedByLeader: z.boolean(),
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
  succeeds: z.array(z.string()).optional(),
  formerNames: z.array(formerName).optional(),
  leadName: z.string().optional(),
  answers: answersPart.optional(),
  /** Why the unit is not appraised. */
  outside: z.string().optional(),
})

const named = z.strictObject({ id: z.string(), name: z.string() })

/** The roster: units in the order of their names, by page under their lead units, and the options its forms offer. */
const rosterAnswer = z.strictObject({
  year: z.int(),
  /** Whether the reader sees every unit, not only their own group or unit. */
  whole: z.boolean(),
  /** Why it cannot be changed now. */
  closed: z.string().optional(),
  units: z.array(
    unitPart.extend({
      tierName: z.string(),
      cohortName: z.string().optional(),
      /** Number of units it leads. */
      leads: z.int(),
      state: z.string(),
      /** In a list by page: the heading between rows. */
      group: z.string().optional(),
    }),
  ),
  paging: pagingSchema.optional(),
  terms: z.strictObject({
    tiers: z.array(named),
    cohorts: z.array(named),
    levels: z.array(z.string()),
    kinds: z.array(z.string()),
    posts: z.array(z.string()),
  }),
})

/** Everything about a unit: its post holders by date, and who changed it last. */
const unitAnswer = unitPart.extend({
  holders: z.array(z.strictObject({ ...holderFields.shape, answers: z.boolean() })),
  members: z.array(named),
  mergedFrom: z.array(named),
  mergedInto: named.optional(),
  facts: z.int(),
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
})

/** Routes for the roster: read, edit a unit with its post holders, add, rename and merge by date, remove, copy from the previous year. */
export const rosterRoutes = defineRoutes({
  'GET /api/years/:year/roster': {
    summary: '名册：单位、牵头关系和考核对象',
    admits: 'readRoster',
    params: years,
    query: z.strictObject(pageQuery),
    answer: rosterAnswer,
  },
  'GET /api/years/:year/roster/:unit': {
    summary: '一个单位及其任职',
    admits: 'readRoster',
    params: oneUnit,
    answer: unitAnswer,
  },
  'POST /api/years/:year/roster': {
    summary: '名册增加一个单位',
    admits: 'editRoster',
    bodyKilobytes: 512,
    params: years,
    body: z.strictObject({ unit: unitBody, holders: z.array(holderFields).max(200) }),
    answer: unitAnswer,
  },
  'PUT /api/years/:year/roster/:unit': {
    summary: '修改一个单位及其任职',
    admits: 'editRoster',
    bodyKilobytes: 512,
    params: oneUnit,
    body: z.strictObject({
      revision: revisionField,
      unit: unitBody,
      holders: z.array(holderFields).max(200),
    }),
    answer: unitAnswer,
  },
  'POST /api/years/:year/roster/:unit/name': {
    summary: '单位改名：自某日起用新名称，曾用名保留',
    admits: 'editRoster',
    params: oneUnit,
    body: z.strictObject({ revision: revisionField, ...shapeOf(renameFields) }),
    answer: unitAnswer,
  },
  'POST /api/years/:year/roster/:unit/merger': {
    summary: '单位并入另一单位：自某日起撤销，历年结果由另一单位接续',
    admits: 'editRoster',
    params: oneUnit,
    body: z.strictObject({ revision: revisionField, ...shapeOf(mergerFields) }),
    answer: unitAnswer,
  },
  'DELETE /api/years/:year/roster/:unit': {
    summary: '删去录错的单位',
    admits: 'editRoster',
    params: oneUnit,
    query: z.strictObject({
      revision: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    }),
    answer: z.strictObject({ unit: z.string() }),
  },
  'POST /api/years/:year/roster-copy': {
    summary: '由另一年度的名册复制',
    admits: 'editRoster',
    params: years,
    body: z.strictObject({ from: z.int().min(1949).max(2999) }),
    answer: z.strictObject({ units: z.int(), holders: z.int(), left: z.int() }),
  },
})

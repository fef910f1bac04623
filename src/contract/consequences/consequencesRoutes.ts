import { z } from 'zod'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { replyFields, serveFields } from './consequencesFields.ts'

/** Service of a notice and the reply to it. `revision` counts changes. */
const noticePart = z.strictObject({
  servedOn: z.string(),
  servedBy: z.string(),
  servedAt: z.string(),
  to: z.string(),
  text: z.string(),
  reply: z.string().optional(),
  repliedBy: z.string().optional(),
  repliedAt: z.string().optional(),
  revision: z.int(),
})

/** One consequence (结果运用): the person or unit affected, the clause, the years and results behind it, and whether its notice was served. */
export const consequenceRow = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  leadUnit: z.string().optional(),
  leadUnitName: z.string().optional(),
  person: z.string().optional(),
  personName: z.string().optional(),
  post: z.string().optional(),
  rule: z.string(),
  name: z.string(),
  citation: z.string(),
  restated: z.string().optional(),
  on: z.enum(['unit', 'appraisee']),
  deduction: pointsSchema.optional(),
  measure: z.string().optional(),
  /** Year in which it takes effect. */
  takesEffect: z.int(),
  overYears: z.boolean(),
  /** The qualifying years, oldest first. */
  years: z.array(
    z.strictObject({
      cycle: z.int(),
      place: z.int().optional(),
      fromBottom: z.int().optional(),
      of: z.int().optional(),
      composite: pointsSchema.optional(),
      gradeName: z.string().optional(),
      personName: z.string().optional(),
    }),
  ),
  state: z.enum(['pending', 'served', 'replied']),
  notice: noticePart.optional(),
})

const year = z.strictObject({ year: yearParam })
const one = z.strictObject({ year: yearParam, unit: unitParam, rule: z.string().min(1).max(100) })

/** Routes for consequences: who is affected and why, notices and replies. */
export const consequencesRoutes = defineRoutes({
  'GET /api/years/:year/consequences': {
    summary: '结果运用清单：本年度和跨年度的，附条款和所依据的年度',
    admits: 'readConsequences',
    params: year,
    answer: z.strictObject({
      year: z.int(),
      basis: z.enum(['live', 'sealed']),
      seal: z.int().optional(),
      /** Whether notices may be served, which requires an approved result; otherwise the reason is given. */
      mayServe: z.boolean(),
      whyNot: z.string().optional(),
      blockers: z.array(z.string()),
      rules: z.array(
        z.strictObject({
          rule: z.string(),
          name: z.string(),
          citation: z.string(),
          overYears: z.boolean(),
          count: z.int(),
        }),
      ),
      rows: z.array(consequenceRow),
      /** Consequences whose notice was served but that no longer apply after a correction. */
      withdrawn: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          rule: z.string(),
          name: z.string(),
          servedOn: z.string(),
        }),
      ),
    }),
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/notice': {
    summary: '登记结果运用通知的送达',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject(shapeOf(serveFields)),
    answer: noticePart,
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/reply': {
    summary: '回复结果运用通知',
    admits: 'replyNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(replyFields), revision: revisionField }),
    answer: noticePart,
  },
  'GET /api/years/:year/consequences.xlsx': {
    summary: '导出结果运用清单',
    admits: 'exportResults',
    params: year,
    file: true,
  },
})

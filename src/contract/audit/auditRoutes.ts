import { z } from 'zod'
import { daySchema } from '../shape/fieldSchemas.ts'
import { trailGroups, type TrailGroup } from '../trail/trailGroups.ts'
import { numberParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'

const groupSchema = z.enum(Object.keys(trailGroups) as [TrailGroup, ...TrailGroup[]])

/** Filters of the trail: group, person, unit, year, days (both inclusive) and words of the sentence. */
const filters = z.strictObject({
  group: groupSchema.optional(),
  person: z.string().max(100).optional(),
  unit: z.string().max(100).optional(),
  year: yearParam.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  text: z.string().max(100).optional(),
})

/** One line of the trail, in words. */
const trailLinePart = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actorName: z.string(),
  group: z.string(),
  sentence: z.string(),
  year: z.int().optional(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  hash: z.string(),
})

/** Routes for the trail. */
export const auditRoutes = defineRoutes({
  'GET /api/trail': {
    summary: '留痕，最近的在前，每次至多 50 条',
    admits: 'readTrail',
    query: filters.extend({ before: numberParam.optional() }),
    answer: z.strictObject({
      lines: z.array(trailLinePart),
      /** Pass this as `before` to fetch older lines; absent at the end. */
      next: z.int().optional(),
      head: z.strictObject({ seq: z.int(), hash: z.string() }),
      groups: z.array(z.strictObject({ id: groupSchema, name: z.string() })),
    }),
  },
  'GET /api/trail/verification': {
    summary: '核验留痕的一段：接着上一段的末行重新计算，至多 20000 条',
    admits: 'readTrail',
    query: z.strictObject({ after: numberParam, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: z.strictObject({
      /** Sequence number and hash up to which the trail was verified. */
      to: z.int(),
      hash: z.string(),
      head: z.strictObject({ seq: z.int(), hash: z.string() }),
      done: z.boolean(),
      /** The mismatch found. */
      fault: z.strictObject({ seq: z.int(), sentence: z.string() }).optional(),
    }),
  },
  'GET /api/trail.ndjson': {
    summary: '导出全部留痕，可用 hengping verify-trail 独立核验',
    admits: 'exportTrail',
    file: true,
  },
  'GET /api/trail.xlsx': {
    summary: '按筛选导出留痕的表格，至多 200000 条',
    admits: 'exportTrail',
    query: filters,
    file: true,
  },
})

import { z } from 'zod'
import { recordParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'

const counts = z.strictObject({
  /** Counts by state: 未开始 not begun, 在途 in transit (a sheet arrived but is not yet in force), 已报送 in force (the unit may reply), 有异议 disputed, 已完结 settled. */
  waiting: z.int(),
  underWay: z.int(),
  sent: z.int(),
  objected: z.int(),
  settled: z.int(),
})

/** Routes for the overview of a round: progress by lead unit, late inspectors, the most frequent losses, and how strict inspectors are compared with one another. */
export const overviewRoutes = defineRoutes({
  'GET /api/years/:year/rounds/:round/overview': {
    summary: '一轮核查的情况：进度、逾期、常失分的行、核查尺度',
    admits: 'readSheets',
    params: z.strictObject({ year: yearParam, round: recordParam }),
    answer: z.strictObject({
      round: z.string(),
      name: z.string(),
      quarter: z.int(),
      state: z.enum(['drafted', 'issued', 'running', 'ended']),
      total: counts,
      groups: z.array(z.strictObject({ unit: z.string(), name: z.string(), units: z.int(), counts })),
      late: z.array(
        z.strictObject({
          assignment: z.string(),
          unit: z.string(),
          unitName: z.string(),
          plannedOn: z.string(),
          people: z.string(),
          days: z.int(),
        }),
      ),
      /** Rows that most often lose points, most units first; points are averaged over the units that lost any. */
      rows: z.array(z.strictObject({ row: z.string(), title: z.string(), units: z.int(), lost: z.number() })),
      inspected: z.int(),
      /** Strictness of each inspector, in points; only for those responsible for the whole round. */
      people: z.array(
        z.strictObject({
          inspector: z.string(),
          name: z.string(),
          units: z.int(),
          mean: z.number(),
          spread: z.number(),
          identical: z.number(),
          difference: z.number().optional(),
          from: z.number().optional(),
          to: z.number().optional(),
          word: z.enum(['stricter', 'milder', 'alike', 'tooFew']),
          advice: z.string(),
        }),
      ),
    }),
  },
})

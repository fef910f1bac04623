import { z } from 'zod'
import { defineRoutes } from '../http/route.ts'
import { numberParam, yearParam } from '../http/paramSchemas.ts'

/** Routes for the case file (案卷): one archive of a sealed year that anyone can recompute. */
export const caseFileRoutes = defineRoutes({
  'POST /api/years/:year/seals/:number/case-file': {
    summary: '制作案卷：方案、事实、结果、留痕、抽签、公布的计票和核验页，供审计和归档；在后台制作',
    admits: 'makeCaseFile',
    params: z.strictObject({ year: yearParam, number: numberParam }),
    body: z.strictObject({}),
    answer: z.strictObject({ job: z.uuid() }),
  },
})

import { z } from 'zod'
import { recordParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'

/** A background job: what it makes, its `progress` from 0 to 1, and whether its file can be fetched. Visible only to the user who started it. */
export const jobPart = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  year: z.int().optional(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'expired']),
  stage: z.string(),
  progress: z.number(),
  file: z.strictObject({ name: z.string(), bytes: z.int() }).optional(),
  /** Reason for the failure. */
  fault: z.string().optional(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  expiresAt: z.string().optional(),
})

const one = z.strictObject({ job: recordParam })

/** Routes for background jobs, which continue while the user is away. */
export const jobRoutes = defineRoutes({
  'GET /api/jobs': {
    summary: '本人的后台任务，最近的在前',
    admits: 'signedIn',
    answer: z.strictObject({ jobs: z.array(jobPart) }),
  },
  'GET /api/jobs/:job': { summary: '一个后台任务的进度', admits: 'signedIn', params: one, answer: jobPart },
  'GET /api/jobs/:job/file': {
    summary: '取走后台任务制作的文件',
    admits: 'signedIn',
    params: one,
    file: true,
  },
  'POST /api/jobs/:job/cancel': {
    summary: '取消后台任务',
    admits: 'signedIn',
    params: one,
    body: z.strictObject({}),
    answer: jobPart,
    readOnly: true,
  },
})

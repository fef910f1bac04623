import { z } from 'zod'
import { defineRoutes } from '../http/route.ts'

/** Routes of the platform: liveness and readiness. */
export const platformRoutes = defineRoutes({
  'GET /api/health': {
    summary: '服务是否在运行',
    admits: 'anyone',
    forAll: true,
    answer: z.strictObject({ ok: z.literal(true), version: z.string() }),
  },
  'GET /api/ready': {
    summary: '数据库是否可用',
    admits: 'anyone',
    forAll: true,
    answer: z.strictObject({ ready: z.literal(true), database: z.enum(['embedded', 'server', 'memory']) }),
  },
})

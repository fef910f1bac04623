import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { platformRoutes } from '../../../contract/platform/platformRoutes.ts'
import { serveRoutes } from '../http/serveRoutes.ts'

/** 健康与就绪: alive is the process, ready is the process with its database. */
export function serveHealth(app: FastifyInstance): void {
  serveRoutes(app, platformRoutes, {
    'GET /api/health': ({ context }) => ({ ok: true as const, version: context.version }),
    'GET /api/ready': async ({ context }) => {
      await context.db.execute(sql`select 1`)
      return { ready: true as const, database: context.database.kind }
    },
  })
}

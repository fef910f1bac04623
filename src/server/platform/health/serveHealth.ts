import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { platformRoutes } from '../../../contract/platform/platformRoutes.ts'
import { serveRoutes } from '../http/serveRoutes.ts'

/** Serves health and readiness: healthy means the process runs, ready means its database answers too. */
export function serveHealth(app: FastifyInstance): void {
  serveRoutes(app, platformRoutes, {
    'GET /api/health': ({ context }) => ({ ok: true as const, version: context.version }),
    'GET /api/ready': async ({ context }) => {
      await context.db.execute(sql`select 1`)
      return { ready: true as const, database: context.database.kind }
    },
  })
}

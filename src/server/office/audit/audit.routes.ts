import type { FastifyInstance } from 'fastify'
import { auditRoutes } from '../../../contract/audit/auditRoutes.ts'
import { trailGroups, type TrailGroup } from '../../../contract/trail/trailGroups.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { readHead } from './audit.store.ts'
import { exportLines, exportTable } from './exportTrail.ts'
import { searchTrail } from './searchTrail.ts'
import { verifyStretch } from './verifyStretch.ts'

/** Registers the audit trail (留痕) routes. */
export function serveAudit(app: FastifyInstance): void {
  serveRoutes(app, auditRoutes, {
    'GET /api/trail': async ({ context, query: { before, ...filters } }) => {
      const { seq, hash } = await readHead(context.db)
      const groups = (Object.keys(trailGroups) as TrailGroup[]).map(id => ({
        id,
        name: trailGroups[id].name,
      }))
      return { ...(await searchTrail(context.db, filters, before)), head: { seq, hash }, groups }
    },
    'GET /api/trail/verification': verifyStretch,
    'GET /api/trail.ndjson': exportLines,
    'GET /api/trail.xlsx': ({ context, query, change }) => exportTable(context, change, query),
  })
}

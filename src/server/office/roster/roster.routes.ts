import type { FastifyInstance } from 'fastify'
import { rosterRoutes } from '../../../contract/roster/rosterRoutes.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { addUnit } from './addUnit.ts'
import { bumpCycle } from './bumpCycle.store.ts'
import { copyRoster } from './copyRoster.ts'
import { editUnit } from './editUnit.ts'
import { mergeUnit } from './mergeUnit.ts'
import { removeUnit } from './removeUnit.ts'
import { renameUnit } from './renameUnit.ts'
import { viewRoster } from './viewRoster.ts'
import { viewUnit } from './viewUnit.ts'

/** Registers the roster routes. */
export function serveRoster(app: FastifyInstance): void {
  serveRoutes(app, rosterRoutes, {
    'GET /api/years/:year/roster': viewRoster,
    'GET /api/years/:year/roster/:unit': viewUnit,
    'POST /api/years/:year/roster': addUnit,
    'PUT /api/years/:year/roster/:unit': editUnit,
    'POST /api/years/:year/roster/:unit/name': renameUnit,
    'POST /api/years/:year/roster/:unit/merger': mergeUnit,
    'DELETE /api/years/:year/roster/:unit': removeUnit,
    'POST /api/years/:year/roster-copy': ({ params, body, change, context, actor }) =>
      change(async tx => {
        const locked = await bumpCycle(tx, params.year)
        if (isRefusal(locked)) return locked
        const stamp = { by: actor.name, at: context.now() }
        const done = await copyRoster(tx, params.year, body.from, stamp)
        return isRefusal(done) ? done : { answer: { ...done.copied }, events: [done.event] }
      }),
  })
}

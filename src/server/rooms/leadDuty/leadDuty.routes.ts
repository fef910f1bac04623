import type { FastifyInstance } from 'fastify'
import { leadDutyRoutes } from '../../../contract/leadDuty/leadDutyRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { listDutySigns } from './listDutySigns.ts'
import { answerDuty, objectToDuty } from './objectToDuty.ts'

/** Registers the routes for lead duty (牵头职责): signs and objections. */
export function serveLeadDuty(app: FastifyInstance): void {
  serveRoutes(app, leadDutyRoutes, {
    'GET /api/years/:year/lead-duty/signs': listDutySigns,
    'POST /api/years/:year/units/:unit/lead-duty/:record/object': objectToDuty,
    'POST /api/years/:year/lead-duty/:record/answer': answerDuty,
  })
}

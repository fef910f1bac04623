import type { FastifyInstance } from 'fastify'
import { debriefRoutes } from '../../../../contract/ledger/debriefRoutes.ts'
import { serveRoutes } from '../../../platform/http/serveRoutes.ts'
import { countRecords, viewCounted } from './countRecords.ts'
import { holdDebrief } from './holdDebrief.ts'
import { debriefTemplate, importDebriefs } from './importDebriefs.ts'
import { addDebrief, guideDebrief, planDebrief, withdrawDebrief } from './keepDebriefs.ts'
import { listDebriefs } from './listDebriefs.ts'

/** Registers the routes for dual debriefs (双述双评) and for what the ledger counts from other records. */
export function serveDebriefs(app: FastifyInstance): void {
  serveRoutes(app, debriefRoutes, {
    'GET /api/years/:year/debriefs': listDebriefs,
    'GET /api/years/:year/units/:unit/debriefs-template.xlsx': debriefTemplate,
    'POST /api/years/:year/units/:unit/debriefs/workbook': importDebriefs,
    'POST /api/years/:year/units/:unit/debriefs': addDebrief,
    'PUT /api/years/:year/units/:unit/debriefs/:debrief': planDebrief,
    'POST /api/years/:year/units/:unit/debriefs/:debrief/hold': holdDebrief,
    'POST /api/years/:year/units/:unit/debriefs/:debrief/guidance': guideDebrief,
    'POST /api/years/:year/units/:unit/debriefs/:debrief/withdraw': withdrawDebrief,
    'GET /api/years/:year/ledger/counted': viewCounted,
    'POST /api/years/:year/ledger/counted': countRecords,
  })
}

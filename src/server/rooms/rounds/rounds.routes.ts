import type { FastifyInstance } from 'fastify'
import { roundsRoutes } from '../../../contract/rounds/roundsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { dropAssignment, editAssignment, makeAssignment } from './editAssignment.ts'
import { addInspectors, editInspector } from './editInspectors.ts'
import { dropRound, editRound, makeRound } from './editRound.ts'
import { exportInspectors } from './exportInspectors.ts'
import { importInspectors } from './importInspectors.ts'
import { dropLeadInspection, planLeadInspection } from './leadInspection.ts'
import { listOwn } from './listOwn.ts'
import { endRound, issueRound, reopenRound } from './moveRound.ts'
import { stampOf } from './plan.store.ts'
import { proposeRound } from './proposeRound.ts'
import { viewInspectors } from './viewInspectors.ts'
import { viewPlan } from './viewPlan.ts'
import { viewRounds } from './viewRounds.ts'

/** Registers the routes for inspection rounds (核查轮次). */
export function serveRounds(app: FastifyInstance): void {
  serveRoutes(app, roundsRoutes, {
    'GET /api/years/:year/inspectors': ({ context, reach, params }) =>
      viewInspectors(context, reach, params.year),
    'POST /api/years/:year/inspectors': ({ context, actor, change, params, body }) =>
      change(tx => addInspectors(tx, context, params.year, body.inspectors, stampOf(context, actor))),
    'PUT /api/years/:year/inspectors/:inspector': editInspector,
    'POST /api/years/:year/inspectors/workbook': importInspectors,
    'GET /api/years/:year/inspectors.xlsx': exportInspectors,
    'GET /api/years/:year/rounds': viewRounds,
    'POST /api/years/:year/rounds': makeRound,
    'PUT /api/years/:year/rounds/:round': editRound,
    'DELETE /api/years/:year/rounds/:round': dropRound,
    'GET /api/years/:year/rounds/:round': ({ context, reach, params }) =>
      viewPlan(context, reach, params.year, params.round),
    'POST /api/years/:year/rounds/:round/proposal': proposeRound,
    'POST /api/years/:year/rounds/:round/assignments': makeAssignment,
    'PUT /api/years/:year/rounds/:round/assignments/:assignment': editAssignment,
    'DELETE /api/years/:year/rounds/:round/assignments/:assignment': dropAssignment,
    'POST /api/years/:year/rounds/:round/issue': issueRound,
    'POST /api/years/:year/rounds/:round/end': endRound,
    'POST /api/years/:year/rounds/:round/reopen': reopenRound,
    'GET /api/years/:year/assignments': listOwn,
    'POST /api/years/:year/units/:unit/lead-inspections': planLeadInspection,
    'DELETE /api/years/:year/units/:unit/lead-inspections/:assignment': dropLeadInspection,
  })
}

import type { FastifyInstance } from 'fastify'
import { roundsRoutes } from '../../../contract/rounds/roundsRoutes.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { House } from '../../platform/house.ts'
import { dropAssignment, editAssignment, makeAssignment } from './editAssignment.ts'
import { addInspectors, editInspector } from './editInspectors.ts'
import { dropRound, editRound, makeRound } from './editRound.ts'
import { exportInspectors, exportPlan } from './exportRounds.ts'
import { importInspectors } from './importInspectors.ts'
import { dropLeadInspection, planLeadInspection } from './leadInspection.ts'
import { listOwn } from './listOwn.ts'
import { endRound, issueRound, reopenRound } from './moveRound.ts'
import type { Stamp } from './plan.store.ts'
import { proposeRound } from './proposeRound.ts'
import { viewInspectors } from './viewInspectors.ts'
import { viewPlan } from './viewPlan.ts'
import { viewRounds } from './viewRounds.ts'

/** 核查轮次的接口. */
export function serveRounds(app: FastifyInstance): void {
  serveRoutes(app, roundsRoutes, {
    'GET /api/years/:year/inspectors': ({ house, reach, params }) =>
      viewInspectors(house, reach, params.year),
    'POST /api/years/:year/inspectors': ({ house, actor, change, params, body }) =>
      change(tx => addInspectors(tx, house, params.year, body.inspectors, stampOf(house, actor))),
    'PUT /api/years/:year/inspectors/:inspector': ({ house, actor, change, params, body }) =>
      change(tx => editInspector(tx, params.year, params.inspector, body, stampOf(house, actor))),
    'POST /api/years/:year/inspectors/workbook': ({ house, actor, change, params, query, raw }) =>
      importInspectors(
        house,
        change,
        { year: params.year, bytes: bytesOf(raw.body), step: query.step },
        stampOf(house, actor),
      ),
    'GET /api/years/:year/inspectors.xlsx': ({ house, reach, params }) =>
      exportInspectors(house, reach, params.year),
    'GET /api/years/:year/rounds': ({ house, reach, params }) => viewRounds(house, reach, params.year),
    'POST /api/years/:year/rounds': ({ house, actor, change, params, body }) =>
      change(tx => makeRound(tx, house, params.year, body, stampOf(house, actor))),
    'PUT /api/years/:year/rounds/:round': ({ house, actor, change, params, body }) =>
      change(tx => editRound(tx, house, params, body, stampOf(house, actor))),
    'DELETE /api/years/:year/rounds/:round': ({ change, params, query }) =>
      change(tx => dropRound(tx, params, query.revision)),
    'GET /api/years/:year/rounds/:round': ({ house, reach, params }) =>
      viewPlan(house, reach, params.year, params.round),
    'POST /api/years/:year/rounds/:round/proposal': ({ house, actor, change, params, body }) =>
      change(tx => proposeRound(tx, house, params, body, stampOf(house, actor))),
    'POST /api/years/:year/rounds/:round/assignments': ({ house, actor, change, params, body }) =>
      change(tx => makeAssignment(tx, house, params, body, stampOf(house, actor))),
    'PUT /api/years/:year/rounds/:round/assignments/:assignment': ({ house, actor, change, params, body }) =>
      change(tx => editAssignment(tx, house, params, body, stampOf(house, actor))),
    'DELETE /api/years/:year/rounds/:round/assignments/:assignment': ({
      house,
      actor,
      change,
      params,
      query,
    }) => change(tx => dropAssignment(tx, params, query.revision, stampOf(house, actor))),
    'POST /api/years/:year/rounds/:round/issue': ({ house, actor, change, params, body }) =>
      change(tx => issueRound(tx, house, { ...params, ...body }, stampOf(house, actor))),
    'POST /api/years/:year/rounds/:round/end': ({
      house,
      actor,
      change,
      params,
      body: { reason, revision },
    }) => change(tx => endRound(tx, house, { ...params, revision }, reason, stampOf(house, actor))),
    'POST /api/years/:year/rounds/:round/reopen': ({
      house,
      actor,
      change,
      params,
      body: { reason, revision },
    }) => change(tx => reopenRound(tx, house, { ...params, revision }, reason, stampOf(house, actor))),
    'GET /api/years/:year/rounds/:round/plan.xlsx': ({ house, reach, params }) =>
      exportPlan(house, reach, params.year, params.round),
    'GET /api/years/:year/assignments': ({ house, actor, reach, params, query }) =>
      listOwn(house, actor, reach, params.year, query.mine === 'yes'),
    'POST /api/years/:year/units/:unit/lead-inspections': ({ house, actor, change, params, body }) =>
      change(tx => planLeadInspection(tx, house, actor, params, body, stampOf(house, actor))),
    'DELETE /api/years/:year/units/:unit/lead-inspections/:assignment': ({
      house,
      actor,
      change,
      params,
      query,
    }) => change(tx => dropLeadInspection(tx, actor, params, query.revision, stampOf(house, actor))),
  })
}

function stampOf(house: House, actor: Actor): Stamp {
  return { by: actor.name, at: house.now() }
}

function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
}

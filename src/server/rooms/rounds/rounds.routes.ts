import type { FastifyInstance } from 'fastify'
import { roundsRoutes } from '../../../contract/rounds/roundsRoutes.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { AppContext } from '../../platform/appContext.ts'
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
    'GET /api/years/:year/inspectors': ({ context, reach, params }) =>
      viewInspectors(context, reach, params.year),
    'POST /api/years/:year/inspectors': ({ context, actor, change, params, body }) =>
      change(tx => addInspectors(tx, context, params.year, body.inspectors, stampOf(context, actor))),
    'PUT /api/years/:year/inspectors/:inspector': ({ context, actor, change, params, body }) =>
      change(tx => editInspector(tx, params.year, params.inspector, body, stampOf(context, actor))),
    'POST /api/years/:year/inspectors/workbook': ({ context, actor, change, params, query, raw }) =>
      importInspectors(
        context,
        change,
        { year: params.year, bytes: bytesOf(raw.body), step: query.step },
        stampOf(context, actor),
      ),
    'GET /api/years/:year/inspectors.xlsx': ({ context, reach, params }) =>
      exportInspectors(context, reach, params.year),
    'GET /api/years/:year/rounds': ({ context, reach, params }) => viewRounds(context, reach, params.year),
    'POST /api/years/:year/rounds': ({ context, actor, change, params, body }) =>
      change(tx => makeRound(tx, context, params.year, body, stampOf(context, actor))),
    'PUT /api/years/:year/rounds/:round': ({ context, actor, change, params, body }) =>
      change(tx => editRound(tx, context, params, body, stampOf(context, actor))),
    'DELETE /api/years/:year/rounds/:round': ({ change, params, query }) =>
      change(tx => dropRound(tx, params, query.revision)),
    'GET /api/years/:year/rounds/:round': ({ context, reach, params }) =>
      viewPlan(context, reach, params.year, params.round),
    'POST /api/years/:year/rounds/:round/proposal': ({ context, actor, change, params, body }) =>
      change(tx => proposeRound(tx, context, params, body, stampOf(context, actor))),
    'POST /api/years/:year/rounds/:round/assignments': ({ context, actor, change, params, body }) =>
      change(tx => makeAssignment(tx, context, params, body, stampOf(context, actor))),
    'PUT /api/years/:year/rounds/:round/assignments/:assignment': ({
      context,
      actor,
      change,
      params,
      body,
    }) => change(tx => editAssignment(tx, context, params, body, stampOf(context, actor))),
    'DELETE /api/years/:year/rounds/:round/assignments/:assignment': ({
      context,
      actor,
      change,
      params,
      query,
    }) => change(tx => dropAssignment(tx, params, query.revision, stampOf(context, actor))),
    'POST /api/years/:year/rounds/:round/issue': ({ context, actor, change, params, body }) =>
      change(tx => issueRound(tx, context, { ...params, ...body }, stampOf(context, actor))),
    'POST /api/years/:year/rounds/:round/end': ({
      context,
      actor,
      change,
      params,
      body: { reason, revision },
    }) => change(tx => endRound(tx, context, { ...params, revision }, reason, stampOf(context, actor))),
    'POST /api/years/:year/rounds/:round/reopen': ({
      context,
      actor,
      change,
      params,
      body: { reason, revision },
    }) => change(tx => reopenRound(tx, context, { ...params, revision }, reason, stampOf(context, actor))),
    'GET /api/years/:year/rounds/:round/plan.xlsx': ({ context, reach, params }) =>
      exportPlan(context, reach, params.year, params.round),
    'GET /api/years/:year/assignments': ({ context, actor, reach, params, query }) =>
      listOwn(context, actor, reach, params.year, query.mine === 'yes'),
    'POST /api/years/:year/units/:unit/lead-inspections': ({ context, actor, change, params, body }) =>
      change(tx => planLeadInspection(tx, context, actor, params, body, stampOf(context, actor))),
    'DELETE /api/years/:year/units/:unit/lead-inspections/:assignment': ({
      context,
      actor,
      change,
      params,
      query,
    }) => change(tx => dropLeadInspection(tx, actor, params, query.revision, stampOf(context, actor))),
  })
}

function stampOf(context: AppContext, actor: Actor): Stamp {
  return { by: actor.name, at: context.now() }
}

function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
}

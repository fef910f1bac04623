import type { FastifyInstance } from 'fastify'
import { consequencesRoutes } from '../../../contract/consequences/consequencesRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import {
  answerProposal,
  arrangeTalk,
  promiseStep,
  proposeReassignment,
  recordTalk,
  settleStep,
} from './followUp.ts'
import { listConsequences } from './listConsequences.ts'
import { replyNotice } from './replyNotice.ts'
import { serveNotice } from './serveNotice.ts'
import { withdrawNotice } from './withdrawNotice.ts'

/** Registers the routes for consequences. */
export function serveConsequences(app: FastifyInstance): void {
  serveRoutes(app, consequencesRoutes, {
    'GET /api/years/:year/consequences': ({ context, actor, reach, params, query }) =>
      listConsequences(context, actor, reach, params.year, query.asOf),
    'POST /api/years/:year/units/:unit/consequences/:rule/notice': serveNotice,
    'POST /api/years/:year/units/:unit/consequences/:rule/notice/withdraw': withdrawNotice,
    'POST /api/years/:year/units/:unit/consequences/:rule/reply': replyNotice,
    'PUT /api/years/:year/units/:unit/consequences/:rule/talk': arrangeTalk,
    'POST /api/years/:year/units/:unit/consequences/:rule/talk/record': recordTalk,
    'POST /api/years/:year/units/:unit/consequences/:rule/talk/steps': promiseStep,
    'POST /api/years/:year/units/:unit/consequences/:rule/talk/steps/:step/settle': settleStep,
    'PUT /api/years/:year/units/:unit/consequences/:rule/proposal': proposeReassignment,
    'POST /api/years/:year/units/:unit/consequences/:rule/proposal/outcome': answerProposal,
  })
}

import type { FastifyInstance } from 'fastify'
import { rectifyRoutes } from '../../../contract/rectify/rectifyRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { addProblem, dropProblem, mergeProblems, takeProposals, wordProblem } from './draftProblems.ts'
import { exportProblems } from './exportProblems.ts'
import { listProblems } from './listProblems.ts'
import { lookBack } from './lookBack.ts'
import { viewProblem } from './presentProblem.ts'
import { listProposals } from './proposeProblems.ts'
import {
  askExtension,
  claimDone,
  handInPlans,
  objectToProblem,
  planProblem,
  receiveProblems,
  reportProgress,
} from './rectifyProblem.ts'
import { answerObjection, reviewProblems, sendProblems } from './reviewProblems.ts'
import { viewBoard } from './viewBoard.ts'
import { answerExtension, checkProblem, vetPlans } from './vetPlans.ts'

/** Registers the routes for feedback and rectification (反馈、整改). */
export function serveRectify(app: FastifyInstance): void {
  serveRoutes(app, rectifyRoutes, {
    'GET /api/years/:year/problem-proposals': listProposals,
    'POST /api/years/:year/problem-proposals/take': takeProposals,
    'GET /api/years/:year/problems': listProblems,
    'GET /api/years/:year/problem-board': viewBoard,
    'GET /api/years/:year/problems.xlsx': exportProblems,
    'POST /api/years/:year/units/:unit/problems': addProblem,
    'GET /api/years/:year/units/:unit/problems/:problem': viewProblem,
    'PUT /api/years/:year/units/:unit/problems/:problem': wordProblem,
    'POST /api/years/:year/units/:unit/problems/:problem/drop': dropProblem,
    'POST /api/years/:year/units/:unit/problems/merge': mergeProblems,
    'POST /api/years/:year/problems/review': reviewProblems,
    'POST /api/years/:year/problems/send': sendProblems,
    'POST /api/years/:year/look-back': lookBack,
    'POST /api/years/:year/units/:unit/problems/receive': receiveProblems,
    'POST /api/years/:year/units/:unit/problems/:problem/object': objectToProblem,
    'POST /api/years/:year/units/:unit/problems/:problem/answer': answerObjection,
    'PUT /api/years/:year/units/:unit/problems/:problem/plan': planProblem,
    'POST /api/years/:year/units/:unit/problems/hand-in': handInPlans,
    'POST /api/years/:year/units/:unit/problems/vet': vetPlans,
    'POST /api/years/:year/units/:unit/problems/:problem/progress': reportProgress,
    'POST /api/years/:year/units/:unit/problems/:problem/extension': askExtension,
    'POST /api/years/:year/units/:unit/problems/:problem/extension/answer': answerExtension,
    'POST /api/years/:year/units/:unit/problems/:problem/claim': claimDone,
    'POST /api/years/:year/units/:unit/problems/:problem/check': checkProblem,
  })
}

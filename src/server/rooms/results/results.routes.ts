import type { FastifyInstance } from 'fastify'
import { resultsRoutes } from '../../../contract/results/resultsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { explainResult } from './explainResult.ts'
import { exportResults } from './exportResults.ts'
import { listFacts } from './listFacts.ts'
import { listRanking } from './listRanking.ts'
import { recordFact } from './recordFact.ts'
import { replaceFact } from './replaceFact.ts'
import { abandonCorrection } from '../../year/seal/abandonCorrection.ts'
import { approveSeal } from '../../year/seal/approveSeal.ts'
import { checkSeal } from '../../year/seal/checkSeal.ts'
import { compareSeals } from '../../year/seal/compareSeals.ts'
import { correctYear } from '../../year/seal/correctYear.ts'
import { releaseResults } from '../../year/seal/releaseResults.ts'
import { returnSeal } from '../../year/seal/returnSeal.ts'
import { sealYear } from '../../year/seal/sealYear.ts'
import { listSeals } from '../../year/seal/presentSeal.ts'
import { presentClause } from './presentClause.ts'
import { presentUnitResult } from './presentUnitResult.ts'
import { applyWhatIf } from './whatIf/applyWhatIf.ts'
import { tryWhatIf } from './whatIf/tryWhatIf.ts'
import { withdrawFact } from './withdrawFact.ts'

/** 结果的接口. */
export function serveResults(app: FastifyInstance): void {
  serveRoutes(app, resultsRoutes, {
    'GET /api/years/:year/ranking': ({ context, actor, reach, params }) =>
      listRanking(context, actor, reach, params.year),
    'GET /api/years/:year/units/:unit/result': ({ context, actor, reach, params }) =>
      presentUnitResult(context, actor, reach, params.year, params.unit),
    'GET /api/years/:year/units/:unit/explanation': ({ context, actor, params, query }) =>
      explainResult(context, actor, params.year, params.unit, query),
    'GET /api/years/:year/clauses': ({ context, params, query }) =>
      presentClause(context, params.year, query.citation),

    'POST /api/years/:year/what-if': ({ context, actor, params, body }) =>
      tryWhatIf(context, actor, params.year, body),
    'POST /api/years/:year/what-if/apply': ({ context, actor, change, params, body }) =>
      applyWhatIf(context, actor, change, params.year, body),

    'GET /api/years/:year/facts': ({ context, params, query }) => listFacts(context, params.year, query),
    'POST /api/years/:year/facts': ({ context, actor, change, params, body }) =>
      recordFact(context, actor, change, params.year, body),
    'PUT /api/years/:year/facts/:fact': ({ context, actor, change, params, body }) =>
      replaceFact(context, actor, change, params.year, params.fact, body),
    'POST /api/years/:year/facts/:fact/withdraw': ({ context, actor, change, params, body }) =>
      withdrawFact(context, actor, change, params.year, params.fact, body),

    'GET /api/years/:year/seal-checks': ({ context, params }) => checkSeal(context, params.year),
    'GET /api/years/:year/seals': ({ context, params }) => listSeals(context, params.year),
    'POST /api/years/:year/seals': ({ context, actor, change, params, body }) =>
      sealYear(context, actor, change, params.year, body),
    'GET /api/years/:year/seals/:number/differences': ({ context, params, query }) =>
      compareSeals(context.db, params.year, params.number, query.against),
    'POST /api/years/:year/seals/:number/approve': ({ context, actor, change, params, body }) =>
      approveSeal(context, actor, change, params.year, params.number, body),
    'POST /api/years/:year/seals/:number/return': ({ context, actor, change, params, body }) =>
      returnSeal(context, actor, change, params.year, params.number, body.reason),
    'POST /api/years/:year/corrections': ({ context, actor, change, params, body }) =>
      correctYear(context, actor, change, params.year, body),
    'POST /api/years/:year/corrections/abandon': ({ context, actor, change, params, body }) =>
      abandonCorrection(context, actor, change, params.year, body.reason),
    'POST /api/years/:year/release': ({ context, actor, change, params, body }) =>
      releaseResults(context, actor, change, params.year, body.seal),
    'POST /api/years/:year/exports': ({ context, actor, reach, change, params, body }) =>
      exportResults(context, actor, reach, change, params.year, body),
  })
}

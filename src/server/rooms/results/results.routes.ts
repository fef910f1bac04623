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
import { listSeals } from '../../year/seal/tellSeal.ts'
import { tellClause } from './tellClause.ts'
import { tellUnitResult } from './tellUnitResult.ts'
import { applyWhatIf } from './whatIf/applyWhatIf.ts'
import { tryWhatIf } from './whatIf/tryWhatIf.ts'
import { withdrawFact } from './withdrawFact.ts'

/** 结果的接口. */
export function serveResults(app: FastifyInstance): void {
  serveRoutes(app, resultsRoutes, {
    'GET /api/years/:year/ranking': ({ house, actor, reach, params }) =>
      listRanking(house, actor, reach, params.year),
    'GET /api/years/:year/units/:unit/result': ({ house, actor, reach, params }) =>
      tellUnitResult(house, actor, reach, params.year, params.unit),
    'GET /api/years/:year/units/:unit/explanation': ({ house, actor, params, query }) =>
      explainResult(house, actor, params.year, params.unit, query),
    'GET /api/years/:year/clauses': ({ house, params, query }) =>
      tellClause(house, params.year, query.citation),

    'POST /api/years/:year/what-if': ({ house, actor, params, body }) =>
      tryWhatIf(house, actor, params.year, body),
    'POST /api/years/:year/what-if/apply': ({ house, actor, change, params, body }) =>
      applyWhatIf(house, actor, change, params.year, body),

    'GET /api/years/:year/facts': ({ house, params, query }) => listFacts(house, params.year, query),
    'POST /api/years/:year/facts': ({ house, actor, change, params, body }) =>
      recordFact(house, actor, change, params.year, body),
    'PUT /api/years/:year/facts/:fact': ({ house, actor, change, params, body }) =>
      replaceFact(house, actor, change, params.year, params.fact, body),
    'POST /api/years/:year/facts/:fact/withdraw': ({ house, actor, change, params, body }) =>
      withdrawFact(house, actor, change, params.year, params.fact, body),

    'GET /api/years/:year/seal-checks': ({ house, params }) => checkSeal(house, params.year),
    'GET /api/years/:year/seals': ({ house, params }) => listSeals(house, params.year),
    'POST /api/years/:year/seals': ({ house, actor, change, params, body }) =>
      sealYear(house, actor, change, params.year, body),
    'GET /api/years/:year/seals/:number/differences': ({ house, params, query }) =>
      compareSeals(house.db, params.year, params.number, query.against),
    'POST /api/years/:year/seals/:number/approve': ({ house, actor, change, params, body }) =>
      approveSeal(house, actor, change, params.year, params.number, body),
    'POST /api/years/:year/seals/:number/return': ({ house, actor, change, params, body }) =>
      returnSeal(house, actor, change, params.year, params.number, body.reason),
    'POST /api/years/:year/corrections': ({ house, actor, change, params, body }) =>
      correctYear(house, actor, change, params.year, body),
    'POST /api/years/:year/corrections/abandon': ({ house, actor, change, params, body }) =>
      abandonCorrection(house, actor, change, params.year, body.reason),
    'POST /api/years/:year/release': ({ house, actor, change, params, body }) =>
      releaseResults(house, actor, change, params.year, body.seal),
    'POST /api/years/:year/exports': ({ house, actor, reach, change, params, body }) =>
      exportResults(house, actor, reach, change, params.year, body),
  })
}

import type { FastifyInstance } from 'fastify'
import { resultsRoutes } from '../../../contract/results/resultsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { explainResult } from './explainResult.ts'
import { exportResults } from './exportResults.ts'
import { listFacts } from './listFacts.ts'
import { listOpenMatters } from './listOpenMatters.ts'
import { listYearChanges } from './listYearChanges.ts'
import { listRanking } from './listRanking.ts'
import { recordFact } from './recordFact.ts'
import { replaceFact } from './replaceFact.ts'
import type { ListMatters } from '../../year/due/matter.ts'
import { abandonCorrection } from '../../year/seal/abandonCorrection.ts'
import { approveSeal } from '../../year/seal/approveSeal.ts'
import { checkSeal } from '../../year/seal/checkSeal.ts'
import { compareSeals } from './compareSeals.ts'
import { correctYear } from '../../year/seal/correctYear.ts'
import { releaseResults } from '../../year/seal/releaseResults.ts'
import { returnSeal } from '../../year/seal/returnSeal.ts'
import { sealYear } from '../../year/seal/sealYear.ts'
import { listSeals } from '../../year/seal/presentSeal.ts'
import { presentClause } from './presentClause.ts'
import { presentUnitResult } from './presentUnitResult.ts'
import { applyWhatIf } from './whatIf/applyWhatIf.ts'
import { computeFirmness } from './firmness/computeFirmness.ts'
import { decideShown } from './firmness/decideShown.ts'
import { viewFirmness } from './firmness/viewFirmness.ts'
import { writeFirmnessReport } from './firmness/writeFirmnessReport.ts'
import { tryWhatIf } from './whatIf/tryWhatIf.ts'
import { withdrawFact } from './withdrawFact.ts'

/** Registers the routes for results; `rooms` list what is under way. */
export function serveResults(app: FastifyInstance, rooms: readonly ListMatters[]): void {
  serveRoutes(app, resultsRoutes, {
    'GET /api/years/:year/ranking': listRanking,
    'GET /api/years/:year/units/:unit/result': presentUnitResult,
    'GET /api/years/:year/units/:unit/explanation': explainResult,
    'GET /api/years/:year/clauses': presentClause,

    'GET /api/years/:year/changes': listYearChanges,

    'GET /api/years/:year/firmness': viewFirmness,
    'POST /api/years/:year/firmness': computeFirmness,
    'POST /api/years/:year/firmness/shown': decideShown,
    'GET /api/years/:year/firmness/report.docx': writeFirmnessReport,

    'POST /api/years/:year/what-if': ({ context, actor, params, body }) =>
      tryWhatIf(context, actor, params.year, body),
    'POST /api/years/:year/what-if/apply': applyWhatIf,

    'GET /api/years/:year/facts': listFacts,
    'POST /api/years/:year/facts': recordFact,
    'PUT /api/years/:year/facts/:fact': replaceFact,
    'POST /api/years/:year/facts/:fact/withdraw': withdrawFact,

    'GET /api/years/:year/matters': listOpenMatters,

    'GET /api/years/:year/seal-checks': ({ context, params }) => checkSeal(context, rooms, params.year),
    'GET /api/years/:year/seals': ({ context, params }) => listSeals(context, rooms, params.year),
    'POST /api/years/:year/seals': request => sealYear(request, rooms),
    'GET /api/years/:year/seals/:number/differences': compareSeals,
    'POST /api/years/:year/seals/:number/approve': approveSeal,
    'POST /api/years/:year/seals/:number/return': returnSeal,
    'POST /api/years/:year/corrections': correctYear,
    'POST /api/years/:year/corrections/abandon': abandonCorrection,
    'POST /api/years/:year/release': releaseResults,
    'POST /api/years/:year/exports': exportResults,
  })
}

import type { FastifyInstance } from 'fastify'
import { overviewRoutes } from '../../../contract/sheets/overviewRoutes.ts'
import { sheetsRoutes } from '../../../contract/sheets/sheetsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { chooseSheet } from './chooseSheet.ts'
import { decideFinding } from './decideFinding.ts'
import { listObjections } from './listObjections.ts'
import { listSheets } from './listSheets.ts'
import { overviewRound } from './overviewRound.ts'
import { receiveSheet } from './receiveSheet.ts'
import { replyFindings } from './replyFindings.ts'
import { readReplySettings, setReplyDays } from './replySettings.ts'
import { signSheet } from './signSheet.ts'
import { presentReceipt } from './presentReceipt.ts'
import { presentSheet } from './presentSheet.ts'
import { presentWork } from './presentWork.ts'
import { tryDecision } from './tryDecision.ts'

/** Registers the routes for inspection sheets (核查表). */
export function serveSheets(app: FastifyInstance): void {
  serveRoutes(app, overviewRoutes, { 'GET /api/years/:year/rounds/:round/overview': overviewRound })
  serveRoutes(app, sheetsRoutes, {
    'GET /api/inspection/work': presentWork,
    'POST /api/years/:year/sheets': receiveSheet,
    'GET /api/years/:year/sheets/:sheet/receipt': presentReceipt,
    'POST /api/years/:year/sheets/:sheet/unit-signature': signSheet,
    'GET /api/years/:year/sheets': listSheets,
    'GET /api/years/:year/sheets/:sheet': presentSheet,
    'POST /api/years/:year/sheets/:sheet/choose': chooseSheet,
    'POST /api/years/:year/sheets/:sheet/replies': ({ context, actor, reach, change, params, body }) =>
      replyFindings(context, actor, reach, change, params, body),
    'GET /api/years/:year/objections': listObjections,
    'POST /api/years/:year/findings/:finding/what-if': tryDecision,
    'POST /api/years/:year/findings/:finding/decision': decideFinding,
    'GET /api/years/:year/reply-settings': ({ context, params }) =>
      readReplySettings(context.db, params.year),
    'PUT /api/years/:year/reply-settings': setReplyDays,
  })
}

import type { FastifyInstance } from 'fastify'
import { sheetsRoutes } from '../../../contract/sheets/sheetsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { serveOverview } from './overview.routes.ts'
import { chooseSheet } from './chooseSheet.ts'
import { decideFinding } from './decideFinding.ts'
import { listObjections } from './listObjections.ts'
import { listSheets } from './listSheets.ts'
import { receiveSheet } from './receiveSheet.ts'
import { replyFindings } from './replyFindings.ts'
import { readReplySettings, setReplyDays } from './replySettings.ts'
import { signSheet } from './signSheet.ts'
import { tellReceipt } from './tellReceipt.ts'
import { tellSheet } from './tellSheet.ts'
import { tellWork } from './tellWork.ts'
import { tryDecision } from './tryDecision.ts'

/** 核查表的接口. */
export function serveSheets(app: FastifyInstance): void {
  serveOverview(app)
  serveRoutes(app, sheetsRoutes, {
    'GET /api/inspection/work': ({ house, actor }) => tellWork(house, actor),
    'POST /api/years/:year/sheets': ({ house, actor, reach, change, params, body }) =>
      receiveSheet(house, actor, reach, change, params.year, body),
    'GET /api/years/:year/sheets/:sheet/receipt': ({ house, actor, params }) =>
      tellReceipt(house, actor, params.year, params.sheet),
    'POST /api/years/:year/sheets/:sheet/unit-signature': ({ house, actor, change, params, body }) =>
      signSheet(house, actor, change, params, body),
    'GET /api/years/:year/sheets': ({ house, actor, reach, params, query }) =>
      listSheets(house, actor, reach, params.year, query),
    'GET /api/years/:year/sheets/:sheet': ({ house, actor, reach, params }) =>
      tellSheet(house, actor, reach, params.year, params.sheet),
    'POST /api/years/:year/sheets/:sheet/choose': ({ house, actor, change, params, body }) =>
      chooseSheet(house, actor, change, params, body),
    'POST /api/years/:year/sheets/:sheet/replies': ({ house, actor, reach, change, params, body }) =>
      replyFindings(house, actor, reach, change, params, body),
    'GET /api/years/:year/objections': ({ house, actor, reach, params }) =>
      listObjections(house, actor, reach, params.year),
    'POST /api/years/:year/findings/:finding/what-if': ({ house, actor, params, body }) =>
      tryDecision(house, actor, params, body),
    'POST /api/years/:year/findings/:finding/decision': ({ house, actor, change, params, body }) =>
      decideFinding(house, actor, change, params, body),
    'GET /api/years/:year/reply-settings': ({ house, params }) => readReplySettings(house.db, params.year),
    'PUT /api/years/:year/reply-settings': ({ change, params, body }) =>
      setReplyDays(change, params.year, body),
  })
}

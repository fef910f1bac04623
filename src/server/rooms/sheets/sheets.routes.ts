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
import { presentReceipt } from './presentReceipt.ts'
import { presentSheet } from './presentSheet.ts'
import { presentWork } from './presentWork.ts'
import { tryDecision } from './tryDecision.ts'

/** 核查表的接口. */
export function serveSheets(app: FastifyInstance): void {
  serveOverview(app)
  serveRoutes(app, sheetsRoutes, {
    'GET /api/inspection/work': ({ context, actor }) => presentWork(context, actor),
    'POST /api/years/:year/sheets': ({ context, actor, reach, change, params, body }) =>
      receiveSheet(context, actor, reach, change, params.year, body),
    'GET /api/years/:year/sheets/:sheet/receipt': ({ context, actor, params }) =>
      presentReceipt(context, actor, params.year, params.sheet),
    'POST /api/years/:year/sheets/:sheet/unit-signature': ({ context, actor, change, params, body }) =>
      signSheet(context, actor, change, params, body),
    'GET /api/years/:year/sheets': ({ context, actor, reach, params, query }) =>
      listSheets(context, actor, reach, params.year, query),
    'GET /api/years/:year/sheets/:sheet': ({ context, actor, reach, params }) =>
      presentSheet(context, actor, reach, params.year, params.sheet),
    'POST /api/years/:year/sheets/:sheet/choose': ({ context, actor, change, params, body }) =>
      chooseSheet(context, actor, change, params, body),
    'POST /api/years/:year/sheets/:sheet/replies': ({ context, actor, reach, change, params, body }) =>
      replyFindings(context, actor, reach, change, params, body),
    'GET /api/years/:year/objections': ({ context, actor, reach, params }) =>
      listObjections(context, actor, reach, params.year),
    'POST /api/years/:year/findings/:finding/what-if': ({ context, actor, params, body }) =>
      tryDecision(context, actor, params, body),
    'POST /api/years/:year/findings/:finding/decision': ({ context, actor, change, params, body }) =>
      decideFinding(context, actor, change, params, body),
    'GET /api/years/:year/reply-settings': ({ context, params }) =>
      readReplySettings(context.db, params.year),
    'PUT /api/years/:year/reply-settings': ({ change, params, body }) =>
      setReplyDays(change, params.year, body),
  })
}

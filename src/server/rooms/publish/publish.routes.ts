import type { FastifyInstance } from 'fastify'
import { publishRoutes } from '../../../contract/publish/publishRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import {
  extendPublication,
  planPublication,
  releasePublication,
  withdrawPublication,
} from './decideOnPublication.ts'
import {
  destroyComment,
  makeProblem,
  replyToComment,
  showComment,
  takeComment,
  withholdComment,
} from './judgeComment.ts'
import { recordBoard } from './recordBoard.ts'
import { packSite } from './site/packSite.ts'
import { viewComments, viewPublication } from './viewPublication.ts'

/** Registers the routes for publication. */
export function servePublish(app: FastifyInstance): void {
  serveRoutes(app, publishRoutes, {
    'GET /api/years/:year/publication': viewPublication,
    'PUT /api/years/:year/publication': planPublication,
    'POST /api/years/:year/publication/release': releasePublication,
    'POST /api/years/:year/publication/extend': extendPublication,
    'POST /api/years/:year/publication/withdraw': withdrawPublication,
    'POST /api/years/:year/publication/site': packSite,
    'GET /api/years/:year/comments': viewComments,
    'POST /api/years/:year/units/:unit/comments': takeComment,
    'POST /api/years/:year/comments/:comment/show': showComment,
    'POST /api/years/:year/comments/:comment/withhold': withholdComment,
    'POST /api/years/:year/comments/:comment/reply': replyToComment,
    'POST /api/years/:year/comments/:comment/problem': makeProblem,
    'POST /api/years/:year/comments/:comment/destroy': destroyComment,
    'PUT /api/years/:year/units/:unit/notice-board': recordBoard,
  })
}

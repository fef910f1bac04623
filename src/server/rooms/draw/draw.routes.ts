import type { FastifyInstance } from 'fastify'
import { drawRoutes } from '../../../contract/draw/drawRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { freezeLists } from './freezeLists.ts'
import { abandonDraw, holdDraw } from './holdDraw.ts'
import { prepareDraw } from './prepareDraw.ts'
import { readListFile } from './readListFile.ts'
import { saveList } from './saveList.ts'
import { exportRecord, viewDraw, viewDraws, viewUnitDraws } from './viewDraws.ts'
import { viewLists, viewListVersion, viewUnitLists } from './viewLists.ts'

/** 抽签的接口. */
export function serveDraw(app: FastifyInstance): void {
  serveRoutes(app, drawRoutes, {
    'GET /api/years/:year/draw-lists': ({ context, reach, params }) => viewLists(context, reach, params.year),
    'GET /api/years/:year/units/:unit/draw-lists': ({ context, params }) =>
      viewUnitLists(context, params.year, params.unit),
    'GET /api/years/:year/units/:unit/draw-lists/:purpose/:version': ({ context, params }) =>
      viewListVersion(context, params),
    'PUT /api/years/:year/units/:unit/draw-lists/:purpose': ({ context, actor, change, params, body }) =>
      saveList(context, actor, change, params, body),
    'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading': ({ params, raw }) =>
      readListFile(
        params.purpose,
        raw.body instanceof Uint8Array ? new Uint8Array(raw.body) : new Uint8Array(),
      ),
    'POST /api/years/:year/draw-lists/freeze': ({ context, actor, change, params, body }) =>
      freezeLists(context, actor, change, params.year, body),
    'GET /api/years/:year/draws': ({ context, reach, params }) => viewDraws(context, reach, params.year),
    'POST /api/years/:year/draws': ({ context, actor, change, params, body }) =>
      prepareDraw(context, actor, change, params.year, body),
    'GET /api/years/:year/draws/:draw': ({ context, reach, params }) => viewDraw(context, reach, params),
    'POST /api/years/:year/draws/:draw/seed': ({ context, actor, change, params, body }) =>
      holdDraw(context, actor, change, params, body),
    'POST /api/years/:year/draws/:draw/abandon': ({ context, actor, change, params, body }) =>
      abandonDraw(context, actor, change, params, body),
    'GET /api/years/:year/draws/:draw/record': ({ context, reach, params }) =>
      exportRecord(context, reach, params),
    'GET /api/years/:year/units/:unit/draws': ({ context, params }) =>
      viewUnitDraws(context, params.year, params.unit),
  })
}

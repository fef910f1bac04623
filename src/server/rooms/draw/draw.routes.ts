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
    'GET /api/years/:year/draw-lists': ({ house, reach, params }) => viewLists(house, reach, params.year),
    'GET /api/years/:year/units/:unit/draw-lists': ({ house, params }) =>
      viewUnitLists(house, params.year, params.unit),
    'GET /api/years/:year/units/:unit/draw-lists/:purpose/:version': ({ house, params }) =>
      viewListVersion(house, params),
    'PUT /api/years/:year/units/:unit/draw-lists/:purpose': ({ house, actor, change, params, body }) =>
      saveList(house, actor, change, params, body),
    'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading': ({ params, raw }) =>
      readListFile(
        params.purpose,
        raw.body instanceof Uint8Array ? new Uint8Array(raw.body) : new Uint8Array(),
      ),
    'POST /api/years/:year/draw-lists/freeze': ({ house, actor, change, params, body }) =>
      freezeLists(house, actor, change, params.year, body),
    'GET /api/years/:year/draws': ({ house, reach, params }) => viewDraws(house, reach, params.year),
    'POST /api/years/:year/draws': ({ house, actor, change, params, body }) =>
      prepareDraw(house, actor, change, params.year, body),
    'GET /api/years/:year/draws/:draw': ({ house, reach, params }) => viewDraw(house, reach, params),
    'POST /api/years/:year/draws/:draw/seed': ({ house, actor, change, params, body }) =>
      holdDraw(house, actor, change, params, body),
    'POST /api/years/:year/draws/:draw/abandon': ({ house, actor, change, params, body }) =>
      abandonDraw(house, actor, change, params, body),
    'GET /api/years/:year/draws/:draw/record': ({ house, reach, params }) =>
      exportRecord(house, reach, params),
    'GET /api/years/:year/units/:unit/draws': ({ house, params }) =>
      viewUnitDraws(house, params.year, params.unit),
  })
}

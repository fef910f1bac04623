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

/** Registers the routes for the draw (抽签). */
export function serveDraw(app: FastifyInstance): void {
  serveRoutes(app, drawRoutes, {
    'GET /api/years/:year/draw-lists': viewLists,
    'GET /api/years/:year/units/:unit/draw-lists': ({ context, params }) =>
      viewUnitLists(context, params.year, params.unit),
    'GET /api/years/:year/units/:unit/draw-lists/:purpose/:version': viewListVersion,
    'PUT /api/years/:year/units/:unit/draw-lists/:purpose': saveList,
    'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading': readListFile,
    'POST /api/years/:year/draw-lists/freeze': freezeLists,
    'GET /api/years/:year/draws': viewDraws,
    'POST /api/years/:year/draws': prepareDraw,
    'GET /api/years/:year/draws/:draw': viewDraw,
    'POST /api/years/:year/draws/:draw/seed': holdDraw,
    'POST /api/years/:year/draws/:draw/abandon': abandonDraw,
    'GET /api/years/:year/draws/:draw/record': exportRecord,
    'GET /api/years/:year/units/:unit/draws': viewUnitDraws,
  })
}

import type { FastifyInstance } from 'fastify'
import { paperRoutes } from '../../../../contract/meetings/paperRoutes.ts'
import { serveRoutes } from '../../../platform/http/serveRoutes.ts'
import { decideDoubts, keySheet } from './keySheet.ts'
import { drawSheet, notePrinted } from './printPaper.ts'
import { removeSheet } from './removeSheet.ts'
import { takeScan } from './takeScan.ts'
import { readPagePicture, viewPaper, viewSheet } from './viewPaper.ts'

/** Registers the routes of paper sheets. */
export function servePaper(app: FastifyInstance): void {
  serveRoutes(app, paperRoutes, {
    'GET /api/years/:year/meetings/:meeting/paper': viewPaper,
    'GET /api/years/:year/meetings/:meeting/paper/print': drawSheet,
    'POST /api/years/:year/meetings/:meeting/paper/printed': notePrinted,
    'POST /api/years/:year/meetings/:meeting/paper/sheets': keySheet,
    'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet': viewSheet,
    'POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/decided': decideDoubts,
    'POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/removed': removeSheet,
    'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet/pictures/:page': readPagePicture,
    'POST /api/years/:year/meetings/:meeting/paper/scans': takeScan,
  })
}

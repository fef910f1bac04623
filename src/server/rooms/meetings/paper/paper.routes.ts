import type { FastifyInstance } from 'fastify'
import { paperRoutes } from '../../../../contract/meetings/paperRoutes.ts'
import { serveRoutes } from '../../../platform/http/serveRoutes.ts'
import { decideDoubts, keySheet } from './keySheet.ts'
import { drawSheet, notePrinted } from './printPaper.ts'
import { destroyPastPictures } from './destroyPastPictures.ts'
import { removeSheet } from './removeSheet.ts'
import { takeScan } from './takeScan.ts'
import { readPagePicture, viewPaper, viewSheet } from './viewPaper.ts'

const DAY_MS = 24 * 3_600_000

/** Registers the routes of paper sheets, and destroys past pictures once a day. */
export function servePaper(app: FastifyInstance): void {
  const destroy = (): void =>
    void destroyPastPictures(app.context).catch(error =>
      app.context.log.error({ err: error }, 'pictures of paper sheets could not be destroyed'),
    )
  const daily = setInterval(destroy, DAY_MS).unref()
  app.addHook('onClose', async () => clearInterval(daily))
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

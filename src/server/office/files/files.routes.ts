import { availableParallelism } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { filesRoutes } from '../../../contract/files/filesRoutes.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { limitConcurrency } from './limitConcurrency.ts'
import { createLooks } from './lookThrough.ts'
import { readAttached, readOwnUpload } from './readAttached.ts'
import { sweepFiles } from './sweepFiles.ts'
import { uploadFile } from './uploadFile.ts'

const DAY_MS = 24 * 3_600_000

/** Registers the attachment routes. */
export function serveFiles(app: FastifyInstance): void {
  const turns = limitConcurrency(Math.max(2, availableParallelism()))
  const sweep = (): void =>
    void sweepFiles(app.context).catch(error =>
      app.context.log.error({ err: error }, 'the sweep of files failed'),
    )
  const daily = setInterval(sweep, DAY_MS).unref()
  const looks = createLooks(app.context)
  app.addHook('onReady', async () => looks.nudge())
  app.addHook('onClose', async () => {
    clearInterval(daily)
    await looks.close()
  })
  serveRoutes(app, filesRoutes, {
    'POST /api/files': async ({ context, actor, change, query, raw }) => {
      const later = query.look === 'later'
      const sent = { name: query.name, bytes: uploadedBytes(raw), later }
      const said = await looks.during(() => uploadFile(context, actor, change, sent))
      if (later) looks.nudge()
      return said
    },
    'GET /api/files/:file': ({ context, actor, params, query }) =>
      readOwnUpload(context, turns, actor, params.file, query.small !== undefined),
    'GET /api/years/:year/units/:unit/files/:file': ({ context, params, query }) =>
      readAttached(context, turns, params, query.small !== undefined),
  })
}

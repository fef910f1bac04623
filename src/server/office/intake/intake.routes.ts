import type { FastifyInstance } from 'fastify'
import { intakeRoutes } from '../../../contract/intake/intakeRoutes.ts'
import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { chooseIntake } from './chooseIntake.ts'
import { commitIntake } from './commitIntake.ts'
import { discardIntake } from './discardIntake.ts'
import { countRefusals, findIntake, listIntakes, listRefusals } from './intake.store.ts'
import { createIntakeJobs } from './intakeJobs.ts'
import { makeRefusedList, makeYearWorkbook } from './makeWorkbook.ts'
import { uploadIntake } from './uploadIntake.ts'
import { presentHead, viewIntake } from './viewIntake.ts'

const PAGE = 200

/** Registers the import routes. */
export function serveIntake(app: FastifyInstance): void {
  const jobs = createIntakeJobs(app.context)
  app.addHook('onClose', () => jobs.close())
  serveRoutes(app, intakeRoutes, {
    'GET /api/years/:year/intakes': async ({ context, params }) => ({
      intakes: (await listIntakes(context.db, params.year)).map(row => presentHead(row, context.now())),
    }),
    'POST /api/years/:year/intakes': async ({ context, actor, params, query, raw, change }) => {
      const bytes = uploadedBytes(raw)
      let isNew = false
      const answer = await change(async tx => {
        const done = await uploadIntake(tx, context, actor, { year: params.year, name: query.name, bytes })
        isNew = !isRefusal(done)
        return done
      })
      // A repeated request is answered as before, and its file was read before.
      if (!isRefusal(answer) && isNew) jobs.read(answer.id, params.year, bytes, query.as)
      return answer
    },
    'GET /api/years/:year/intakes/:intake': ({ context, params }) =>
      viewIntake(context, params.year, params.intake),
    'GET /api/years/:year/intakes/:intake/refused': async ({ context, params, query }) => {
      const row = await findIntake(context.db, params.year, params.intake)
      if (row === undefined) return refuse('notFound', { what: '这次导入' })
      const from = query.from ?? 0
      const lines = await listRefusals(context.db, row.id, from, PAGE)
      return {
        total: await countRefusals(context.db, row.id),
        refused: lines.map((line, at) => ({ nth: from + at + 1, ...line })),
      }
    },
    'GET /api/years/:year/intakes/:intake/refused-list': ({ context, params }) =>
      makeRefusedList(context, params.year, params.intake),
    'POST /api/years/:year/intakes/:intake/choice': ({ context, params, body }) =>
      chooseIntake(context, jobs, { year: params.year, id: params.intake }, body.choice),
    'POST /api/years/:year/intakes/:intake/commit': ({ context, actor, params, body, change }) =>
      change(tx => commitIntake(tx, context, actor, { year: params.year, id: params.intake }, body)),
    'POST /api/years/:year/intakes/:intake/discard': async ({ context, actor, params, change }) => {
      const done = await change(tx =>
        discardIntake(tx, context, actor, { year: params.year, id: params.intake }),
      )
      if (!isRefusal(done)) jobs.cancel(params.intake)
      return done
    },
    'GET /api/years/:year/workbook': ({ context, params, query }) =>
      makeYearWorkbook(context, params.year, query.fill),
  })
}

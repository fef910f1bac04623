import type { FastifyInstance } from 'fastify'
import { rosterRoutes } from '../../../contract/roster/rosterRoutes.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Holder } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change, Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { addUnit } from './addUnit.ts'
import { bumpCycle } from './bumpCycle.store.ts'
import { copyRoster } from './copyRoster.ts'
import { editUnit } from './editUnit.ts'
import { mergeUnit } from './mergeUnit.ts'
import { removeUnit } from './removeUnit.ts'
import { renameUnit } from './renameUnit.ts'
import type { Stamp } from './roster.store.ts'
import { viewRoster } from './viewRoster.ts'
import { viewUnit } from './viewUnit.ts'

/** Registers the roster routes. */
export function serveRoster(app: FastifyInstance): void {
  serveRoutes(app, rosterRoutes, {
    'GET /api/years/:year/roster': viewRoster,
    'GET /api/years/:year/roster/:unit': ({ context, params }) =>
      viewUnit(context.db, params.year, params.unit),
    'POST /api/years/:year/roster': request => {
      const { unit, holders } = request.body
      const added = { unit, holders: ofUnit(unit.id, holders) }
      return then(request, unit.id, tx => addUnit(tx, request.params.year, added, stampOf(request)))
    },
    'PUT /api/years/:year/roster/:unit': request => {
      const { year, unit } = request.params
      const edited = { ...request.body, holders: ofUnit(unit, request.body.holders) }
      return then(request, unit, tx => editUnit(tx, year, unit, edited, stampOf(request)))
    },
    'POST /api/years/:year/roster/:unit/name': request => {
      const { year, unit } = request.params
      return then(request, unit, tx => renameUnit(tx, year, unit, request.body, stampOf(request)))
    },
    'POST /api/years/:year/roster/:unit/merger': request => {
      const { year, unit } = request.params
      return then(request, unit, tx => mergeUnit(tx, year, unit, request.body, stampOf(request)))
    },
    'DELETE /api/years/:year/roster/:unit': request => {
      const { year, unit } = request.params
      return request.change(tx => removeUnit(tx, year, unit, request.query.revision, stampOf(request)))
    },
    'POST /api/years/:year/roster-copy': ({ params, body, change, ...request }) =>
      change(async tx => {
        const locked = await bumpCycle(tx, params.year)
        if (isRefusal(locked)) return locked
        const done = await copyRoster(tx, params.year, body.from, stampOf(request))
        return isRefusal(done) ? done : { answer: { ...done.copied }, events: [done.event] }
      }),
  })
}

interface Writing {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number }
}

/** Writes, then answers with the unit as it is now. */
async function then(
  { context, change, params }: Writing,
  unit: string,
  work: (tx: Transaction) => Promise<Done<null> | Refusal>,
) {
  const done = await change(work)
  return isRefusal(done) ? done : viewUnit(context.db, params.year, unit)
}

function stampOf({ context, actor }: Pick<Writing, 'context' | 'actor'>): Stamp {
  return { by: actor.name, at: context.now() }
}

function ofUnit(unit: string, holders: readonly Omit<Holder, 'unit'>[]): readonly Holder[] {
  return holders.map(holder => ({ unit, ...holder }))
}

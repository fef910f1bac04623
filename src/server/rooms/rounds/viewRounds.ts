import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { isAppraised } from '../../../domain/year/roster/appointAppraisees.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
import { listInspectors } from './inspectors.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import { supervisedUnits } from './planContext.ts'
import { countRounds, listRounds } from './rounds.store.ts'
import { presentRound } from './presentRound.ts'
import type { Served, Answered } from '../../platform/http/serveRoutes.ts'

type RoundsAnswer = Answered<'GET /api/years/:year/rounds'>

/** Lists the rounds of a year; units and lead units see those that were issued, with counts over their own units. */
export async function viewRounds({
  context,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/rounds'>): Promise<RoundsAnswer | Refusal> {
  if ((await findCycle(context.db, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
  const today = context.today()
  const counts = await countRounds(context.db, year, today, unit => reach.has(unit))
  const rounds = await listRounds(context.db, year)
  const found = await loadYear(context.db, year)
  const units = isRefusal(found)
    ? []
    : found.roster.units.filter(unit => isAppraised(found.scheme, unit, `${year}-12-31`))
  const supervised = isRefusal(found) || !reach.all ? [] : await supervisedUnits(context.db, year, found)
  return {
    year,
    rounds: rounds
      .filter(round => reach.all || round.state !== 'drafted')
      .map(round => presentRound(round, counts.get(round.id), today)),
    inspectors: reach.all ? (await listInspectors(context.db)).filter(one => one.active).length : 0,
    units: units.filter(unit => reach.has(unit.id)).length,
    supervised: units.filter(({ id }) => supervised.includes(id)).map(({ name }) => name),
  }
}

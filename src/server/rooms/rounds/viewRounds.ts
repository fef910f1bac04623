import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { isAppraised } from '../../../domain/year/roster/appointAppraisees.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
import { listInspectors } from './inspectors.store.ts'
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
  const scheme = await schemeOfYear(context.db, year)
  const units = isRefusal(scheme)
    ? []
    : (await readRoster(context.db, year)).units.filter(unit => isAppraised(scheme, unit, `${year}-12-31`))
  return {
    year,
    rounds: rounds
      .filter(round => reach.all || round.state !== 'drafted')
      .map(round => presentRound(round, counts.get(round.id), today)),
    inspectors: reach.all ? (await listInspectors(context.db)).filter(one => one.active).length : 0,
    units: units.filter(unit => reach.has(unit.id)).length,
  }
}

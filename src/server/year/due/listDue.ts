import { daysBetween } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { openingDays } from '../../../domain/year/lifecycle/openingDays.ts'
import { readCycle, stateOf } from '../lifecycle.store.ts'
import { outcomesOf } from '../outcome/outcomeCache.ts'
import { phaseNames } from '../../../domain/year/lifecycle/phases.ts'
import { phaseOf } from '../../../domain/year/lifecycle/cycleState.ts'
import { presentProgress } from '../presentProgress.ts'
import { countDates, nextDate, presentTimetable } from '../presentTimetable.ts'
import { askMatters, type ListMatters, listMatters, type Matter } from './matter.ts'

type DueAnswer = Answered<'GET /api/years/:year/due'>

/** The units named one by one of those that are late. */
const NAMED = 5

/** Lists what is due and late in a year for one person, gathered from all rooms: what waits for this person, and what is late within reach. */
export async function listDue(
  { context, actor, params: { year } }: Served<'GET /api/years/:year/due'>,
  rooms: readonly ListMatters[],
): Promise<DueAnswer | Refusal> {
  const [scored, stored] = [await outcomesOf(context.db).current(year), await readCycle(context.db, year)]
  if (scored === undefined || stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const { scheme } = scored
  const state = stateOf(stored, scheme === undefined ? {} : openingDays(scheme))
  const ground = askMatters({ context, year, scored, stored, state }, actor)
  const found = await listMatters(rooms, ground)
  const reach = await ground.reach('readRoster')
  const timetable = scheme === undefined ? [] : presentTimetable(scheme, ground.today)
  const phase = phaseOf(state)
  return {
    year,
    today: ground.today,
    phase,
    phaseName: phaseNames[phase],
    next: nextDate(countDates(timetable, presentProgress(scored, timetable, reach)), stored.row.sealed),
    waiting: found
      .filter(one => one.waits === true)
      .map(({ id, text, who, count, due, urgent, late, ...one }) => ({
        id,
        text,
        who,
        count,
        due,
        days: due === undefined ? undefined : daysBetween(ground.today, due),
        late: urgent === true || late !== undefined,
        mend: mendOf(one),
      }))
      .toSorted((one, other) => orderOf(one) - orderOf(other)),
    late: found
      .flatMap(one => (one.late === undefined ? [] : [{ ...one, late: one.late }]))
      .map(({ id, late: { text, since, units }, ...one }) => ({
        id,
        text,
        units: units.slice(0, NAMED),
        total: units.length,
        due: since,
        days: since === undefined ? undefined : daysBetween(since, ground.today),
        mend: mendOf(one),
      }))
      .toSorted((one, other) => (other.days ?? 0) - (one.days ?? 0)),
  }
}

const NEVER = 100_000

/** Orders tasks: late ones first, of these the ones without a day before all; then by day, those without one last. */
function orderOf({ late, days }: DueAnswer['waiting'][number]): number {
  return late ? (days ?? -NEVER) - NEVER : (days ?? NEVER)
}

/** Presents where a matter is handled. */
export function mendOf({ page, part }: Pick<Matter, 'page' | 'part'>) {
  return { page, part }
}

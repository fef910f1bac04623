import type { Role } from '../../../contract/access/roles.ts'
import { daysBetween } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { openingDays } from '../../../domain/year/lifecycle/openingDays.ts'
import { readCycle, stateOf } from '../lifecycle.store.ts'
import { outcomesOf } from '../outcome/outcomeCache.ts'
import { phaseNames } from '../../../domain/year/lifecycle/phases.ts'
import { type CycleState, phaseOf } from '../../../domain/year/lifecycle/cycleState.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { presentProgress } from '../presentProgress.ts'
import { nextDate, presentTimetable } from '../presentTimetable.ts'
import { type ListDates, listDates } from './listDates.ts'
import { orderOf } from './orderTasks.ts'
import { askMatters, type ListMatters, listMatters, type Matter } from './matter.ts'

type DueAnswer = Answered<'GET /api/years/:year/due'>

/** The units named one by one of those that are late. */
const NAMED = 5

/** Lists what is due and late in a year for one person, gathered from all rooms: what waits for this person, and what is late within reach. */
export async function listDue(
  { context, actor, params: { year } }: Served<'GET /api/years/:year/due'>,
  rooms: readonly ListMatters[],
  dates: readonly ListDates[],
): Promise<DueAnswer | Refusal> {
  const [scored, stored] = [await outcomesOf(context.db).current(year), await readCycle(context.db, year)]
  if (scored === undefined || stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const { scheme } = scored
  const state = stateOf(stored, scheme === undefined ? {} : openingDays(scheme))
  const ground = askMatters({ context, year, scored, stored, state }, actor)
  const found = await listMatters(rooms, ground)
  const reach = await ground.reach('readRoster')
  const timetable = scheme === undefined ? [] : presentTimetable(scheme, ground.today)
  const all = await listDates(dates, ground, presentProgress(scored, timetable, reach))
  const tasks = tasksOf(found, state)
  const phase = phaseOf(state)
  return {
    year,
    today: ground.today,
    phase,
    phaseName: phaseNames[phase],
    next: nextDate(all),
    waiting: tasks
      .map(({ id, text, act, who, due, urgent, late, holds, ...one }) => ({
        id,
        text: act ?? text,
        who,
        due,
        days: due === undefined ? undefined : daysBetween(ground.today, due),
        late: urgent === true || late !== undefined,
        holds: holds === true,
        mend: mendOf(one),
      }))
      .toSorted((one, other) => orderOf(one) - orderOf(other)),
    late: (oversees(actor) ? found : [])
      .filter(({ id }) => !tasks.some(task => task.id === id))
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

/** Roles with a work of their own to do, who see all units for it but oversee nobody. */
const WORKERS: readonly Role[] = ['inspector', 'surveyor', 'interviewer']

function oversees({ grants }: Actor): boolean {
  return grants.some(({ role }) => !WORKERS.includes(role))
}

/** The matters that wait for the reader. While scores are compiled, what prevents the seal is marked, and the seal itself is asked for only once nothing does. */
function tasksOf(found: readonly Matter[], state: CycleState): readonly Matter[] {
  const isNext = state.kind === 'correcting' || phaseOf(state) === 'scored'
  const marked = found.map(one =>
    isNext && (one.holds === true || one.seal === 'blocked')
      ? { ...one, holds: true }
      : { ...one, holds: false },
  )
  const isHeld = marked.some(one => one.holds)
  return marked.filter(({ id, waits }) => waits === true && !(isHeld && id === 'seal'))
}

/** Presents where a matter is handled. */
export function mendOf({ page, part }: Pick<Matter, 'page' | 'part'>) {
  return { page, part }
}

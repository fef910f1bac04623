import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { findCycle, unitNames } from '../../office/roster/unit.store.ts'
import { type Assignment, assignmentsOfYear } from './assignments.store.ts'
import { type AssignmentPart, presentAssignment } from './presentRound.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Lists the assignments of a year within the reader's reach, by date: those of issued rounds and of lead units. `mine` are those that the account carries out. */
export async function listOwn({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/assignments'>): Promise<{ assignments: AssignmentPart[] } | Refusal> {
  const mine = query.mine === 'yes'
  if ((await findCycle(context.db, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
  const shows = (one: Assignment): boolean =>
    mine
      ? one.issued && one.inspectors.some(person => person.account === actor.id)
      : reach.has(one.unit) && (reach.all || one.issued)
  const found = (await assignmentsOfYear(context.db, year)).filter(
    one => one.state !== 'cancelled' && shows(one),
  )
  const names = await unitNames(context.db, year)
  const today = context.today()
  return { assignments: found.map(one => presentAssignment(one, unit => names.get(unit) ?? unit, today)) }
}

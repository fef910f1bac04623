import { compareIds } from '../../../domain/kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Holder, Unit } from '../../../domain/year/roster/roster.ts'
import { readRoster } from './roster.store.ts'
import { schemeOfYear } from './schemeOfYear.ts'
import { countFacts, findMark } from './unit.store.ts'
import { appraiseesOf, loadUnitView } from './viewRoster.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'

type UnitAnswer = Answered<'GET /api/years/:year/roster/:unit'>

/** Presents a unit in full: its holders by date and which of them is appraised, its members, its predecessors, and who changed it last. */
export async function viewUnit({
  context: { db },
  params: { year, unit: id },
}: Pick<Served<'GET /api/years/:year/roster/:unit'>, 'context' | 'params'>): Promise<UnitAnswer | Refusal> {
  const mark = await findMark(db, year, id)
  if (mark === undefined) return refuse('noSuchUnit', { unit: id })
  const [roster, read] = [await readRoster(db, year), await schemeOfYear(db, year)]
  const unit = roster.units.find(one => one.id === id)
  if (unit === undefined) return refuse('noSuchUnit', { unit: id })
  const scheme = isRefusal(read) ? undefined : read
  const former = mark.formerNames.length > 0 ? new Map([[id, mark.formerNames]]) : new Map<string, never>()
  const own = roster.holders.filter(holder => holder.unit === id)
  const person = scheme && appraiseesOf(scheme, { units: [unit], holders: own })[0]
  const answering = own.find(holder => holder.person === person?.person && holder.post === person?.post)
  const named = ({ id, name }: Unit) => ({ id, name })
  const heir = roster.units.find(one => one.succeeds?.includes(id))
  return {
    ...loadUnitView(scheme, roster, former)(unit),
    holders: own.toSorted(byTerm).map(holder => ({ ...termOf(holder), answers: holder === answering })),
    members: roster.units.filter(one => one.leadUnit === id).map(named),
    mergedFrom: (unit.succeeds ?? []).map(one => ({
      id: one,
      name: roster.units.find(other => other.id === one)?.name ?? one,
    })),
    mergedInto: heir === undefined ? undefined : named(heir),
    facts: await countFacts(db, year, id),
    revision: mark.revision,
    changedBy: mark.changedBy,
    changedAt: mark.changedAt.toISOString(),
  }
}

function termOf({ person, name, post, rank, from, to }: Holder) {
  return {
    person,
    name,
    post,
    rank,
    from,
    to,
  }
}

/** Compares by post and rank, latest first. */
function byTerm(one: Holder, other: Holder): number {
  return (
    compareIds(one.post, other.post) ||
    (one.rank ?? 0) - (other.rank ?? 0) ||
    compareIds(other.from ?? '', one.from ?? '')
  )
}

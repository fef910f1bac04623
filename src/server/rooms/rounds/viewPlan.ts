import { planFaultSentence, type PlanNames } from '../../../contract/rounds/planFaultSentence.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { blocksIssue, type PlanFault } from '../../../domain/campaign/plan/planFaults.ts'
import { loadsOf } from '../../../domain/campaign/plan/checkBalance.ts'
import { listWorkDays } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Assignment, assignmentsOfRound } from './assignments.store.ts'
import { faultsOfRound, type PlanContext, loadPlanContext } from './planContext.ts'
import { findRound } from './rounds.store.ts'
import { whyRoundClosed } from './roundOpen.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { presentAssignment, presentRound } from './presentRound.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

/** The plan of a round, as the contract defines it. */
type PlanAnswer = Answered<'GET /api/years/:year/rounds/:round'>

/** Shows the plan of a round and its faults; units and lead units see only their own rows of a round that was issued. */
export async function viewPlan(
  context: AppContext,
  reach: Reach,
  year: number,
  id: string,
): Promise<PlanAnswer | Refusal> {
  const round = await findRound(context.db, year, id)
  if (round === undefined || (!reach.all && round.state === 'drafted'))
    return refuse('notFound', { what: '这一轮核查' })
  const ground = await loadPlanContext(context.db, round)
  if (isRefusal(ground)) return ground
  const all = await assignmentsOfRound(context.db, id)
  const shown = all.filter(one => one.state !== 'cancelled' && reach.has(one.unit))
  const closed = (await whyYearClosed(context.db, year)) ?? whyRoundClosed(round)
  const names = planNames(ground)
  const [today, order] = [context.today(), new Intl.Collator('zh')]
  return {
    round: presentRound(round, countsOf(shown, today), today),
    closed: closed === undefined ? undefined : sentenceOfRefusal(closed),
    assignments: shown.map(one => presentAssignment(one, names.unit, today)),
    faults: reach.all ? faultsOfRound(round, ground, all).map(fault => describeFault(fault, names)) : [],
    inspectors: reach.all ? presentInspectors(ground, shown) : [],
    units: ground.units
      .filter(unit => reach.has(unit.id))
      .map(({ id: unit, group }) => ({
        id: unit,
        name: names.unit(unit),
        group,
        groupName: names.unit(group),
      }))
      .toSorted((one, other) => order.compare(one.name, other.name)),
    days: [...listWorkDays(round.fromDay, round.toDay)],
  }
}

/** Returns the names used in a plan. */
export function planNames({ roster, stored }: PlanContext): PlanNames {
  const people = new Map(stored.map(one => [one.id, one.name]))
  return { unit: id => roster.get(id)?.name ?? id, inspector: id => people.get(id) ?? '名单以外的人员' }
}

/** Describes a fault of a plan. */
function describeFault(fault: PlanFault, names: PlanNames): PlanAnswer['faults'][number] {
  const inspector = 'inspector' in fault.values ? (fault.values.inspector as string) : undefined
  const day = 'day' in fault.values ? (fault.values.day as string) : undefined
  return {
    kind: fault.kind,
    blocks: blocksIssue(fault),
    sentence: planFaultSentence(fault, names),
    assignment: fault.visit,
    unit: fault.unit,
    inspector,
    day,
  }
}

/** Counts the progress of a round over the rows shown. */
function countsOf(shown: readonly Assignment[], today: string) {
  return {
    planned: shown.length,
    done: shown.filter(one => one.state === 'done').length,
    late: shown.filter(one => one.state === 'planned' && one.plannedOn !== undefined && one.plannedOn < today)
      .length,
  }
}

function presentInspectors(ground: PlanContext, shown: readonly Assignment[]): PlanAnswer['inspectors'] {
  const loads = loadsOf(
    shown.map(one => ({ id: one.id, unit: one.unit, inspectors: one.inspectors.map(each => each.id) })),
  )
  const groups = new Map(ground.inspectors.map(one => [one.id, one.groups]))
  return ground.stored.map(({ id, name, active, homeUnit }) => ({
    id,
    name,
    active,
    homeName: homeUnit === null ? undefined : (ground.roster.get(homeUnit)?.name ?? homeUnit),
    units: loads.get(id)?.units ?? 0,
    barred: [...(groups.get(id) ?? [])],
  }))
}

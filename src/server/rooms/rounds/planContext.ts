import { checkPlan } from '../../../domain/campaign/plan/checkPlan.ts'
import { type PlanFault } from '../../../domain/campaign/plan/planFaults.ts'
import type {
  PlanInspector,
  PlannedVisit,
  PlanUnit,
  RoundBefore,
} from '../../../domain/campaign/plan/planTerms.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { isAppraised } from '../../../domain/year/roster/appointAppraisees.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { Assignment } from './assignments.store.ts'
import { homesOfInspectors, listInspectors, type StoredInspector } from './inspectors.store.ts'
import { roundBefore, type StoredRound } from './rounds.store.ts'
import { listSupervised } from '../../../domain/score/consequence/listSupervised.ts'
import { readHistory } from '../../year/history.store.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'

/** What a plan is made from: the units to inspect, the inspectors available, and who went where in the previous round. */
export interface PlanContext {
  readonly roster: ReadonlyMap<string, Unit>
  readonly units: readonly PlanUnit[]
  readonly inspectors: readonly PlanInspector[]
  readonly stored: readonly StoredInspector[]
  readonly before: RoundBefore
}

/** Loads what the plan of a round is made from: the units appraised at its end. (一, 三（二）2) */
export async function loadPlanContext(
  db: Database | Transaction,
  round: StoredRound,
): Promise<PlanContext | Refusal> {
  const found = await loadYear(db, round.year)
  if (isRefusal(found)) return found
  const { scheme, units: roster } = found
  const stored = await listInspectors(db)
  const only = round.supervised ? await supervisedUnits(db, round.year, found) : undefined
  return {
    roster,
    stored,
    units: [...roster.values()]
      .filter(unit => isAppraised(scheme, unit, round.toDay) && (only?.includes(unit.id) ?? true))
      .map(unit => ({ id: unit.id, group: groupOf(roster, unit.id) })),
    inspectors: toPlanInspectors(stored, await homesOfInspectors(db), roster),
    before: await roundBefore(db, round.fromDay),
  }
}

/** Lists the units under key supervision in a year (重点督促检查), by the results of the year before. (五（四）) */
export async function supervisedUnits(
  db: Database | Transaction,
  year: number,
  { scheme, roster }: YearContext,
): Promise<readonly string[]> {
  return listSupervised(scheme, roster, await readHistory(db, year))
}

/** Converts inspectors for planning, with the groups that they must avoid. */
function toPlanInspectors(
  stored: readonly StoredInspector[],
  homes: ReadonlyMap<string, readonly string[]>,
  roster: ReadonlyMap<string, Unit>,
): readonly PlanInspector[] {
  return stored.map(({ id, active }) => {
    const own = homes.get(id) ?? []
    return { id, active, homes: own, groups: [...new Set(own.map(unit => groupOf(roster, unit)))] }
  })
}

/** Returns the group of a unit: its lead unit, or the unit itself. */
export function groupOf(roster: ReadonlyMap<string, Unit>, unit: string): string {
  return roster.get(unit)?.leadUnit ?? unit
}

/** Finds the faults in the plan of a round. */
export function faultsOfRound(
  round: StoredRound,
  ground: PlanContext,
  assignments: readonly Assignment[],
): readonly PlanFault[] {
  const { teamSize, perDay, overlap, fromDay, toDay } = round
  const visits = assignments.filter(one => one.state !== 'cancelled').map(toVisit)
  return checkPlan({ ...ground, visits, teamSize, perDay, overlap, from: fromDay, to: toDay })
}

function toVisit({ id, unit, team, plannedOn, inspectors, state }: Assignment): PlannedVisit {
  return {
    id,
    unit,
    inspectors: inspectors.map(one => one.id),
    done: state === 'done',
    team,
    day: plannedOn,
  }
}

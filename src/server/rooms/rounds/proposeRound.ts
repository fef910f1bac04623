import { proposePlan } from '../../../domain/campaign/plan/proposePlan.ts'
import { roundStateNames } from '../../../domain/campaign/plan/decideRound.ts'
import { listWorkDays } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { assignmentsOfRound } from './assignments.store.ts'
import { replacePlan, stampOf } from './plan.store.ts'
import { faultsOfRound, loadPlanContext } from './planContext.ts'
import { loadRound } from './roundOpen.ts'
import { saveRound } from './rounds.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** The result of proposing a plan. */
interface Proposed {
  readonly placed: number
  readonly unplaced: number
  readonly faults: number
  readonly revision: number
}

/** Proposes a plan for a round and replaces the existing one; only while the round is a draft. (三（二）2) */
export function proposeRound({
  context,
  actor,
  change,
  params: { year, round: id },
  body: wanted,
}: Served<'POST /api/years/:year/rounds/:round/proposal'>): Promise<Proposed | Refusal> {
  const stamp = stampOf(context, actor)
  return change<Proposed>(async tx => {
    const round = await loadRound(tx, year, id, wanted.revision)
    if (isRefusal(round)) return round
    if (round.state !== 'drafted') return refuse('roundClosed', { state: roundStateNames[round.state] })
    const ground = await loadPlanContext(tx, round)
    if (isRefusal(ground)) return ground
    const active = ground.inspectors.filter(one => one.active).length
    if (active < 2) return refuse('planWithoutInspectors', { active })
    const groups = wanted.groups === undefined ? undefined : new Set(wanted.groups)
    const units = ground.units.filter(unit => groups === undefined || groups.has(unit.group))
    const days = listWorkDays(round.fromDay, round.toDay)
    const plan = proposePlan({ ...wanted, units, inspectors: ground.inspectors, before: ground.before, days })
    const rows = plan.visits.map(({ unit, team, day, inspectors }) => ({
      id: context.newId(),
      unit,
      team,
      plannedOn: day,
      inspectors,
    }))
    await replacePlan(tx, round, rows, stamp)
    const { seed, teamSize, perDay, overlap } = wanted
    const saved = await saveRound(tx, id, {
      seed,
      teamSize,
      perDay,
      overlap,
      changedBy: stamp.by,
      changedAt: stamp.at.toISOString(),
    })
    const faults = faultsOfRound(saved, ground, await assignmentsOfRound(tx, id)).length
    const [placed, unplaced] = [plan.visits.length, plan.unplaced.length]
    return {
      answer: { placed, unplaced, faults, revision: saved.revision },
      events: [{ kind: 'planProposed', year, values: { round: round.name, placed, unplaced, seed } }],
    }
  })
}

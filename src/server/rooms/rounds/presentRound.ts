import type { z } from 'zod'
import type { assignmentPart, roundPart } from '../../../contract/rounds/roundsRoutes.ts'
import { seenState } from '../../../domain/campaign/plan/decideRound.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Assignment } from './assignments.store.ts'
import type { RoundCounts, StoredRound } from './rounds.store.ts'

/** A round, as the contract defines it. */
export type RoundPart = z.output<typeof roundPart>

/** An assignment, as the contract defines it. */
export type AssignmentPart = z.output<typeof assignmentPart>

const NONE: RoundCounts = { planned: 0, done: 0, late: 0 }

/** Presents a round. */
export function presentRound(round: StoredRound, counts: RoundCounts = NONE, today: Day): RoundPart {
  const {
    id,
    year,
    quarter,
    name,
    fromDay,
    toDay,
    state,
    teamSize,
    perDay,
    overlap,
    supervised,
    seed,
    issuedBy,
    issuedAt,
    revision,
    changedBy,
  } = round
  return {
    id,
    year,
    quarter,
    name,
    from: fromDay,
    to: toDay,
    state: seenState(state, fromDay, today),
    teamSize,
    perDay,
    overlap,
    supervised,
    seed,
    ...counts,
    issuedBy: issuedBy ?? undefined,
    issuedAt: issuedAt === null ? undefined : toInstant(issuedAt),
    revision,
    changedBy,
    changedAt: toInstant(round.changedAt),
  }
}

/** Presents an assignment. */
export function presentAssignment(
  one: Assignment,
  nameOf: (unit: string) => string,
  today: Day,
): AssignmentPart {
  const {
    id,
    round,
    roundName,
    quarter,
    by,
    leadUnit,
    unit,
    team,
    inspectors,
    plannedOn,
    state,
    doneOn,
    note,
    revision,
  } = one
  return {
    id,
    round,
    roundName,
    quarter,
    by,
    ...(leadUnit === undefined ? {} : { leadUnit, leadName: nameOf(leadUnit) }),
    unit,
    unitName: nameOf(unit),
    team,
    inspectors: inspectors.map(person => ({ id: person.id, name: person.name })),
    plannedOn,
    state,
    doneOn,
    late: state === 'planned' && plannedOn !== undefined && plannedOn < today,
    note,
    revision,
  }
}

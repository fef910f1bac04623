import type { z } from 'zod'
import type { consequenceRow } from '../../../contract/consequences/consequencesRoutes.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import type { StoredFollowUp } from './followUps.store.ts'

/** A talk or proposal, as the contract defines it. */
export type FollowUpPart = NonNullable<z.output<typeof consequenceRow>['followUp']>

/** Presents a talk or proposal. */
export function presentFollowUp(row: StoredFollowUp, today: Day): FollowUpPart {
  const { kind, who, day, place, present, record, answer, changedBy, revision } = row
  return {
    kind,
    who,
    authority: row.authority ?? undefined,
    day,
    place,
    heldOn: row.heldOn ?? undefined,
    present,
    record,
    signedOn: row.signedOn ?? undefined,
    steps: row.steps.map(one => ({ ...one, overdue: one.doneOn === undefined && one.due < today })),
    outcome: row.outcome ?? undefined,
    outcomeOn: row.outcomeOn ?? undefined,
    answer,
    changedBy,
    revision,
  }
}

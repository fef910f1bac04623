import type { Points } from '../../../../domain/kernel/points.ts'
import type { DraftFinding } from '../draft/Draft.ts'
import { newUuid } from '../../../client/newUuid.ts'
import type { WorkRow, WorkRule } from '../keep/phoneDatabase.ts'

/** Checks whether a rule is only counted, one per tap; all other rules ask for an amount, a level, persons or a multiplier each time. */
export function isCounted(rule: WorkRule): boolean {
  return (
    rule.amount === undefined &&
    rule.levels === undefined &&
    rule.multipliers === undefined &&
    !rule.byPersons
  )
}

/** Creates a finding with the least that the rule allows. */
export function firstFinding(row: WorkRow, rule: WorkRule): DraftFinding {
  return {
    id: newUuid(),
    row: row.id,
    rule: rule.id,
    count: 1,
    note: '',
    ...(rule.amount && { amount: toPoints(rule.amount.least) }),
    ...(rule.levels?.[0] && { level: rule.levels[0].id }),
    ...(rule.byPersons && { persons: 1, occasions: 1 }),
  }
}

/** Converts a decimal to thousandths of a point. */
export function toPoints(decimal: number): Points {
  return Math.round(decimal * 1000) as Points
}

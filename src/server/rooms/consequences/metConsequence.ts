import type { Consequence } from '../../../domain/score/outcome.ts'
import { type FollowUp, followUpsOf } from '../../../domain/scheme/consequenceRule.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

/** A consequence that a unit or person meets, with what may follow it. */
export interface MetConsequence extends Consequence {
  readonly follows: readonly FollowUp[]
}

/** Finds a consequence of a unit in a scored year. */
export function metOf(
  { places, outcome, scheme }: ScoredYear,
  unit: string,
  rule: string,
): MetConsequence | undefined {
  const at = places.get(unit)
  const met =
    at === undefined ? undefined : outcome?.consequences.consequences[at]?.find(one => one.rule === rule)
  const found = scheme?.consequences.find(one => one.id === rule)
  return met === undefined || found === undefined ? undefined : { ...met, follows: followUpsOf(found) }
}

/** Checks whether a talk or proposal follows. Key supervision is arranged with next year's rounds. */
export function followsUp(follows: readonly FollowUp[]): boolean {
  return follows.includes('talk') || follows.includes('proposal')
}

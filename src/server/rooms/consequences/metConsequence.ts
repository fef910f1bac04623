import type { Consequence } from '../../../domain/score/outcome.ts'
import type { ConsequenceRule } from '../../../domain/scheme/consequenceRule.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

/** A consequence that a unit or person meets, with whom it follows. */
export type MetConsequence = Consequence & Pick<ConsequenceRule, 'on'>

/** Finds a consequence of a unit in a scored year. */
export function metOf(
  { places, outcome, scheme }: ScoredYear,
  unit: string,
  rule: string,
): MetConsequence | undefined {
  const at = places.get(unit)
  const met =
    at === undefined ? undefined : outcome?.consequences.consequences[at]?.find(one => one.rule === rule)
  const on = scheme?.consequences.find(one => one.id === rule)?.on
  return met === undefined || on === undefined ? undefined : { ...met, on }
}

/** Checks whether a talk or proposal follows: a measure about a person, carried out in the year itself. What takes effect next year needs neither. */
export function followsUp({ on, measure, nextYear }: MetConsequence): boolean {
  return on === 'appraisee' && measure !== undefined && nextYear !== true
}

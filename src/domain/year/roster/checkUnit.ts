import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { Unit } from './roster.ts'

/** 查验一个单位本身: tier and cohort of the scheme, days in order. (一) */
export function checkUnit({ tier, cohort, opensOn, closesOn }: Unit, scheme: Scheme): readonly FactFault[] {
  const faults: FactFault[] = []
  const noTier = termRefusal('tier', tier, scheme.tiers)
  if (noTier) faults.push(faultIn('tier', noTier))
  const noCohort = cohort === undefined ? undefined : termRefusal('cohort', cohort, scheme.cohorts)
  if (noCohort) faults.push(faultIn('cohort', noCohort))
  if (opensOn !== undefined && closesOn !== undefined && opensOn > closesOn) {
    faults.push(faultIn('closesOn', refuse('daysReversed', { from: opensOn, to: closesOn })))
  }
  return faults
}

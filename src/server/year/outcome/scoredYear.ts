import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import { appraiseCycle, type CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { mayAppraise } from '../../../domain/score/mayAppraise.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { YearInputs } from '../readYear.ts'

/** A scored year: its inputs as of one moment and the outcome; `refusals` say why nothing could be scored. `basis` distinguishes present facts from those of a seal. */
export interface ScoredYear {
  readonly year: number
  readonly revision: number
  readonly basis: 'live' | 'sealed'
  /** the seal's number, if the figures come from a seal. */
  readonly seal?: number
  readonly version?: SchemeVersionHead
  readonly scheme?: Scheme
  readonly inputs: YearInputs
  readonly outcome?: CycleOutcome
  readonly refusals: readonly Refusal[]
  readonly units: ReadonlyMap<string, Unit>
  /** the position of each appraisee in the outcome. */
  readonly places: ReadonlyMap<string, number>
}

/** The scheme used for scoring. */
export interface UsedScheme {
  readonly head: SchemeVersionHead
  readonly scheme: Scheme
}

/** Scores a year. */
export function scoreYear(
  inputs: YearInputs,
  used: UsedScheme | undefined,
  basis: 'live' | 'sealed',
  seal?: number,
): ScoredYear {
  const refusals =
    used === undefined
      ? [refuse('yearWithoutScheme', { year: inputs.year })]
      : mayAppraise(used.scheme, inputs.facts)
  const outcome =
    used === undefined || refusals.length > 0
      ? undefined
      : appraiseCycle(used.scheme, inputs.roster, inputs.facts, inputs.history)
  return {
    year: inputs.year,
    revision: inputs.revision,
    basis,
    seal,
    version: used?.head,
    scheme: used?.scheme,
    inputs,
    outcome,
    refusals,
    units: new Map(inputs.roster.units.map(unit => [unit.id, unit])),
    places: new Map(outcome?.components.appraisees.map(({ unit }, at) => [unit, at])),
  }
}

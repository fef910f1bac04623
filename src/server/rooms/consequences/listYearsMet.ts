import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { Consequence } from '../../../domain/score/outcome.ts'
import type { PastEntry } from '../../../domain/year/history/history.ts'
import type { Points } from '../../../domain/kernel/points.ts'
import type { ConsequenceRule } from '../../../domain/scheme/consequenceRule.ts'
import { gradeName } from '../../../domain/scheme/gradeName.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import type { ConsequenceRow } from './listConsequences.ts'

type YearMet = ConsequenceRow['years'][number]

/** Lists the years in which the condition was met, oldest first, with the place and score of each. */
export function listYearsMet(
  scored: ScoredYear,
  outcome: CycleOutcome,
  rule: ConsequenceRule,
  at: number,
  met: Consequence,
): YearMet[] {
  return met.years
    .toSorted((one, other) => one - other)
    .map(cycle =>
      cycle === outcome.scheme.cycle ? thisYear(outcome, at) : earlierYear(scored, outcome, rule, at, cycle),
    )
}

function thisYear({ scheme, components, composites, grades, ranking }: CycleOutcome, at: number): YearMet {
  const [composite, standing, grade] = [composites.points[at]!, ranking.standings[at], grades.grades[at]]
  const { personName } = components.appraisees[at]!
  return {
    cycle: scheme.cycle,
    ...(standing === undefined
      ? {}
      : { place: standing.place, fromBottom: standing.fromBottom, of: standing.of }),
    ...(Number.isNaN(composite) ? {} : { composite: composite as Points }),
    gradeName: grade?.name,
    personName,
  }
}

function earlierYear(
  scored: ScoredYear,
  outcome: CycleOutcome,
  rule: ConsequenceRule,
  at: number,
  cycle: number,
): YearMet {
  const entry = findEntry(scored, outcome, rule, at, cycle)
  if (entry === undefined) return { cycle }
  const { place, fromBottom, of, composite, grade, person } = entry
  const name = scored.inputs.roster.holders.find(holder => holder.person === person)?.name
  return {
    cycle,
    place,
    fromBottom,
    of,
    composite,
    gradeName: gradeName(outcome.scheme, grade),
    personName: name,
  }
}

/** Finds a year's entry for the subject of the streak, a person or a unit (R13); a unit inherits the entries of units it took over. */
function findEntry(
  { units }: ScoredYear,
  { components, history }: CycleOutcome,
  rule: ConsequenceRule,
  at: number,
  cycle: number,
): PastEntry | undefined {
  const { unit, person } = components.appraisees[at]!
  const entries = history.years.find(year => year.cycle === cycle)?.entries ?? []
  const ofPerson = person === undefined ? undefined : entries.find(entry => entry.person === person)
  const family = [unit, ...(units.get(unit)?.succeeds ?? [])]
  const ofUnit = family.map(id => entries.find(entry => entry.unit === id)).find(entry => entry !== undefined)
  return rule.on === 'unit' ? (ofUnit ?? ofPerson) : (ofPerson ?? ofUnit)
}

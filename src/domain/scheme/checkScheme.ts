import { checkCitations } from './checks/checkCitations.ts'
import { checkConsequences } from './checks/checkConsequences.ts'
import { checkConversions } from './checks/checkConversions.ts'
import { checkDates } from './checks/checkDates.ts'
import { checkIds } from './checks/checkIds.ts'
import { checkIdleRules } from './checks/checkIdleRules.ts'
import { checkMeasures } from './checks/checkMeasures.ts'
import { checkMeetings } from './checks/checkMeetings.ts'
import { checkMethodReferences } from './checks/checkMethodReferences.ts'
import { checkReach } from './checks/checkReach.ts'
import { checkReport } from './checks/checkReport.ts'
import { checkResultReferences } from './checks/checkResultReferences.ts'
import { checkRows } from './checks/checkRows.ts'
import { checkRubricSums } from './checks/checkRubricSums.ts'
import { checkRuleAmounts } from './checks/checkRuleAmounts.ts'
import { checkRuleReferences } from './checks/checkRuleReferences.ts'
import { checkRulings } from './checks/checkRulings.ts'
import { checkScope } from './checks/checkScope.ts'
import { checkTiers } from './checks/checkTiers.ts'
import { checkUnused } from './checks/checkUnused.ts'
import { checkWeights } from './checks/checkWeights.ts'
import { methodKinds } from './methods.ts'
import type { Scheme } from './scheme.ts'
import type { FaultPath, Found, SchemeFault } from './schemeFault.ts'
import { checkTopics } from './topics.ts'

const CHECKS: readonly ((scheme: Scheme) => Iterable<Found>)[] = [
  checkWeights,
  checkTiers,
  checkIds,
  checkScope,
  checkCitations,
  checkRulings,
  checkMethodReferences,
  checkRuleReferences,
  checkTopics,
  checkResultReferences,
  checkRubricSums,
  checkRows,
  checkReach,
  checkRuleAmounts,
  checkMeasures,
  checkIdleRules,
  checkConversions,
  checkMeetings,
  ...Object.values(methodKinds).flatMap(({ check }) => check ?? []),
  checkConsequences,
  checkReport,
  checkDates,
  checkUnused,
]

/**
 * Checks a scheme (查方案): returns all faults of meaning, in the order of the checks. `broken` lists places
 * of invalid shape, whose values are only placeholders; faults derived from them are not reported.
 */
export function checkScheme(scheme: Scheme, broken: readonly FaultPath[] = []): readonly SchemeFault[] {
  const places = placesOf(broken)
  return CHECKS.flatMap(check => [...check(scheme)])
    .filter(({ reads }) => broken.length === 0 || !reads.some(read => overlaps(places, read)))
    .map(toFault)
}

/** Broken places as a tree, since thousands of faults are compared with thousands of places. */
interface Place {
  isBroken: boolean
  readonly below: Map<FaultPath[number], Place>
}

function placesOf(broken: readonly FaultPath[]): Place {
  const top: Place = { isBroken: false, below: new Map() }
  for (const path of broken) {
    let place = top
    for (const step of path) {
      const next = place.below.get(step) ?? { isBroken: false, below: new Map() }
      place.below.set(step, next)
      place = next
    }
    place.isBroken = true
  }
  return top
}

/** Checks whether a read place overlaps a broken one (相干): one lies within the other; `*` stands for any index. */
function overlaps({ isBroken, below }: Place, read: FaultPath, at = 0): boolean {
  if (isBroken || at === read.length) return true
  const next = read[at] === '*' ? [...below.values()] : [below.get(read[at]!)]
  return next.some(place => place !== undefined && overlaps(place, read, at + 1))
}

function toFault({ reads: _reads, ...fault }: Found): SchemeFault {
  if (fault.citation !== '') return fault as SchemeFault
  const { citation: _none, ...rest } = fault
  return rest as SchemeFault
}

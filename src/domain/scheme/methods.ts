import { checkBallots } from './checks/checkBallots.ts'
import { checkGradings, checkTariffs } from './checks/checkGradings.ts'
import type { knownIds } from './checks/knownIds.ts'
import { checkSurveys } from './checks/checkSurveys.ts'
import type { Component, Method } from './component.ts'
import type { RulingTopic } from './ruling.ts'
import type { Scheme } from './scheme.ts'
import type { Found } from './schemeFault.ts'

/** One kind of scoring method (计分方法) as a scheme sees it. Its scoring is in `domain/score/methods.ts`, its words in `contract/scheme/methods.ts`. */
interface MethodKind<M extends Method> {
  /** The rulings it requires; a given method may require fewer. */
  readonly topics: readonly RulingTopic[]
  readonly needsNone?: (method: M) => boolean
  /** The fields that hold ids of the scheme. */
  readonly references?: { readonly [F in keyof M]?: keyof ReturnType<typeof knownIds> }
  /** Returns the faults of these methods and of the rulings they require. */
  readonly check?: (scheme: Scheme) => Iterable<Found>
  /** Whether the unit is inspected during the year: visits, findings and knowledge tests. */
  readonly isInspected?: true
  /** Whether people vote on the unit, on a day of the timetable. */
  readonly isVoted?: true
}

/** All kinds of scoring methods (计分方法). (三（二）) */
export const methodKinds: { readonly [K in Method['kind']]: MethodKind<Extract<Method, { kind: K }>> } = {
  rubric: {
    topics: ['combineRounds', 'leadInspections'],
    // One round alone needs no way to combine rounds.
    needsNone: method => method.rounds <= 1,
    references: { rubric: 'rubric' },
    isInspected: true,
  },
  ledger: { topics: ['ledgerTariff'], check: checkTariffs },
  quotaGrading: { topics: ['quotaRounding', 'gradePoints'], check: checkGradings },
  survey: { topics: ['surveyScale'], check: checkSurveys },
  ballots: { topics: ['ballotScale'], check: checkBallots, isVoted: true },
  measure: { topics: [], references: { measure: 'measure' } },
}

/** Returns the kind of a scoring method (计分方法). */
export function methodKind(method: Method): MethodKind<Method> {
  return methodKinds[method.kind] as unknown as MethodKind<Method>
}

/** Returns the ruling topics that a scoring method uses (口径事项). */
export function methodTopics(method: Method): readonly RulingTopic[] {
  const { topics, needsNone } = methodKind(method)
  return needsNone?.(method) === true ? [] : topics
}

/** Returns the scoring method (计分方法) of a component for a tier. */
export function methodOf(component: Component, tier: string): Method | undefined {
  return component.methods.find(method => method.tiers === undefined || method.tiers.includes(tier))
}

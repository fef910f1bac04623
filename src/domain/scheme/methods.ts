import { checkBallots } from './checks/checkBallots.ts'
import { checkGradings, checkTariffs } from './checks/checkGradings.ts'
import type { knownIds } from './checks/knownIds.ts'
import { checkSurveys } from './checks/checkSurveys.ts'
import type { Component, Method } from './component.ts'
import type { RulingTopic } from './ruling.ts'
import type { Scheme } from './scheme.ts'
import type { Found } from './schemeFault.ts'

/** 一种计分方法 as a scheme sees it. How it scores: `domain/score/methods.ts`; its words: `contract/scheme/methods.ts`. */
interface MethodKind<M extends Method> {
  /** the rulings that it needs; it is told when it needs fewer. */
  readonly topics: readonly RulingTopic[]
  readonly needsNone?: (method: M) => boolean
  /** the fields that hold an id of the scheme's own. */
  readonly references?: { readonly [F in keyof M]?: keyof ReturnType<typeof knownIds> }
  /** the faults of these methods and of the rulings that they need. */
  readonly check?: (scheme: Scheme) => Iterable<Found>
  /** the unit's year is inspected: there are visits, findings and knowledge tests. */
  readonly isInspected?: true
  /** people vote on the unit, on a day of the timetable. */
  readonly isVoted?: true
}

/** 全部计分方法. (三（二）) */
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

/** 计分方法的种类, looked up by a method of any kind. */
export function methodKind(method: Method): MethodKind<Method> {
  return methodKinds[method.kind] as unknown as MethodKind<Method>
}

/** 一种计分方法用得着的口径事项. */
export function methodTopics(method: Method): readonly RulingTopic[] {
  const { topics, needsNone } = methodKind(method)
  return needsNone?.(method) === true ? [] : topics
}

/** 某层级单位在某分项上的计分方法. */
export function methodOf(component: Component, tier: string): Method | undefined {
  return component.methods.find(method => method.tiers === undefined || method.tiers.includes(tier))
}

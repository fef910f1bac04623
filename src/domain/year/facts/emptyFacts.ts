import type { CycleFacts } from './facts.ts'

/** Returns the empty facts of a cycle (空的事实): every list present and empty. */
export function emptyFacts(cycle: number): {
  -readonly [K in keyof CycleFacts]: CycleFacts[K] extends readonly (infer F)[] ? F[] : CycleFacts[K]
} {
  return {
    cycle,
    visits: [],
    findings: [],
    ledger: [],
    gradings: [],
    surveys: [],
    ballotCounts: [],
    sheets: [],
    measures: [],
    knowledgeTests: [],
    vetoes: [],
    decisions: [],
    annualGrades: [],
  }
}

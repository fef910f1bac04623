import type { FactsFile } from '../contract/year/factsSchema.ts'
import type { History } from '../domain/year/history/history.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'

/** All inputs of one scoring run, read and checked; `refused` rows of the facts or the history are not included. */
export interface CycleInputs {
  readonly scheme: Scheme
  readonly facts: FactsFile
  readonly history: History
  readonly refused: number
}

/** Returns the approximate number of entries to score; above `HEAVY` the work takes seconds. */
export function sizeOfFacts({ facts }: CycleInputs): number {
  const marks = facts.sheets.reduce((sum, sheet) => sum + sheet.marks.length, 0)
  return facts.findings.length + facts.ledger.length + facts.surveys.length + marks
}

/** Number of entries from which a stage that cannot report progress is announced at once. */
export const HEAVY = 200_000

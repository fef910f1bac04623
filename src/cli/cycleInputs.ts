import type { FactsFile } from '../contract/year/factsSchema.ts'
import type { History } from '../domain/year/history/history.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'

/** 一次计分的全部输入, read and checked: `refused` rows of the facts or the history are not in them. */
export interface CycleInputs {
  readonly scheme: Scheme
  readonly facts: FactsFile
  readonly history: History
  readonly refused: number
}

/** 事实的规模: roughly how many entries there are to score; above `HEAVY` the work takes seconds. */
export function sizeOfFacts({ facts }: CycleInputs): number {
  const marks = facts.sheets.reduce((sum, sheet) => sum + sheet.marks.length, 0)
  return facts.findings.length + facts.ledger.length + facts.surveys.length + marks
}

/** 从这么多条起, what cannot report on the way says so at once. */
export const HEAVY = 200_000

import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import { checkAnnualGrade } from './checkAnnualGrade.ts'
import { checkBallotSheet } from './checkBallotSheet.ts'
import { checkDecision } from './checkDecision.ts'
import { checkFinding } from './checkFinding.ts'
import { checkGrading } from './checkGrading.ts'
import { checkExam } from './checkExam.ts'
import { checkLedgerCount } from './checkLedgerCount.ts'
import { checkMeasureValue } from './checkMeasureValue.ts'
import { checkSurveyTally } from './checkSurveyTally.ts'
import { checkVetoFact } from './checkVetoFact.ts'
import { checkVisit } from './checkVisit.ts'
import { emptyFacts } from './emptyFacts.ts'
import type { FactBook } from './factBook.ts'
import { createFactSieve } from './factSieve.ts'
import type { CycleFacts, BallotCount } from './facts.ts'
import { refuse } from '../../kernel/refusal.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { markFaults } from './checkBallotMark.ts'
import { unitFaults } from './commonFaults.ts'
import { componentFaults, methodOfKind } from './componentFaults.ts'

/** Name of a list of facts (事实清单的名称). */
export type FactList = Exclude<keyof CycleFacts, 'cycle'>

/** One fact of a list (某清单的一条). */
export type FactOf<L extends FactList> = CycleFacts[L][number]

/** Intake of facts (事实的收取). Checks each fact against the book and the facts accepted before, and keeps it when it has no fault. Files, workbooks and forms all go through it. */
export interface FactsIntake {
  take<L extends FactList>(list: L, fact: FactOf<L>, at: number): readonly FactFault[]
  /** Returns the accepted facts, each list in order of entry. */
  facts(): CycleFacts
  /** Returns the `at` of every accepted fact, list by list in the same order. */
  places(): FactPlaces
}

/** Places of facts (各事实的位置), list by list: a row of a sheet, or a place in a list of a text file. */
export type FactPlaces = { readonly [L in FactList]: readonly number[] }

/** Checks by list. */
const checks: { readonly [L in FactList]: (fact: FactOf<L>, book: FactBook) => readonly FactFault[] } = {
  visits: checkVisit,
  findings: checkFinding,
  ledger: checkLedgerCount,
  gradings: checkGrading,
  surveys: checkSurveyTally,
  ballotCounts: checkBallotCount,
  sheets: checkBallotSheet,
  measures: checkMeasureValue,
  knowledgeTests: checkExam,
  vetoes: checkVetoFact,
  decisions: checkDecision,
  annualGrades: checkAnnualGrade,
}

/** Starts an intake (开始收取). `where` returns in Chinese where a fact of a list is, for the refusal of one that repeats it. */
export function createFactsIntake(
  book: FactBook,
  cycle: number,
  where: (list: FactList, at: number) => string,
): FactsIntake {
  const taken = emptyFacts(cycle)
  const places = emptyPlaces()
  const sieve = createFactSieve(book, where)
  return {
    take(list, fact, at) {
      const faults = checks[list](fact as never, book)
      if (faults.length > 0) return faults
      const again = sieve(list, fact, at)
      if (again) return [{ refusal: again }]
      ;(taken[list] as (typeof fact)[]).push(fact)
      places[list].push(at)
      return faults
    },
    facts: () => taken,
    places: () => places,
  }
}

/** Returns empty places (空的位置), for no facts. */
export function emptyPlaces(): { -readonly [L in FactList]: number[] } {
  const { cycle: _, ...lists } = emptyFacts(0)
  return lists as Record<FactList, never[]>
}

/** Checks a ballot count (查验一条计票结果): known classes, each mark as the method requires, something counted. (四（四）) */
function checkBallotCount(count: BallotCount, book: FactBook): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, count.unit),
    ...componentFaults(book, count.component, count.unit, 'ballots'),
  ]
  const { marks, voterClasses, voided, abstained } = count
  if (voterClasses.length === 0 || marks.length + voided + abstained === 0)
    faults.push(faultIn(voterClasses.length === 0 ? 'voterClasses' : 'marks', refuse('countEmpty', {})))
  const method = methodOfKind(book, count.component, count.unit, 'ballots')
  if (!method) return faults
  const unknown = voterClasses
    .map(one => termRefusal('voterClass', one, method.classes))
    .find(refusal => refusal !== undefined)
  if (unknown) faults.push(faultIn('voterClasses', unknown))
  const [wrong] = [...new Set(marks)].flatMap(mark =>
    markFaults(typeof mark === 'string' ? { grade: mark } : { points: mark }, method),
  )
  return wrong === undefined ? faults : [...faults, faultIn('marks', wrong.refusal)]
}

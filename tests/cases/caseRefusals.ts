import type { FactsFile } from '../../src/contract/factsSchema.ts'
import { checkAnnualGrade } from '../../src/domain/cycle/checkAnnualGrade.ts'
import { checkBallotSheet } from '../../src/domain/cycle/checkBallotSheet.ts'
import { checkDecision } from '../../src/domain/cycle/checkDecision.ts'
import { checkFinding } from '../../src/domain/cycle/checkFinding.ts'
import { checkGrading } from '../../src/domain/cycle/checkGrading.ts'
import { checkKnowledgeTest } from '../../src/domain/cycle/checkKnowledgeTest.ts'
import { checkLedgerCount } from '../../src/domain/cycle/checkLedgerCount.ts'
import { checkMeasureValue } from '../../src/domain/cycle/checkMeasureValue.ts'
import { checkPastEntry } from '../../src/domain/cycle/checkPastEntry.ts'
import { checkSurveyTally } from '../../src/domain/cycle/checkSurveyTally.ts'
import { checkVetoFact } from '../../src/domain/cycle/checkVetoFact.ts'
import { checkVisit } from '../../src/domain/cycle/checkVisit.ts'
import { openFactBook } from '../../src/domain/cycle/factBook.ts'
import { openFactSieve } from '../../src/domain/cycle/factSieve.ts'
import type { History } from '../../src/domain/cycle/history.ts'
import type { FactFault } from '../../src/domain/kernel/factFault.ts'
import { checkRoster } from '../../src/domain/roster/checkRoster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'

/** The codes with which the checks on the way in would refuse a case's facts, each once; none where an office could enter them. */
export function caseRefusals(scheme: Scheme, facts: FactsFile, history: History): readonly string[] {
  const { units, holders } = facts.roster
  const place = (at: number) => `第${at + 1}条`
  const roster = checkRoster(units, holders, scheme, { unit: place, holder: place })
  const book = openFactBook(scheme, facts.roster)
  const sieve = openFactSieve(book, place)
  const faults: readonly FactFault[] = [
    ...roster.units.flat(),
    ...roster.holders.flat(),
    ...facts.visits.flatMap(visit => checkVisit(visit, book)),
    ...facts.findings.flatMap(finding => checkFinding(finding, book)),
    ...facts.ledger.flatMap(entry => checkLedgerCount(entry, book)),
    ...facts.gradings.flatMap(grading => checkGrading(grading, book)),
    ...facts.surveys.flatMap(tally => checkSurveyTally(tally, book)),
    ...facts.sheets.flatMap(sheet => checkBallotSheet(sheet, book)),
    ...facts.measures.flatMap(value => checkMeasureValue(value, book)),
    ...facts.knowledgeTests.flatMap(test => checkKnowledgeTest(test, book)),
    ...facts.vetoes.flatMap(fact => checkVetoFact(fact, book)),
    ...facts.decisions.flatMap(decision => checkDecision(decision, book)),
    ...facts.annualGrades.flatMap(proposal => checkAnnualGrade(proposal, book)),
    ...history.years.flatMap(({ cycle, entries }) => entries.flatMap(entry => checkPastEntry(cycle, entry, book, new Set()))),
  ]
  const copies = facts.findings.flatMap((finding, at) => sieve.finding(finding, at) ?? [])
  return [...new Set([...faults.map(fault => fault.refusal.code), ...copies.map(refusal => refusal.code)])]
}

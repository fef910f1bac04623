import type {
  BallotCount,
  CycleFacts,
  Decision,
  Finding,
  Grading,
  KnowledgeTest,
  LedgerCount,
  SurveyTally,
  VetoFact,
  Visit,
} from './facts.ts'

/** Facts of one unit for the year (一个单位的全年事实), gathered from the lists of the cycle. What nobody recorded is absent, not zero. */
export interface UnitFacts {
  readonly visits: readonly Visit[]
  readonly findings: readonly Finding[]
  /** Ledger counts by counter. */
  readonly ledger: ReadonlyMap<string, readonly LedgerCount[]>
  readonly tests: readonly KnowledgeTest[]
  /** Values by measure, in thousandths. */
  readonly measures: ReadonlyMap<string, number>
  /** Gradings by component. */
  readonly gradings: ReadonlyMap<string, Grading>
  readonly surveys: readonly SurveyTally[]
  /** Marks of the valid sheets by voter class, by component. */
  readonly votes: ReadonlyMap<string, readonly ClassVotes[]>
  /** Ballot counts, already among the votes. */
  readonly ballotCounts: readonly BallotCount[]
  readonly vetoes: readonly VetoFact[]
  readonly decisions: readonly Decision[]
}

/** Valid marks of one voter class for a unit (某票种对一个单位的有效评价): in thousandths, or grade ids. Void sheets and abstentions are only counted. (R8) */
export interface ClassVotes {
  readonly voterClass: string
  /** The classes merged with it, for each had too few sheets to be shown. */
  readonly also?: readonly string[]
  readonly marks: readonly number[]
  readonly voided: number
  readonly abstained: number
}

/** Facts of a unit without any record (空白事实). */
export const NO_FACTS: UnitFacts = {
  visits: [],
  findings: [],
  ledger: new Map(),
  tests: [],
  measures: new Map(),
  gradings: new Map(),
  surveys: [],
  votes: new Map(),
  ballotCounts: [],
  vetoes: [],
  decisions: [],
}

/** Gathers the facts of the year by unit (按单位归集全年事实). Votes by component and unit must already exclude void sheets. */
export function gatherUnitFacts(
  facts: CycleFacts,
  votes: ReadonlyMap<string, ReadonlyMap<string, readonly ClassVotes[]>>,
): ReadonlyMap<string, UnitFacts> {
  const gathered = new Map<string, Gathering>()
  const at = (unit: string): Gathering => {
    const known = gathered.get(unit)
    if (known) return known
    const fresh = createGathering()
    gathered.set(unit, fresh)
    return fresh
  }
  for (const visit of facts.visits) at(visit.unit).visits.push(visit)
  for (const finding of facts.findings) at(finding.unit).findings.push(finding)
  for (const entry of facts.ledger) pushInto(at(entry.unit).ledger, entry.counter, entry)
  for (const test of facts.knowledgeTests) at(test.unit).tests.push(test)
  for (const value of facts.measures) at(value.unit).measures.set(value.measure, value.value)
  for (const grading of facts.gradings) at(grading.unit).gradings.set(grading.component, grading)
  for (const tally of facts.surveys) at(tally.unit).surveys.push(tally)
  for (const count of facts.ballotCounts) at(count.unit).ballotCounts.push(count)
  for (const veto of facts.vetoes) at(veto.unit).vetoes.push(veto)
  for (const decision of facts.decisions)
    if (decision.kind !== 'bandsApply') at(decision.unit).decisions.push(decision)
  for (const [unit, ofUnit] of votes) at(unit).votes = ofUnit
  return gathered
}

interface Gathering {
  visits: Visit[]
  findings: Finding[]
  ledger: Map<string, LedgerCount[]>
  tests: KnowledgeTest[]
  measures: Map<string, number>
  gradings: Map<string, Grading>
  surveys: SurveyTally[]
  votes: ReadonlyMap<string, readonly ClassVotes[]>
  ballotCounts: BallotCount[]
  vetoes: VetoFact[]
  decisions: Decision[]
}

function createGathering(): Gathering {
  return {
    visits: [],
    findings: [],
    ledger: new Map(),
    tests: [],
    measures: new Map(),
    gradings: new Map(),
    surveys: [],
    votes: NO_FACTS.votes,
    ballotCounts: [],
    vetoes: [],
    decisions: [],
  }
}

function pushInto<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

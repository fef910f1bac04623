import { refuse, type Refusal } from '../kernel/refusal.ts'
import type { FactBook } from './factBook.ts'
import type {
  AnnualGradeProposal,
  Decision,
  Finding,
  Grading,
  KnowledgeTest,
  LedgerCount,
  MeasureValue,
  SurveyTally,
  VetoFact,
  Visit,
} from './facts.ts'

/**
 * 筛重: keeps what was taken so far and refuses what says the same again. Where one fact has a key of its own (a grading of a unit in a component)
 * the key may come once; where several are possible (findings) only an exact copy is refused. `where` says in Chinese where the first one stands.
 */
export interface FactSieve {
  visit(visit: Visit, at: number): Refusal | undefined
  finding(finding: Finding, at: number): Refusal | undefined
  ledger(entry: LedgerCount, at: number): Refusal | undefined
  grading(grading: Grading, at: number): Refusal | undefined
  survey(tally: SurveyTally, at: number): Refusal | undefined
  measure(value: MeasureValue, at: number): Refusal | undefined
  knowledgeTest(test: KnowledgeTest, at: number): Refusal | undefined
  veto(fact: VetoFact, at: number): Refusal | undefined
  decision(decision: Decision, at: number): Refusal | undefined
  annualGrade(proposal: AnnualGradeProposal, at: number): Refusal | undefined
}

/** 所在之处的写法: `at` is a row or a place in a list. */
export type WhereFirst = (at: number) => string

/** 建立筛子. */
export function openFactSieve(book: FactBook, where: WhereFirst): FactSieve {
  const exclusive = openExclusiveRules(book, where)
  const copies = (): ((item: object, at: number) => Refusal | undefined) => {
    const seen = firstSeen(where, 'duplicate')
    return (item, at) => seen(JSON.stringify(sortedFields(item)), at)
  }
  const findings = copies()
  const [visits, ledger, gradings, surveys] = [keys(where), keys(where), keys(where), keys(where)]
  const [measures, decisions, annualGrades] = [keys(where), keys(where), keys(where)]
  return {
    visit: (visit, at) => visits([visit.unit, visit.quarter, visit.by ?? 'committee', visit.heldOn ?? ''], at),
    finding: (finding, at) => findings(finding, at) ?? exclusive(finding, at),
    ledger: (entry, at) => ledger([entry.unit, entry.counter, entry.period], at),
    grading: (grading, at) => gradings([grading.unit, grading.component], at),
    survey: (tally, at) => surveys([tally.unit, tally.component, tally.group], at),
    measure: (value, at) => measures([value.unit, value.measure], at),
    knowledgeTest: copies(),
    veto: copies(),
    decision: (decision, at) => decisions(keyOfDecision(decision), at),
    annualGrade: (proposal, at) => annualGrades([proposal.unit], at),
  }
}

function keyOfDecision(decision: Decision): readonly string[] {
  if (decision.kind === 'bandsApply') return [decision.kind, decision.ranking]
  return decision.kind === 'fromBottom' ? [decision.kind, decision.unit] : [decision.kind, decision.unit, decision.component]
}

function keys(where: WhereFirst): (parts: readonly (string | number)[], at: number) => Refusal | undefined {
  const seen = firstSeen(where, 'sameKeyTwice')
  return (parts, at) => seen(parts.join('\u0001'), at)
}

function firstSeen(where: WhereFirst, code: 'duplicate' | 'sameKeyTwice'): (key: string, at: number) => Refusal | undefined {
  const seen = new Map<string, number>()
  return (key, at) => {
    const first = seen.get(key)
    if (first !== undefined) return refuse(code, { first: where(first) })
    seen.set(key, at)
    return undefined
  }
}

function sortedFields(item: object): readonly (readonly [string, unknown])[] {
  return Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))
}

/** 同一场次互斥的规则: an absence and a deputy sent instead cannot both hold for one meeting. (附件 四.4) */
function openExclusiveRules(book: FactBook, where: WhereFirst): (finding: Finding, at: number) => Refusal | undefined {
  const seen = new Map<string, { readonly rule: string; readonly at: number }[]>()
  return (finding, at) => {
    const { unit, row, rule, occasion } = finding
    if (occasion === undefined) return undefined
    const rules = book.rows.get(row)?.rules
    const excludes = (one: string, other: string): boolean => rules?.get(one)?.exclusiveWith?.includes(other) ?? false
    const key = [unit, row, occasion].join('\u0001')
    const earlier = seen.get(key) ?? []
    const clash = earlier.find(each => excludes(rule, each.rule) || excludes(each.rule, rule))
    if (clash) {
      const [text, other] = [rules?.get(rule)?.text ?? rule, rules?.get(clash.rule)?.text ?? clash.rule]
      return refuse('exclusiveRules', { rule: text, other, occasion, first: where(clash.at) }, book.rows.get(row)?.row.citation)
    }
    seen.set(key, [...earlier, { rule, at }])
    return undefined
  }
}

import { sentenceOfRefusal } from '../../contract/shape/refusalSentences.ts'
import type { ReadResults } from '../../contract/results/resultsSchema.ts'
import { checkAnnualGrade } from '../../domain/year/facts/checkAnnualGrade.ts'
import { checkBallotSheet } from '../../domain/year/facts/checkBallotSheet.ts'
import { checkDecision } from '../../domain/year/facts/checkDecision.ts'
import { checkFinding } from '../../domain/year/facts/checkFinding.ts'
import { checkGrading } from '../../domain/year/facts/checkGrading.ts'
import { checkExam } from '../../domain/year/facts/checkExam.ts'
import { checkLedgerCount } from '../../domain/year/facts/checkLedgerCount.ts'
import { checkMeasureValue } from '../../domain/year/facts/checkMeasureValue.ts'
import { checkSurveyTally } from '../../domain/year/facts/checkSurveyTally.ts'
import { checkVetoFact } from '../../domain/year/facts/checkVetoFact.ts'
import { checkVisit } from '../../domain/year/facts/checkVisit.ts'
import { type FactBook, createFactBook } from '../../domain/year/facts/factBook.ts'
import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import type { FactFault } from '../../domain/kernel/factFault.ts'
import { mayAppraise } from '../../domain/score/mayAppraise.ts'
import { checkScheme } from '../../domain/scheme/checkScheme.ts'

/** Lists the faults of the embedded inputs that prevent recomputation: a scheme with faults, open rulings, another year, facts that the scheme cannot hold. */
export function listInputFaults({ scheme, facts }: ReadResults['inputs']): readonly string[] {
  const faults = checkScheme(scheme).filter(fault => fault.severity === 'fault').length
  if (faults > 0) return [`所带方案有${faults}处错误，不能据以复算；请用 hengping check 查看`]
  const refused = mayAppraise(scheme, facts).map(refusal => `不能复算：${sentenceOfRefusal(refusal)}`)
  if (refused.length > 0) return refused
  const book = createFactBook(scheme, facts.roster)
  return CHECKS.flatMap(check => check(facts, book))
}

/** Checks for what the engine cannot handle only; the inputs were already accepted once. */
const CHECKS: readonly ((facts: CycleFacts, book: FactBook) => readonly string[])[] = [
  each('核查场次', facts => facts.visits, checkVisit),
  each('核查情况', facts => facts.findings, checkFinding),
  each('台账计数', facts => facts.ledger, checkLedgerCount),
  each('等次评定', facts => facts.gradings, checkGrading),
  each('民意调查汇总', facts => facts.surveys, checkSurveyTally),
  each('测评票', facts => facts.sheets, checkBallotSheet),
  each('指标数值', facts => facts.measures, checkMeasureValue),
  each('知识测试', facts => facts.knowledgeTests, checkExam),
  each('否决事实', facts => facts.vetoes, checkVetoFact),
  each('决定', facts => facts.decisions, checkDecision),
  each('年度考核等次建议', facts => facts.annualGrades, checkAnnualGrade),
]

function each<T>(
  name: string,
  list: (facts: CycleFacts) => readonly T[],
  check: (item: T, book: FactBook) => readonly FactFault[],
) {
  return (facts: CycleFacts, book: FactBook) =>
    list(facts).flatMap((item, at) =>
      check(item, book).map(({ refusal }) => `所带事实的${name}第${at + 1}条：${sentenceOfRefusal(refusal)}`),
    )
}

import { bandEdges } from '../../../domain/score/ranking/rankAppraisees.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import type { ConsequenceRule } from '../../../domain/scheme/consequenceRule.ts'
import type { SmallCohortAnswer, TieAnswer } from '../../../domain/scheme/ruling.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import type { PlaceFormulas } from './placeFormulas.ts'
import type { Here } from './table.ts'
import { textOf } from './textOf.ts'

/** Formats the edge of a place band as a formula: a number, or a share of the ranking (R11). */
function edgeFormula(edge: number, answer: SmallCohortAnswer, here: Here): string {
  return answer.kind === 'count' ? String(edge) : `INT(${here.at('of')}*${edge}/${answer.ofEvery})`
}

/** Returns the test of a consequence's condition (结果运用) for this year; `undefined` where bands do not apply, so that nobody meets it. (五（三）, R9, R11) */
export function conditionFormula(
  context: BookContext,
  { when }: ConsequenceRule,
  { result: { standing } }: Pick<UnitLine, 'result'>,
  here: Here,
): string | undefined {
  const { rulings } = context.prepared
  if (when.by === 'grade') {
    const grades = rulings.answer('overallGrades').grades.filter(grade => when.grades.includes(grade.id))
    const tests = grades.map(grade => `${here.at('grade')}=${textOf(grade.name)}`)
    return tests.length === 1 ? tests[0] : `OR(${tests.join(',')})`
  }
  if (standing === undefined || standing.bandsApply !== 'yes') return undefined
  const answer = rulings.answer('smallCohort')
  const place = here.at(when.by === 'fromBottom' ? 'fromBottom' : 'place')
  const from =
    when.from === 1
      ? '1'
      : answer.kind === 'count'
        ? String(when.from)
        : `${edgeFormula(when.from - 1, answer, here)}+1`
  const undecided =
    rulings.answer('ties').acrossEdge === 'committee' && !standing.decided
      ? `,${here.at('across')}<>"是"`
      : ''
  return `AND(ISNUMBER(${place}),${place}>=${from},${place}<=${edgeFormula(when.to, answer, here)}${undecided})`
}

/** Returns the formula of the performance deduction (绩效扣分): each deduction of a clause where its condition holds; those over several years are constants computed from history. (五（三）) */
export function deductionFormula(context: BookContext, line: UnitLine, here: Here): string {
  const terms = context.outcome.scheme.consequences.flatMap(rule => {
    const { effect } = rule
    if (effect.kind !== 'performanceDeduction') return []
    const points = toDecimal(effect.points)
    if (rule.years !== undefined)
      return line.result.consequences.some(one => one.rule === rule.id) ? [String(points)] : []
    const test = conditionFormula(context, rule, line, here)
    return test === undefined ? [] : [`IF(${test},${points},0)`]
  })
  return terms.join('+') || '0'
}

/** Returns the formula for a tie across the edge of a band. (R9) */
export function acrossFormula(
  context: BookContext,
  ties: TieAnswer,
  places: PlaceFormulas,
  here: Here,
): string {
  const { rulings, scheme } = context.prepared
  const answer = rulings.answer('smallCohort')
  const [tied, fromBottom] = [here.at('tied'), here.at('fromBottom')]
  const crosses = (lower: string, upper: string, edge: number): string => {
    const at = edgeFormula(edge, answer, here)
    return `AND(${lower}<${at},${upper}>${at})`
  }
  const [low, high] =
    ties.acrossEdge === 'heavier'
      ? [`${fromBottom}-1`, `${fromBottom}+${tied}`]
      : [`${fromBottom}-${tied}-1`, fromBottom]
  const better = ties.places === 'dense' ? `(${places.better(here)})` : `(${here.at('place')}-1)`
  const tests = [
    ...bandEdges(scheme.consequences, 'fromBottom').map(edge => crosses(low, high, edge)),
    ...bandEdges(scheme.consequences, 'fromTop').map(edge => crosses(better, `${better}+1+${tied}`, edge)),
  ]
  if (tests.length === 0) return '""'
  return `IF(ISNUMBER(${tied}),IF(AND(${tied}>0,OR(${tests.join(',')})),"是",""),"")`
}

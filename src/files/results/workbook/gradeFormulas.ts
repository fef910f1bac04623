import { toDecimal } from '../../../domain/kernel/points.ts'
import type { GradeBand, OverallGradesAnswer } from '../../../domain/scheme/ruling.ts'
import { textOf } from './textOf.ts'

/** Returns the formula of the grade by score bands (等次): the first band that holds the composite, or the best or last grade beyond all bands. (五（一）, R12) */
export function bandFormula({ grades }: OverallGradesAnswer, composite: string, canExceed: boolean): string {
  const beyond = canExceed ? beyondFormula(grades, composite) : '""'
  const found = grades.reduceRight(
    (rest, grade) => `IF(${holds(grade, composite)},${textOf(grade.name)},${rest})`,
    beyond,
  )
  return `IF(ISNUMBER(${composite}),${found},"")`
}

function beyondFormula(grades: readonly GradeBand[], composite: string): string {
  const most = Math.max(...grades.map(grade => toDecimal(grade.to)))
  return `IF(${composite}>=${most},${textOf(grades[0]!.name)},${textOf(grades.at(-1)!.name)})`
}

function holds({ from, to, fromOpen, toClosed }: GradeBand, composite: string): string {
  return `AND(${composite}${fromOpen ? '>' : '>='}${toDecimal(from)},${composite}${toClosed ? '<=' : '<'}${toDecimal(to)})`
}

/** Returns the formula of the preconditions: each unmet one in turn lowers the grade that requires it by one. `undefined` with more than three, which do not fit a cell. */
export function preconditionFormula(
  { grades, preconditions }: OverallGradesAnswer,
  band: string,
  scoreOf: (component: string) => string,
): string | undefined {
  if (preconditions.length > 3) return undefined
  return preconditions.reduce((grade, { grade: id, component, atLeast }) => {
    const at = grades.findIndex(one => one.id === id)
    const [own, next] = [grades[at]!, grades[Math.min(at + 1, grades.length - 1)]!]
    const score = scoreOf(component)
    return `IF(AND(${grade}=${textOf(own.name)},NOT(AND(ISNUMBER(${score}),${score}>=${toDecimal(atLeast)}))),${textOf(next.name)},${grade})`
  }, band)
}

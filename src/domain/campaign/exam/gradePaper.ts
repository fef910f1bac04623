import type { Question } from './question.ts'

/** 作答, by question: the chosen options; a question that is not there was not answered. */
export type PaperAnswers = Readonly<Record<string, readonly number[]>>

/** 判分: how many are right, of how many, and whether that passes. */
export interface PaperGrade {
  readonly right: number
  readonly of: number
  readonly passed: boolean
}

/** 判分: a question is right when exactly the right options are chosen; each counts the same. `passPercent` of 100 passes at all right. (四（二）, R18) */
export function gradePaper(
  questions: readonly Question[],
  answers: PaperAnswers,
  passPercent: number,
): PaperGrade {
  const right = questions.filter(question => isRight(question, answers[question.id])).length
  return {
    right,
    of: questions.length,
    passed: questions.length > 0 && right * 100 >= passPercent * questions.length,
  }
}

/** 是否答对. */
export function isRight({ answer }: Question, chosen: readonly number[] | undefined): boolean {
  return (
    chosen !== undefined && chosen.length === answer.length && answer.every(option => chosen.includes(option))
  )
}

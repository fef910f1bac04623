import type { Question } from './question.ts'

/** Answers (作答) by question: the chosen options; a missing question was not answered. */
export type PaperAnswers = Readonly<Record<string, readonly number[]>>

/** The grade of a paper (判分): how many answers are right, of how many, and whether that passes. */
interface PaperGrade {
  readonly right: number
  readonly of: number
  /** How many questions were voided and left out of the total. */
  readonly out: number
  readonly passed: boolean
}

/** Grades a paper (判分): an answer is right if it has exactly the right options; all questions count the same, but a voided one is right for everybody or left out. A `passPercent` of 100 requires all right. (四（二）, R18) */
export function gradePaper(
  questions: readonly Question[],
  answers: PaperAnswers,
  passPercent: number,
): PaperGrade {
  const counted = questions.filter(question => question.voided !== 'out')
  const right = counted.filter(
    question => question.voided === 'right' || isRight(question, answers[question.id]),
  ).length
  return {
    right,
    of: counted.length,
    out: questions.length - counted.length,
    passed: questions.length > 0 && right * 100 >= passPercent * counted.length,
  }
}

/** Checks whether an answer is right (答对). */
export function isRight({ answer }: Question, chosen: readonly number[] | undefined): boolean {
  return (
    chosen !== undefined && chosen.length === answer.length && answer.every(option => chosen.includes(option))
  )
}

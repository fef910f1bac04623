import type { Answers, Questionnaire } from '../questionnaire.ts'

/** Separated answers with all that is needed to weigh them (分析用的答卷). Answers that are alike may come once, with how many times. */
export interface SurveyData {
  readonly questionnaire: Questionnaire
  /** Groups with their weight in the score. (R7) */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly weight: number }[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** What each answer is worth; null where it is not scored. (R7) */
  readonly worth: Readonly<Record<string, number | null>>
  /** Fewer answers are no result. */
  readonly least: number
  /** How many people there are, by `unit group`. */
  readonly populations: ReadonlyMap<string, number>
  readonly answers: readonly SurveyAnswer[]
}

/** One answer sheet (一份答卷), or several that are alike. */
export interface SurveyAnswer {
  readonly unit: string
  readonly group: string
  readonly answers: Answers
  readonly times: number
}

/** Returns the question whose answers are scored (计分的题目). */
export function scoredQuestionOf({ questionnaire }: Pick<SurveyData, 'questionnaire'>): string | undefined {
  return questionnaire.questions.find(one => one.kind === 'satisfaction' && one.counts)?.id
}

/** Returns the lowest and the highest points of an answer (答案分值的上下限). */
export function scaleOfWorth(worth: SurveyData['worth']): {
  readonly lowest: number
  readonly highest: number
} {
  const values = Object.values(worth).filter(value => value !== null)
  return values.length === 0
    ? { lowest: 0, highest: 100 }
    : { lowest: Math.min(...values), highest: Math.max(...values) }
}

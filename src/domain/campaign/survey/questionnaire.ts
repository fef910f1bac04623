/** A condition on an earlier answer (跳题条件): the question is put only where one of these answers was given. */
interface QuestionFilter {
  readonly question: string
  readonly answers: readonly string[]
}

/** An answer that can be chosen (备选答案). */
interface QuestionOption {
  readonly id: string
  readonly text: string
}

interface QuestionCore {
  readonly id: string
  readonly text: string
  readonly when?: QuestionFilter
}

/**
 * A question (题目). `satisfaction` has the answers of the scheme; the one with `counts` is the one whose
 * answers are scored (R7). `turned`: the order of answers turns from case to case. (三（二）3)
 */
export type Question =
  | (QuestionCore & {
      readonly kind: 'satisfaction'
      readonly counts: boolean
      readonly turned: boolean
      readonly options: readonly QuestionOption[]
    })
  | (QuestionCore & {
      readonly kind: 'choice'
      readonly turned: boolean
      readonly options: readonly QuestionOption[]
    })
  | (QuestionCore & { readonly kind: 'open' })

/** A questionnaire (问卷): the opening words, the questions in their order, the closing words. */
export interface Questionnaire {
  readonly opening: string
  readonly questions: readonly Question[]
  readonly closing: string
}

/** Answers by question (答案): the id of an option, the words of an open answer, or `NO_REPLY`. */
export type Answers = Readonly<Record<string, string>>

/** The answer of somebody who does not want to answer a question (不作答). */
export const NO_REPLY = '-'

/** The most characters of an open answer (开放题字数), so that every sealed sheet has the same size. */
export const OPEN_MOST = 500

/** Reads words out for a unit (读出问卷用语): where they say `{单位}`, its name. */
export function wordsFor(words: string, unit: string): string {
  return words.replaceAll('{单位}', unit)
}

/** Lists the questions that are put, given the answers so far (按跳题条件应问的题目). */
export function questionsPut({ questions }: Questionnaire, answers: Answers): readonly Question[] {
  const put = new Set<string>()
  return questions.filter(({ id, when }) => {
    const isPut =
      when === undefined || (put.has(when.question) && when.answers.includes(answers[when.question] ?? ''))
    if (isPut) put.add(id)
    return isPut
  })
}

/** Orders the answers of a question for a case (答案轮转): they start `seed` places later and come round. */
export function turnOptions(
  question: Exclude<Question, { kind: 'open' }>,
  seed: number,
): readonly QuestionOption[] {
  const { options, turned } = question
  const from = turned && options.length > 0 ? seed % options.length : 0
  return [...options.slice(from), ...options.slice(0, from)]
}

/** Keeps of the answers those to questions that are put and exist (整理答案). */
export function keptAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const put = questionsPut(questionnaire, answers)
  return Object.fromEntries(put.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}

/** What an interview is worth (答卷完整程度): complete, partial (the scored question and at least half answered), or broken off. */
export function outcomeOf(
  questionnaire: Questionnaire,
  answers: Answers,
): 'complete' | 'partial' | 'breakOff' {
  const put = questionsPut(questionnaire, answers)
  const answered = put.filter(({ id }) => answers[id] !== undefined)
  if (answered.length === put.length) return 'complete'
  const isScored = answered.some(question => question.kind === 'satisfaction' && question.counts)
  return isScored && answered.length * 2 >= put.length ? 'partial' : 'breakOff'
}

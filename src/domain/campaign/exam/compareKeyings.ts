import type { PaperAnswers } from './gradePaper.ts'

/** 两次录入的差别: the places (from 1) of the questions on which two people read a paper sheet differently. */
export function compareKeyings(
  questions: readonly string[],
  first: PaperAnswers,
  second: PaperAnswers,
): readonly number[] {
  const told = (answers: PaperAnswers, id: string) =>
    [...(answers[id] ?? [])].toSorted((one, other) => one - other).join()
  return questions.flatMap((id, at) => (told(first, id) === told(second, id) ? [] : [at + 1]))
}

import type { PaperAnswers } from './gradePaper.ts'

/** Compares two keyings (两次录入) of a paper sheet: returns the positions (from 1) of the questions that differ. */
export function compareKeyings(
  questions: readonly string[],
  first: PaperAnswers,
  second: PaperAnswers,
): readonly number[] {
  const told = (answers: PaperAnswers, id: string) =>
    [...(answers[id] ?? [])].toSorted((one, other) => one - other).join()
  return questions.flatMap((id, at) => (told(first, id) === told(second, id) ? [] : [at + 1]))
}

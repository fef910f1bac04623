import type { Question, Questionnaire } from './surveyTypes.ts'

type Named = { readonly id: string; readonly name: string }

/** Adds an empty question of a kind at the end; the options of a satisfaction question are the scheme's answers. */
export function addQuestion(
  questions: readonly Question[],
  kind: Question['kind'],
  answers: readonly Named[],
): Question[] {
  const core = { id: freeId('q', questions), text: '' }
  const isFirst = !questions.some(one => one.kind === 'satisfaction' && one.counts)
  const added: Question =
    kind === 'open'
      ? { kind, ...core }
      : kind === 'choice'
        ? { kind, ...core, turned: false, options: ['a1', 'a2'].map(id => ({ id, text: '' })) }
        : {
            kind,
            ...core,
            counts: isFirst,
            turned: false,
            options: answers.map(({ id, name }) => ({ id, text: name })),
          }
  return [...questions, added]
}

/** Moves a question; a condition on a question that then comes later is dropped. */
export function moveQuestion(questions: readonly Question[], from: number, to: number): Question[] {
  const moved = questions.toSpliced(from, 1).toSpliced(to, 0, questions[from]!)
  return moved.map((question, at) =>
    question.when === undefined || moved.slice(0, at).some(({ id }) => id === question.when!.question)
      ? question
      : { ...question, when: undefined },
  )
}

/** Returns an id that no question or option has. */
export function freeId(letter: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  for (let at = 1; ; at++) if (!ids.has(`${letter}${at}`)) return `${letter}${at}`
}

/** Lists what a questionnaire still lacks, in the editor's words. */
export function lacksOf({ opening, questions }: Questionnaire): readonly string[] {
  return [
    ...(opening.trim() === '' ? ['开场白'] : []),
    ...questions.flatMap((question, at) => [
      ...(question.text.trim() === '' ? [`第${at + 1}题的题目`] : []),
      ...(question.kind === 'open'
        ? []
        : question.options.flatMap(({ text }, nth) =>
            text.trim() === '' ? [`第${at + 1}题的第${nth + 1}个答案`] : [],
          )),
    ]),
  ]
}

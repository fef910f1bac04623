import { frequentPhrases, type FrequentPhrase } from './frequentPhrases.ts'
import { groupNearSame, type NearSameGroup } from './groupNearSame.ts'
import { personalMarks, type PersonalMark } from './personalMarks.ts'

/** Open answers as they may be read (开放题意见): those that tell who somebody is are withheld and counted by what they hold. */
export interface OpenReading<Answer> {
  readonly shown: readonly Answer[]
  readonly withheld: number
  readonly marks: Readonly<Partial<Record<PersonalMark, number>>>
  /** The numbers in both are places in `shown`. */
  readonly phrases: readonly FrequentPhrase[]
  readonly groups: readonly NearSameGroup[]
}

/** Reads open answers (整理开放题意见): blank ones are left out, person-identifying ones withheld, the rest grouped. */
export function readOpenAnswers<Answer extends { readonly text: string }>(
  answers: readonly Answer[],
): OpenReading<Answer> {
  const marks: Partial<Record<PersonalMark, number>> = {}
  const shown: Answer[] = []
  let withheld = 0
  for (const answer of answers) {
    if (answer.text.trim() === '') continue
    const found = personalMarks(answer.text)
    if (found.length === 0) shown.push(answer)
    else withheld++
    for (const mark of found) marks[mark] = (marks[mark] ?? 0) + 1
  }
  const texts = shown.map(({ text }) => text)
  return { shown, withheld, marks, phrases: frequentPhrases(texts), groups: groupNearSame(texts) }
}

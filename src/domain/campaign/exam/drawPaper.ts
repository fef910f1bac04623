import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { type Question, type QuestionKind, questionKinds } from './question.ts'

/** The number of questions of a paper (一份卷) by kind. */
export type PaperCounts = Readonly<Record<QuestionKind, number>>

/** Composes a paper (组卷): takes the required number of each kind, lowest `rank` first, in the order of kinds. `questionsTooFew` if the bank has not enough. (四（二）) */
export function drawPaper(
  bank: readonly Question[],
  counts: PaperCounts,
  rank: (question: string) => string,
): readonly Question[] | Refusal {
  const paper: Question[] = []
  for (const kind of Object.keys(questionKinds) as QuestionKind[]) {
    const there = bank.filter(question => question.kind === kind)
    const wanted = counts[kind]
    if (there.length < wanted)
      return refuse('questionsTooFew', { kind: questionKinds[kind], wanted, there: there.length })
    const ranked = there.map(question => ({ question, at: rank(question.id) }))
    ranked.sort((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : one.question.id < other.question.id ? -1 : 1,
    )
    paper.push(...ranked.slice(0, wanted).map(({ question }) => question))
  }
  return paper
}

/** Returns the total number of questions (总题数) of a paper. */
export function countQuestions(counts: PaperCounts): number {
  return counts.single + counts.multiple + counts.judge
}

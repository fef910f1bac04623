import { isRight, type PaperAnswers } from './gradePaper.ts'
import type { Question } from './question.ts'

/** A submitted paper (交了的卷): its questions and the chosen options. */
interface AnsweredPaper {
  readonly questions: readonly string[]
  readonly answers: PaperAnswers
}

/** Statistics of one question (试题统计). Shares are from 0 to 1. */
interface ItemStatistics {
  readonly question: string
  readonly asked: number
  readonly right: number
  /** The number of papers that left it unanswered. */
  readonly blank: number
  /** How often each option was chosen. */
  readonly chosen: readonly number[]
  /** Discrimination index (区分度): the share right among the best 27 % minus that among the weakest 27 % of those asked; absent below ten papers. */
  readonly discrimination?: number
  /** Whether the key may be wrong: at least ten people chose a wrong option, more than chose the right one. */
  readonly suspect: boolean
}

const LEAST_FOR_DISCRIMINATION = 10
const END_SHARE = 0.27

/** Computes the statistics of all questions that were asked (试题统计). */
export function itemStatistics(
  bank: readonly Question[],
  papers: readonly AnsweredPaper[],
): readonly ItemStatistics[] {
  const byId = new Map(bank.map(question => [question.id, question]))
  const share = papers.map(paper => shareRight(paper, byId))
  const asked = new Map<string, number[]>()
  papers.forEach((paper, at) => {
    for (const id of paper.questions) asked.set(id, [...(asked.get(id) ?? []), at])
  })
  return bank
    .filter(({ id }) => asked.has(id))
    .map(question => statisticsOf(question, papers, asked.get(question.id)!, share))
}

function shareRight({ questions, answers }: AnsweredPaper, bank: ReadonlyMap<string, Question>): number {
  const right = questions.filter(id => bank.has(id) && isRight(bank.get(id)!, answers[id])).length
  return questions.length === 0 ? 0 : right / questions.length
}

function statisticsOf(
  question: Question,
  papers: readonly AnsweredPaper[],
  asked: readonly number[],
  share: readonly number[],
): ItemStatistics {
  const chosenBy = (at: number) => papers[at]!.answers[question.id]
  const chosen = question.options.map(
    (_, option) => asked.filter(at => chosenBy(at)?.includes(option)).length,
  )
  const right = asked.filter(at => isRight(question, chosenBy(at))).length
  const wrongMost = Math.max(0, ...chosen.filter((_, option) => !question.answer.includes(option)))
  const rightLeast = Math.min(...question.answer.map(option => chosen[option]!))
  const apart = discriminationOf(question, asked, share, chosenBy)
  return {
    question: question.id,
    asked: asked.length,
    right,
    blank: asked.filter(at => (chosenBy(at)?.length ?? 0) === 0).length,
    chosen,
    discrimination: apart,
    suspect: wrongMost >= LEAST_FOR_DISCRIMINATION && wrongMost > rightLeast,
  }
}

function discriminationOf(
  question: Question,
  asked: readonly number[],
  share: readonly number[],
  chosenBy: (at: number) => readonly number[] | undefined,
): number | undefined {
  if (asked.length < LEAST_FOR_DISCRIMINATION) return undefined
  const ranked = asked.toSorted((one, other) => share[other]! - share[one]! || one - other)
  const end = Math.max(1, Math.round(ranked.length * END_SHARE))
  const rightIn = (places: readonly number[]) => places.filter(at => isRight(question, chosenBy(at))).length
  return (rightIn(ranked.slice(0, end)) - rightIn(ranked.slice(-end))) / end
}

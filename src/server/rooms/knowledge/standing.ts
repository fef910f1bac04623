import { gradePaper, type PaperAnswers } from '../../../domain/campaign/exam/gradePaper.ts'
import type { Question } from '../../../domain/campaign/exam/question.ts'
import type { StoredPaper, StoredTest } from './paper.store.ts'

/** Least grace in ms after the time is up, for an answer that is on its way. */
const ON_ITS_WAY = 15_000

/** The current state of a paper; once its time is up, it counts as handed in with the answers saved. */
export interface Standing {
  readonly state: StoredPaper['state']
  readonly right?: number
  /** questions left out of the total. */
  readonly out?: number
  readonly passed?: boolean
  /** in seconds, while the paper runs; 0 in the grace. */
  readonly left?: number
  /** Whether the time is up and answers given without a signal may still arrive. */
  readonly isLate?: boolean
}

/** Computes the current state of a paper by the server clock. */
export function standingOf(
  paper: StoredPaper,
  test: StoredTest,
  bank: ReadonlyMap<string, Question>,
  now: Date,
): Standing {
  if (paper.state === 'submitted')
    return { state: 'submitted', right: paper.right!, out: paper.out, passed: paper.passed! }
  if (paper.state !== 'started') return { state: paper.state }
  const end = Date.parse(paper.startedAt!) + test.minutes * 60_000
  const grace = Math.max(ON_ITS_WAY, test.graceMinutes * 60_000)
  if (now.getTime() > end + grace) return { state: 'submitted', ...gradeOf(paper, test, bank, paper.answers) }
  const left = (end - now.getTime()) / 1000
  return { state: 'started', left: Math.max(0, left), isLate: left * 1000 < -ON_ITS_WAY }
}

/** Grades a paper. */
export function gradeOf(
  paper: StoredPaper,
  test: StoredTest,
  bank: ReadonlyMap<string, Question>,
  answers: PaperAnswers,
) {
  const questions = paper.questions.flatMap(id => bank.get(id) ?? [])
  const { right, out, passed } = gradePaper(questions, answers, test.passPercent)
  return { right, out, passed }
}

import { gradePaper, type PaperAnswers } from '../../../domain/campaign/exam/gradePaper.ts'
import type { Question } from '../../../domain/campaign/exam/question.ts'
import type { StoredPaper, StoredTest } from './paper.store.ts'

/** 到时之后的宽限, in ms: an answer under way when the time is up still counts. */
const GRACE = 15_000

/** 试卷此刻的情况: a paper whose time is up counts as handed in with what was saved. */
export interface Standing {
  readonly state: StoredPaper['state']
  readonly right?: number
  readonly passed?: boolean
  /** in seconds, while it runs. */
  readonly left?: number
}

/** 试卷此刻的情况, by the server's clock. */
export function standingOf(
  paper: StoredPaper,
  test: StoredTest,
  bank: ReadonlyMap<string, Question>,
  now: Date,
): Standing {
  if (paper.state === 'submitted') return { state: 'submitted', right: paper.right!, passed: paper.passed! }
  if (paper.state !== 'started') return { state: paper.state }
  const end = Date.parse(paper.startedAt!) + test.minutes * 60_000
  if (now.getTime() > end + GRACE) return { state: 'submitted', ...gradeOf(paper, test, bank, paper.answers) }
  return { state: 'started', left: Math.max(0, (end - now.getTime()) / 1000) }
}

/** 判一份卷. */
export function gradeOf(
  paper: StoredPaper,
  test: StoredTest,
  bank: ReadonlyMap<string, Question>,
  answers: PaperAnswers,
) {
  const questions = paper.questions.flatMap(id => bank.get(id) ?? [])
  const { right, passed } = gradePaper(questions, answers, test.passPercent)
  return { right, passed }
}

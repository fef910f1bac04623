import { type Interval, shareInterval, Z95 } from './interval.ts'

/** The work of one interviewer (一名访问员的工作). */
export interface InterviewerWork {
  readonly interviewer: string
  /** Lengths of complete interviews, in seconds. */
  readonly seconds: readonly number[]
  /** Answers given, and how many of them were the answer that all respondents chose most. */
  readonly answers: number
  readonly sameAnswer: number
  readonly reached: number
  readonly refused: number
}

/** Figures on one interviewer (访问员的质量指标) with 95 % intervals; absent where there is nothing to count. */
export interface InterviewerFigures {
  readonly interviewer: string
  readonly seconds?: Interval
  readonly sameAnswer?: Interval
  readonly refused?: Interval
  /** Figures whose interval does not reach the figure of all interviewers: worth a call-back, no proof of a fault. */
  readonly stands: readonly ('seconds' | 'sameAnswer' | 'refused')[]
}

/** Compares interviewers (访问员质量) with all of them together: length, share of one answer, refusals. */
export function interviewerQuality(work: readonly InterviewerWork[]): readonly InterviewerFigures[] {
  const sum = (of: (one: InterviewerWork) => number) => work.reduce((total, one) => total + of(one), 0)
  const lengths = work.flatMap(({ seconds }) => seconds)
  const all = {
    seconds: lengths.reduce((total, one) => total + one, 0) / lengths.length,
    sameAnswer: sum(one => one.sameAnswer) / sum(one => one.answers),
    refused: sum(one => one.refused) / sum(one => one.reached),
  }
  return work.map(({ interviewer, seconds, answers, sameAnswer, reached, refused }) => {
    const figures = {
      seconds: meanLength(seconds),
      sameAnswer: shareInterval(sameAnswer, answers),
      refused: shareInterval(refused, reached),
    }
    const stands = (['seconds', 'sameAnswer', 'refused'] as const).filter(name => {
      const found = figures[name]
      return found !== undefined && (found.low > all[name] || found.high < all[name])
    })
    return { interviewer, ...figures, stands }
  })
}

/** Returns the mean length with mean ± 1.96 standard errors; nothing under two interviews, which have no spread. */
function meanLength(seconds: readonly number[]): Interval | undefined {
  const size = seconds.length
  if (size < 2) return undefined
  const value = seconds.reduce((total, one) => total + one, 0) / size
  const squares = seconds.reduce((total, one) => total + (one - value) ** 2, 0)
  const half = Z95 * Math.sqrt(squares / (size * (size - 1)))
  return { value, low: value - half, high: value + half }
}

import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { ownAnswer } from '../results/ownAnswer.ts'

/** 当前年度的全貌; that of another year never stands in for it. */
export function useYearAnswer() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year', { params: { year: year! } }, { when: year !== undefined })
  return ownAnswer(answer, data => data.year === year)
}

import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'

/** 当前年度的全貌; that of another year never stands in for it. */
export function useYearAnswer() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year', { params: { year } })
  return answer
}

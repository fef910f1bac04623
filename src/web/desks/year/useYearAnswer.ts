import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'

/** Reads the current year in full; never shows another year meanwhile. */
export function useYearAnswer() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year', { params: { year } })
  return answer
}

import { useAnswer } from '../../app/useAnswer.ts'
import { useYear } from '../../app/useYear.ts'
import { ownAnswer } from '../results/ownAnswer.ts'

/** 当前年度的结果运用清单; that of another year never stands in for it. */
export function useConsequences() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/consequences', { params: { year: year! } }, { when: year !== undefined })
  return ownAnswer(answer, data => data.year === year)
}

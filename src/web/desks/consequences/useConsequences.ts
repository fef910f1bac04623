import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { useBeforeRelease } from '../year/useBeforeRelease.ts'

/** 当前年度的结果运用清单; that of another year never stands in for it. It is not asked for before it may be seen. */
export function useConsequences() {
  const { year } = useYear()
  const isBefore = useBeforeRelease()
  const when = year !== undefined && isBefore === false
  const answer = useAnswer('GET /api/years/:year/consequences', { params: { year } }, { when })
  return {
    of: answer,
    isBefore: isBefore === true || answer.error?.code === 'notReleased',
  }
}

import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { useBeforeRelease } from '../year/useBeforeRelease.ts'

/** Reads the consequences of the current year; never shows those of another year meanwhile. Does not ask before they may be seen. */
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

import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { useAsOf } from '../results/asOf/useAsOf.ts'
import { useBeforeRelease } from '../year/useBeforeRelease.ts'

/** Reads the consequences of the current year, of now or of the day that the address asks for; never shows those of another year meanwhile. Does not ask before they may be seen. */
export function useConsequences() {
  const { year } = useYear()
  const isBefore = useBeforeRelease()
  const when = year !== undefined && isBefore === false
  const { asOf } = useAsOf()
  const answer = useAnswer(
    'GET /api/years/:year/consequences',
    { params: { year }, query: { asOf } },
    { when },
  )
  return {
    of: answer,
    year,
    isBefore: isBefore === true || (asOf === undefined && answer.error?.code === 'notReleased'),
  }
}

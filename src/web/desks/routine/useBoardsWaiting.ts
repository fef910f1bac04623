import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import type { WaitingLine } from '../../kit/waitingLine.ts'
import { waitingBoards } from './waitingBoards.ts'

/** Lists the grading boards awaiting the reader, who grades or receives them; `undefined` while unknown. */
export function useBoardsWaiting(year: number): readonly WaitingLine[] | undefined {
  const may = useMay()
  const [grades, receives] = [may('gradeMembers'), may('receiveBoards')]
  const reads = grades || receives
  const { data, error } = useAnswer(
    'GET /api/years/:year/routine/boards',
    { params: { year } },
    { when: reads },
  )
  if (!reads || error !== null) return []
  return data === undefined ? undefined : waitingBoards(data, { grades, receives })
}

import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../client/useAnswer.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { BoardView } from './BoardView.tsx'

/** Shows the grading board of the lead unit in the address. */
export function BoardPage() {
  const { year, unit, component } = useParams({ strict: false }) as {
    readonly year: string
    readonly unit: string
    readonly component: string
  }
  const of = useAnswer('GET /api/years/:year/units/:unit/boards/:component', {
    params: { year, unit, component },
  })
  return (
    <AnsweredPage title="等次评定" of={of}>
      {board => <BoardView key={`${board.leadUnit} ${board.component.component}`} board={board} />}
    </AnsweredPage>
  )
}

import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { StepList } from '../firstSteps/StepList.tsx'

/** 首次使用, on the first page of those who have steps to take, until all are done. */
export function OpenSteps() {
  const may = useMay()
  const { data } = useAnswer('GET /api/installation', {}, { when: may('configure') })
  if (data === undefined || data.steps.every(step => step.done)) return null
  const left = data.steps.filter(step => !step.done).length
  return (
    <section aria-label="首次使用">
      <h2>首次使用：还有{left}步</h2>
      <StepList of={data} />
    </section>
  )
}

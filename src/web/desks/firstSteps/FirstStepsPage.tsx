import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { StepList } from './StepList.tsx'

/** Lists the first steps of an empty installation, in order, with what is already done. */
export function FirstStepsPage() {
  return (
    <AnsweredPage title="首次使用" of={useAnswer('GET /api/installation', {})}>
      {installation => {
        const left = installation.steps.filter(step => !step.done).length
        return (
          <>
            <PageHead
              title="首次使用"
              state={left === 0 ? '各步都已完成。' : `共${installation.steps.length}步，还有${left}步。`}
            />
            <StepList of={installation} />
            {left === 0 && (
              <EmptyState title="可以开始考核了" next={<LinkButton to="/">到首页</LinkButton>} />
            )}
          </>
        )
      }}
    </AnsweredPage>
  )
}

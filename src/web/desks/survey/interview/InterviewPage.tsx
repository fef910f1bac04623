import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { OneInterview } from './OneInterview.tsx'
import { useKeys } from './useKeys.ts'
import type { Desk } from './interviewTypes.ts'

/** The interviewer's desk: one case after another, worked by the keyboard alone. */
export function InterviewPage() {
  const of = useAnswer('GET /api/interview', {})
  return (
    <AnsweredPage title="电话访问" of={of}>
      {desk => <Shown desk={desk} />}
    </AnsweredPage>
  )
}

function Shown({ desk: { interview, idle, calls, interviews } }: { readonly desk: Desk }) {
  return (
    <>
      <PageHead title="电话访问" state={`今天拨打${calls}次，完成${interviews}份`} />
      {interview === undefined ? (
        <NextCase idle={idle} />
      ) : (
        <OneInterview key={`${interview.case} ${interview.attempt}`} interview={interview} />
      )}
    </>
  )
}

/** Takes the next case from the queue. */
function NextCase({ idle }: { readonly idle: string | undefined }) {
  const queries = useQueryClient()
  const take = useAct('POST /api/interview/next', { refresh: [] })
  async function next() {
    const desk = await take.run({ body: {} })
    if (desk !== undefined) queries.setQueryData(['GET /api/interview', {}], desk)
  }
  useKeys(event => {
    if (event.key !== 'Enter') return false
    void next()
    return true
  })
  useEffect(() => {
    document.querySelector<HTMLElement>('.script-key')?.focus()
  }, [])
  return (
    <>
      <RefusedNotice error={take.refused} />
      <EmptyState
        title={idle === undefined ? '领取下一个个案' : '现在没有要拨打的个案'}
        what={idle ?? '先到时的预约，再新号码，再换时段重拨；由系统排定，不能挑选。'}
        next={
          <button type="button" className="script-key" disabled={take.busy} onClick={() => void next()}>
            <kbd translate="no">Enter</kbd>
            {idle === undefined ? '领取' : '再看一次'}
          </button>
        }
      />
    </>
  )
}

import { App, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { printDay } from '../../kit/printDay.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Minutes, StepProps } from './meetingTypes.ts'
import { RecountsPart } from './RecountsPart.tsx'
import { ResultsTable } from './ResultsTable.tsx'
import { WithMinutes } from './WithMinutes.tsx'

/** Lets the committee accept a reported result, which then is a fact of the year, or return it; afterwards shows requests for a recount. */
export function JudgeStep(props: StepProps) {
  return <WithMinutes {...props}>{minutes => <Shown {...props} minutes={minutes} />}</WithMinutes>
}

function Shown({ year, meeting, minutes }: StepProps & { readonly minutes: Minutes }) {
  const may = useMay()
  return (
    <>
      {minutes.acceptedOn !== undefined && (
        <p>
          {printDay(minutes.acceptedOn)}认定，得分已记入年度
          {minutes.recountUntil !== undefined &&
            `；本人对计票有疑问的，${printDay(minutes.recountUntil)}前可以申请重新计票`}
          。
        </p>
      )}
      {meeting.phase === 'reported' &&
        (may('judgeMeetings') ? (
          <>
            <ResultsTable year={year} minutes={minutes} />
            <Verdict year={year} meeting={meeting} />
          </>
        ) : (
          <p>等待组织考核者认定。</p>
        ))}
      <RecountsPart year={year} meeting={meeting} minutes={minutes} />
      {meeting.phase === 'accepted' && may('judgeMeetings') && <TakeBack year={year} meeting={meeting} />}
    </>
  )
}

function TakeBack({ year, meeting }: StepProps) {
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/meetings/:meeting/verdict', { done: '已收回认定' })
  return (
    <>
      <Button onClick={() => setAsking(true)}>收回认定</Button>
      <ReasonModal
        open={asking}
        title="收回对会议结果的认定"
        what="记入年度的得分随即撤回；召集单位更正计票、重新上报，再重新认定。年度封存后不能收回。"
        confirm="收回认定"
        danger
        act={act}
        run={reason => {
          const body = { verdict: 'takeBack', reason, revision: meeting.revision } as const
          return act.run({ params: { year, meeting: meeting.id }, body })
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function Verdict({ year, meeting }: StepProps) {
  const { modal } = App.useApp()
  const [asking, setAsking] = useState<'return' | 'replace'>()
  const act = useAct('POST /api/years/:year/meetings/:meeting/verdict', {
    done: answer => (answer.acceptedOn === undefined ? '已退回' : '已认定，得分记入年度'),
  })
  const { revision } = meeting
  const params = { year, meeting: meeting.id }
  return (
    <>
      {asking === undefined && <RefusedNotice error={act.refused} />}
      <div className="buttons agenda-acts">
        <Button
          type="primary"
          loading={act.busy}
          onClick={() =>
            void modal.confirm({
              title: '认定这次会议的结果',
              content: '各书记的测评得分记入年度，参加排名；计票有误的，封存以前可以写明理由收回认定。',
              okText: '认定',
              cancelText: '取消',
              onOk: () => act.run({ params, body: { verdict: 'accept', revision } }),
            })
          }
        >
          认定
        </Button>
        {act.refused?.code === 'scoredAlready' && (
          <Button onClick={() => setAsking('replace')}>代替原来的得分</Button>
        )}
        <Button onClick={() => setAsking('return')}>退回</Button>
      </div>
      <ReasonModal
        open={asking === 'return'}
        title="退回会议结果"
        what="召集单位核对后重新上报。"
        confirm="退回"
        act={act}
        run={reason => act.run({ params, body: { verdict: 'return', reason, revision } })}
        onClose={() => setAsking(undefined)}
      />
      <ReasonModal
        open={asking === 'replace'}
        title="以这次会议为准，代替原来的得分"
        what="这些单位原来的测评票和计票结果撤回，留有记录；改用这次会议的结果。"
        confirm="认定"
        act={act}
        run={replace => act.run({ params, body: { verdict: 'accept', replace, revision } })}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}

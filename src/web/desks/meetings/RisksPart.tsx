import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import type { Ballots, StepProps } from './meetingTypes.ts'

/** Names the settings of the database that keep an order of votes; whoever opens voting in spite of them answers for it with a reason. */
export function RisksPart({ year, meeting, ballots }: StepProps & { readonly ballots: Ballots }) {
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/meetings/:meeting/ballots/risks', { done: '已确认' })
  const { risks, riskReason } = ballots
  if (risks.length === 0) return null
  if (riskReason !== undefined)
    return (
      <p>
        数据库{risks.join('、')}，已确认仍用手机投票，理由：{riskReason}
      </p>
    )
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`数据库${risks.join('、')}，会留下投票先后的痕迹`}
        description="请系统管理员先关闭；不能关闭又要用手机投票的，写明理由后确认。"
        action={<Button onClick={() => setAsking(true)}>确认风险</Button>}
      />
      <ReasonModal
        open={asking}
        title="确认投票风险"
        what="日后能看到数据库全部内容和旧日志的人，可能由先后推出谁投了哪张票。"
        confirm="仍用手机投票"
        danger
        act={act}
        run={reason => act.run({ params: { year, meeting: meeting.id }, body: { reason } })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { reasonField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import type { Meeting, StepProps } from './meetingTypes.ts'

/** Shows the decisions about a meeting with their reasons, and offers to move the close of voting or to break the meeting off. */
export function DecisionsPart({ year, meeting }: StepProps) {
  const [asking, setAsking] = useState<'later' | 'breakOff'>()
  const breaks = ['issued', 'running', 'returned'].includes(meeting.phase)
  return (
    <>
      {meeting.decisions.length > 0 && (
        <ul className="line-list bare" aria-label="会议的决定">
          {meeting.decisions.map(decision => (
            <li key={decision.at}>
              <span>
                {describeDecision(decision, meeting)}，理由：{decision.reason}
              </span>
              <span className="soft">
                {decision.by}，<ChineseDate of={decision.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {meeting.convenes && (
        <div className="buttons agenda-acts">
          {meeting.voting === 'open' && meeting.votingUntil !== undefined && (
            <Button onClick={() => setAsking('later')}>推迟投票截止</Button>
          )}
          {breaks && (
            <Button danger onClick={() => setAsking('breakOff')}>
              中止会议
            </Button>
          )}
        </div>
      )}
      {asking === 'later' && (
        <LaterClose year={year} meeting={meeting} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'breakOff' && (
        <BreakOff year={year} meeting={meeting} onClose={() => setAsking(undefined)} />
      )}
    </>
  )
}

type ModalProps = StepProps & { readonly onClose: () => void }

function BreakOff({ year, meeting, onClose }: ModalProps) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/break-off', { done: '会议已中止' })
  return (
    <ReasonModal
      open
      title="中止会议"
      what="已投的票不计票，随即销毁，不能恢复；另行召开的会议重新印发票。"
      confirm="中止会议"
      danger
      act={act}
      run={reason => {
        const body = { reason, revision: meeting.revision }
        return act.run({ params: { year, meeting: meeting.id }, body })
      }}
      onClose={onClose}
    />
  )
}

const laterFields = {
  until: ownField<string>({
    label: '新的截止时间（今天）',
    start: '',
    wrong: value => (value === '' ? '请填写新的截止时间。' : undefined),
    show: ({ id, value, onChange }) => (
      <input
        id={id}
        type="time"
        className="choice"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    ),
  }),
  reason: reasonField('理由', { hint: '写明的内容记入留痕和会议纪要。' }),
}

function LaterClose({ year, meeting, onClose }: ModalProps) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/later-close', { done: '投票截止已推迟' })
  const form = useForm(laterFields, {
    acts: [act],
    send: ({ until, reason }) =>
      act.run({
        params: { year, meeting: meeting.id },
        body: { until: todayAt(String(until)), reason, revision: meeting.revision },
      }),
    after: onClose,
  })
  return <FormModal form={form} title="推迟投票截止" confirm="推迟" onClose={onClose} />
}

/** Returns a time of today, as an instant. */
function todayAt(time: string): string {
  const [hours, minutes] = time.split(':').map(Number)
  const at = new Date()
  at.setHours(hours!, minutes, 0, 0)
  return at.toISOString()
}

const DECIDED: Readonly<Record<Meeting['decisions'][number]['kind'], string>> = {
  removed: '书记移出议程',
  closeMoved: '推迟投票截止',
  brokenOff: '中止会议',
  returned: '退回结果',
  accepted: '认定结果',
  takenBack: '收回认定',
}

function describeDecision({ kind, unitName = '' }: Meeting['decisions'][number], { dual }: Meeting): string {
  if (kind === 'takenBack' && dual !== undefined) return '收回计票和登记'
  return `${unitName}${DECIDED[kind]}`
}

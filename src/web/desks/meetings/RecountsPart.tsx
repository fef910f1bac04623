import { Button } from 'antd'
import { useState } from 'react'
import { recountAnswerFields, recountFields } from '../../../contract/meetings/minutesFields.ts'
import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Minutes, StepProps } from './meetingTypes.ts'

type Recount = Minutes['recounts'][number]
type Props = StepProps & { readonly minutes: Minutes }

/** Shows requests for a recount with their answers; a secretary asks for one, the committee answers. */
export function RecountsPart({ year, meeting, minutes: { recounts, acceptedOn, recountUntil } }: Props) {
  const may = useMay()
  const { account } = useSession()
  const [asking, setAsking] = useState<string>()
  const [answering, setAnswering] = useState<Recount>()
  const own = account.grants.find(({ role }) => role === 'secretary')?.unit
  const isOwn = own !== undefined && meeting.agenda.some(line => line.unit === own && !line.removed)
  const asks =
    may('askRecount') &&
    isOwn &&
    acceptedOn !== undefined &&
    recountUntil !== undefined &&
    recounts.every(one => one.unit !== own)
  return (
    <>
      {recounts.length > 0 && (
        <ul className="bare-list" aria-label="重新计票的申请">
          {recounts.map(one => (
            <li key={one.id} className="act-line">
              <span>
                {one.unitName}
                {one.askedBy}申请重新计票：{one.reason}（<ChineseDate of={one.askedAt} />）
                {one.answer === undefined ? (
                  <span className="soft-line">还没有答复。</span>
                ) : (
                  <span className="block">
                    {one.answeredBy}答复：{one.answer}（<ChineseDate of={one.answeredAt} />）
                  </span>
                )}
              </span>
              {one.answer === undefined && may('judgeMeetings') && (
                <Button onClick={() => setAnswering(one)}>答复</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asks && <Button onClick={() => setAsking(own)}>申请重新计票</Button>}
      {asking !== undefined && (
        <AskForm year={year} meeting={meeting} unit={asking} onClose={() => setAsking(undefined)} />
      )}
      {answering !== undefined && (
        <AnswerForm year={year} meeting={meeting} of={answering} onClose={() => setAnswering(undefined)} />
      )}
    </>
  )
}

type FormProps = StepProps & { readonly onClose: () => void }

function AskForm({ year, meeting, unit, onClose }: FormProps & { readonly unit: string }) {
  const act = useAct('POST /api/years/:year/units/:unit/meetings/:meeting/recounts', { done: '已申请' })
  const form = useForm(recountFields, {
    acts: [act],
    send: body => act.run({ params: { year, unit, meeting: meeting.id }, body }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title="申请重新计票"
      confirm="申请"
      what={<p>只能申请一次，答复后本人可看到。</p>}
      onClose={onClose}
    />
  )
}

function AnswerForm({ year, meeting, of, onClose }: FormProps & { readonly of: Recount }) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/recounts/:recount/answer', { done: '已答复' })
  const form = useForm(recountAnswerFields, {
    acts: [act],
    send: body => act.run({ params: { year, meeting: meeting.id, recount: of.id }, body }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`答复${of.unitName}的申请`}
      confirm="答复"
      what={<p>申请的理由：{of.reason}</p>}
      onClose={onClose}
    />
  )
}

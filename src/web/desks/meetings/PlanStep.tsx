import { Button } from 'antd'
import { useState } from 'react'
import { planFields } from '../../../contract/meetings/meetingFields.ts'
import { useAct } from '../../client/useAct.ts'
import { Fact } from '../../kit/Fact.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { printDayAt } from '../../../domain/kernel/calendar.ts'
import type { StepProps } from './meetingTypes.ts'
import { PlanFields } from './PlanFields.tsx'
import { votersField } from './votersField.tsx'

/** Shows the plan of a meeting; until slips or sheets are printed it may be changed. */
export function PlanStep({ year, meeting }: StepProps) {
  const [editing, setEditing] = useState(false)
  return (
    <>
      <dl className="facts">
        <Fact name="日期地点">
          {printDayAt(meeting.heldOn, meeting.startsAt)}，{meeting.place}
        </Fact>
        {meeting.dual !== undefined && <Fact name="向谁述职">{meeting.dual.before}</Fact>}
        <Fact name="主持人">{meeting.convenor}</Fact>
        <Fact name="计票监票">
          计票人{meeting.teller}，监票人{meeting.scrutineer}
        </Fact>
        {meeting.dual === undefined && (
          <Fact name="监督指导">{meeting.supervisors.join('、') || '未派人'}</Fact>
        )}
        <Fact name="评议方式">
          {meeting.reviewAfterEach ? '一述一评，述完后一次投出' : '全部述职后集中评议'}，每人述职
          {meeting.minutes}
          分钟，{meeting.phones ? '用手机或纸质票' : '只用纸质票'}
        </Fact>
      </dl>
      {meeting.convenes && meeting.phase === 'planned' && (
        <Button onClick={() => setEditing(true)}>修改安排</Button>
      )}
      {editing && <EditPlan year={year} meeting={meeting} onClose={() => setEditing(false)} />}
    </>
  )
}

function EditPlan({ year, meeting, onClose }: StepProps & { readonly onClose: () => void }) {
  const act = useAct('PUT /api/years/:year/meetings/:meeting', { done: '安排已修改' })
  const { rehearsal: _, ...plan } = planFields
  const fields = { ...plan, classes: votersField('expected', meeting.classes) }
  const classes = Object.fromEntries(meeting.classes.map(one => [one.id, one.expected]))
  const form = useForm(fields, {
    saved: {
      revision: meeting.revision,
      values: { ...meeting, startsAt: meeting.startsAt ?? '', classes },
    },
    acts: [act],
    send: ({ classes, ...sent }, seen) =>
      act.run({
        params: { year, meeting: meeting.id },
        body: {
          ...sent,
          revision: seen,
          classes: meeting.classes.map(({ id }) => ({ id, expected: classes[id] ?? 0 })),
        },
      }),
    after: onClose,
  })
  return (
    <FormModal form={form} title="修改安排" confirm="保存" width={720} onClose={onClose}>
      <PlanFields of={form} />
    </FormModal>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { planFields } from '../../../contract/meetings/meetingFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { addressOfMeeting, type Meetings, type Plannable } from './meetingTypes.ts'
import { PlanFields } from './PlanFields.tsx'
import { votersField } from './votersField.tsx'

interface Props {
  readonly year: number
  readonly meetings: Meetings
  readonly of: Plannable
  readonly onClose: () => void
}

/** Plans a meeting: what scheme, roster and the meeting before give is filled in already. */
export function NewMeeting({ year, meetings, of, onClose }: Props) {
  const go = useNavigate()
  const act = useAct('POST /api/years/:year/meetings', { done: '会议已安排，议程按名册排好' })
  const before = meetings.meetings.findLast(one => one.convenes)
  const fields = { ...planFields, classes: votersField('expected', of.classes) }
  const form = useForm(fields, {
    start: {
      heldOn: of.due ?? '',
      place: before?.place ?? '',
      minutes: meetings.minutes ?? 8,
      reviewAfterEach: false,
      phones: true,
    },
    acts: [act],
    send: ({ classes, ...sent }) =>
      act.run({
        params: { year },
        body: {
          ...sent,
          kind: of.kind,
          ...(of.lead !== undefined && { lead: of.lead }),
          classes: of.classes.map(({ id }) => ({ id, expected: classes[id] ?? 0 })),
        },
      }),
    after: ({ id }) => go({ to: addressOfMeeting(year, id) }),
  })
  return (
    <FormModal form={form} title={`安排${of.name}`} confirm="安排" width={720} onClose={onClose}>
      <PlanFields of={form} />
      <FormFields of={form} only={['rehearsal']} />
    </FormModal>
  )
}

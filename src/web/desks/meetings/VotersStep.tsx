import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { StepProps } from './meetingTypes.ts'
import { votersField } from './votersField.tsx'

/** Shows the voters of a meeting by class; the convenor enters how many came. Names are kept on the convenor's own list only. */
export function VotersStep({ year, meeting }: StepProps) {
  const isOpen = ['planned', 'issued', 'running'].includes(meeting.phase) && meeting.voting !== 'closed'
  if (meeting.convenes && isOpen) return <PresentForm key={meeting.revision} year={year} meeting={meeting} />
  return (
    <ul className="voter-classes line-list bare">
      {meeting.classes.map(({ id, name, expected, present }) => (
        <li key={id}>
          <span>{name}</span>
          <span>
            应到{expected}人，{present === undefined ? '实到未登记' : `实到${present}人`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function PresentForm({ year, meeting }: StepProps) {
  const act = useAct('PUT /api/years/:year/meetings/:meeting/present', { done: '实到人数已登记' })
  const classes = meeting.classes.map(one => ({ ...one, name: `${one.name}（应到${one.expected}人）` }))
  const fields = { classes: votersField('present', classes) }
  const values = {
    classes: Object.fromEntries(meeting.classes.map(one => [one.id, one.present ?? one.expected])),
  }
  const form = useForm(fields, {
    saved: { revision: meeting.revision, values },
    acts: [act],
    send: ({ classes }, revision) =>
      act.run({
        params: { year, meeting: meeting.id },
        body: { revision, classes: meeting.classes.map(({ id }) => ({ id, present: classes[id] ?? 0 })) },
      }),
  })
  return (
    <InlineForm
      form={form}
      className="voters-form"
      label="登记实到人数"
      confirm="登记实到人数"
      quiet
      aside={<span className="soft">姓名只留在召集人自己的签到表上，不录入系统。</span>}
      foot="buttons-level"
    />
  )
}

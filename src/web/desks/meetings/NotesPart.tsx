import { noteFields } from '../../../contract/meetings/minutesFields.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { StepProps } from './meetingTypes.ts'
import { WithMinutes } from './WithMinutes.tsx'

/** Shows what those sent to supervise the meeting noted; each leaves a note of their own. */
export function NotesPart({ year, meeting }: StepProps) {
  const may = useMay()
  return (
    <WithMinutes year={year} meeting={meeting}>
      {({ notes }) => (
        <>
          {notes.length === 0 && <p className="soft">还没有记录。</p>}
          <ul className="line-list bare" aria-label="监督指导记录">
            {notes.map(({ body, by, at }) => (
              <li key={at}>
                <span>{body}</span>
                <span className="soft">
                  {by}，<ChineseDate of={at} />
                </span>
              </li>
            ))}
          </ul>
          {may('superviseMeetings') && <NoteForm year={year} meeting={meeting} />}
        </>
      )}
    </WithMinutes>
  )
}

function NoteForm({ year, meeting }: StepProps) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/notes', { done: '已记录' })
  const form = useForm(noteFields, {
    acts: [act],
    send: body => act.run({ params: { year, meeting: meeting.id }, body }),
  })
  return <InlineForm form={form} className="voters-form" label="监督指导记录" confirm="记录" quiet />
}

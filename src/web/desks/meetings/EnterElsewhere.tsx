import { useNavigate } from '@tanstack/react-router'
import { elsewhereFields } from '../../../contract/meetings/minutesFields.ts'
import { useAct } from '../../client/useAct.ts'
import { type ChosenFile, FileBox } from '../../kit/files/FileBox.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import { addressOfMeeting, type Plannable } from './meetingTypes.ts'
import { readCountLines } from './readCountLines.ts'

interface Props {
  readonly year: number
  readonly of: Plannable
  readonly onClose: () => void
}

const files = ownField<readonly ChosenFile[]>({
  label: '签字的计票表',
  start: [],
  wrong: value => (value.length === 0 ? '请附上计票人、监票人签字的计票表。' : undefined),
  show: ({ value, onChange }) => <FileBox label="签字的计票表" value={value} onChange={onChange} />,
})

/** Enters the count of a meeting that was held by other means, from its signed count sheet; it is marked so and judged like any other. */
export function EnterElsewhere({ year, of, onClose }: Props) {
  const go = useNavigate()
  const act = useAct('POST /api/years/:year/meetings-elsewhere', { done: '计票结果已录入，核对后上报' })
  const counts = ownField({
    label: '计票表',
    start: '',
    hint: `从表格粘贴，一行一个单位、一个票种：单位、票种（${of.classes.map(one => one.name).join('、')}）、评价（如“95×12、90×3”）、废票、弃权。`,
    wrong: (text: string) => {
      const read = readCountLines(text, of)
      return 'fault' in read ? read.fault : undefined
    },
    show: ({ id, value, onChange }) => (
      <textarea
        id={id}
        className="count-lines"
        rows={8}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    ),
  })
  const form = useForm(
    { ...elsewhereFields, counts, files },
    {
      acts: [act],
      send: async ({ counts: text, files: chosen, ...sent }) => {
        const read = readCountLines(String(text), of)
        if ('fault' in read) return undefined
        return act.run({
          params: { year },
          body: {
            ...sent,
            kind: of.kind,
            ...(of.lead !== undefined && { lead: of.lead }),
            counts: read.counts,
            files: (chosen as readonly ChosenFile[]).map(({ file, name }) => ({ file, name })),
          },
        })
      },
      after: ({ id }) => go({ to: addressOfMeeting(year, id) }),
    },
  )
  return (
    <FormModal form={form} title={`录入${of.name}的计票结果`} confirm="录入" width={720} onClose={onClose}>
      <FormFields of={form} only={['heldOn', 'place']} className="two-fields" />
      <FormFields of={form} only={['teller', 'scrutineer']} className="two-fields" />
      <FormFields of={form} only={['counts', 'files']} />
    </FormModal>
  )
}

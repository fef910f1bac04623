import { textField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Meeting } from './meetingTypes.ts'

interface Props {
  readonly year: number
  readonly meeting: Meeting
  readonly onClose: () => void
}

const fields = {
  dice: textField('骰子点数', {
    max: 200,
    hint: '当众掷8次以上，按先后填写，如 31415265。',
    focus: true,
    code: true,
  }),
}

/** Draws the order of an agenda from dice thrown in front of everybody. */
export function DrawOrder({ year, meeting, onClose }: Props) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/agenda-draw', { done: '次序已由抽签排定' })
  const form = useForm(fields, {
    acts: [act],
    send: ({ dice }) =>
      act.run({ params: { year, meeting: meeting.id }, body: { dice, revision: meeting.revision } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title="抽签排定次序"
      confirm="排定次序"
      what={<p>次序由名单和点数算出，谁都可以复算；现在的次序随之改变。</p>}
      onClose={onClose}
    />
  )
}

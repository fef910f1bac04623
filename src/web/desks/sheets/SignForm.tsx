import { choiceField, textField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Sheet } from './sheetTypes.ts'

const hint = '登记后核查情况生效，单位可以答复。'
const fields = {
  kind: choiceField('单位签字的情况', {
    look: 'bare',
    options: [
      { value: 'paper', label: '单位已在纸质表上签字' },
      { value: 'refused', label: '单位拒绝签字' },
    ],
  }),
  name: textField('签字人姓名', { max: 200, lines: 1, hint }),
  reason: textField('拒签的情况和理由', { max: 2000, lines: 3, hint }),
}

/** Records the unit's signature afterwards, by the inspectors: signed on paper, or refused with the reason stated. */
export function SignForm({ year, sheet }: { readonly year: number; readonly sheet: Sheet }) {
  const act = useAct('POST /api/years/:year/sheets/:sheet/unit-signature', { done: '签字情况已登记' })
  const form = useForm(fields, {
    start: { kind: 'paper' },
    hidden: ({ kind }) => [kind === 'paper' ? 'reason' : 'name'],
    acts: [act],
    send: ({ kind, name, reason }) => {
      const unit = kind === 'paper' ? { kind, name } : { kind, reason }
      return act.run({ params: { year, sheet: sheet.sheet }, body: { unit, revision: sheet.revision } })
    },
  })
  return <InlineForm form={form} className="sheet-form" confirm="登记" />
}

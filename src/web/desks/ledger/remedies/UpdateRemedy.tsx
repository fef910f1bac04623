import { remedyFields } from '../../../../contract/ledger/ledgerFields.ts'
import { choiceField, textField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { type ChosenEntry, EntrySelect, toChosenEntry } from '../../../kit/EntrySelect.tsx'
import { type ChosenFile, FileBox } from '../../../kit/files/FileBox.tsx'
import { ownField } from '../../../kit/form/formValues.ts'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Remedy } from '../ledgerTypes.ts'

/** Updates measures, deadline, progress and evidence; the evidence is ledger entries, so that nothing is submitted twice. */
export function UpdateRemedy({ year, of }: { readonly year: number; readonly of: Remedy }) {
  const at = { year, unit: of.unit }
  const terms = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  const act = useAct('POST /api/years/:year/units/:unit/remedies/:remedy', { done: '已保存' })
  const fields = {
    measure: remedyFields.measure,
    deadline: remedyFields.deadline,
    state: choiceField('进展', {
      look: 'radio',
      options: (terms.data?.states ?? []).map(({ state, name }) => ({ value: state, label: name })),
    }),
    result: textField('结果', { max: 2000, lines: 2, optional: true }),
    evidence: ownField<readonly ChosenEntry[]>({
      label: '佐证：已登记的台账（可不选）',
      start: [],
      show: control => <EntrySelect {...control} at={at} />,
    }),
    files: ownField<readonly ChosenFile[]>({
      label: '佐证：附件（可不附，照片不是必需的）',
      start: [],
      show: ({ value, onChange }) => <FileBox label="附件" value={value} onChange={onChange} at={at} />,
    }),
  }
  const form = useForm(fields, {
    keep: `remedy.${of.id}`,
    start: {
      measure: of.measure,
      deadline: of.deadline ?? '',
      state: of.state,
      result: of.result,
      evidence: of.entries.map(toChosenEntry),
      files: of.files.map(({ file, name, size, type, takenOn }) => ({
        file,
        name,
        size,
        type,
        takenOn,
      })),
    },
    acts: [act],
    send: ({ files, evidence, ...sent }) => {
      const body = {
        ...sent,
        entries: evidence.map(one => one.value),
        files: files.map(({ file, name }) => ({ file, name })),
        revision: of.revision,
      }
      return act.run({ params: { ...at, remedy: of.id }, body })
    },
  })
  return (
    <InlineForm
      form={form}
      className="entry-form"
      confirm="保存"
      noticeBelow
      foot="entry-send buttons-level"
    />
  )
}

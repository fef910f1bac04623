import { claimFields, progressFields } from '../../../contract/rectify/rectifyFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { type ChosenEntry, EntrySelect } from '../../kit/EntrySelect.tsx'
import { type ChosenFile, FileBox } from '../../kit/files/FileBox.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import type { Problem } from './rectifyTypes.ts'

interface Props {
  readonly of: Problem
  readonly what: 'progress' | 'claim'
  readonly onClose: () => void
}

/** Reports progress or completion. The evidence is entries of the ledger of this year or the next, so that nothing is uploaded twice; files only where no entry has them. */
export function EvidenceForm({ of, what, onClose }: Props) {
  const { year, unit } = of
  const years = useAnswer('GET /api/years', {})
  const hasNext = years.data?.years.some(one => one.year === year + 1) === true
  const done = what === 'claim' ? '已报告，等待复查' : '进展已登记'
  const progress = useAct('POST /api/years/:year/units/:unit/problems/:problem/progress', { done })
  const claim = useAct('POST /api/years/:year/units/:unit/problems/:problem/claim', { done })
  const act = what === 'claim' ? claim : progress
  const fields = {
    text: what === 'claim' ? claimFields.text : progressFields.text,
    evidence: ownField<readonly ChosenEntry[]>({
      label: '佐证：已登记的台账（可不选）',
      start: [],
      show: control => <EntrySelect {...control} at={{ year, unit }} withNext={hasNext} />,
    }),
    files: ownField<readonly ChosenFile[]>({
      label: '佐证：台账里没有的附件（可不附）',
      start: [],
      show: ({ value, onChange }) => (
        <FileBox label="附件" value={value} onChange={onChange} at={{ year, unit }} />
      ),
    }),
  }
  const form = useForm(fields, {
    keep: `${what}.${of.id}`,
    acts: [act],
    send: ({ files, evidence, ...sent }) => {
      const body = {
        ...sent,
        entries: evidence.map(one => one.value),
        files: files.map(({ file, name }) => ({ file, name })),
        revision: of.revision,
      }
      return act.run({ params: { year, unit, problem: of.id }, body })
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={what === 'claim' ? '报告整改完成' : '报告进展'}
      confirm="报告"
      what={
        what === 'claim' &&
        of.extensionUntil !== undefined && <p>延期申请还没有答复；报告整改完成，申请随之撤回。</p>
      }
      onClose={onClose}
    />
  )
}

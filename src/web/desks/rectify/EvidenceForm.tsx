import { claimFields, progressFields } from '../../../contract/rectify/rectifyFields.ts'
import { choicesField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { type ChosenFile, FileBox } from '../../kit/files/FileBox.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import { printDay } from '../../kit/printDay.ts'
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
  const entries = useAnswer('GET /api/years/:year/units/:unit/entries', { params: { year, unit } })
  const next = useAnswer(
    'GET /api/years/:year/units/:unit/entries',
    { params: { year: year + 1, unit } },
    { when: hasNext },
  )
  const known = [...(next.data?.entries ?? []), ...(entries.data?.entries ?? [])]
  const done = what === 'claim' ? '已报告，等待复查' : '进展已登记'
  const progress = useAct('POST /api/years/:year/units/:unit/problems/:problem/progress', { done })
  const claim = useAct('POST /api/years/:year/units/:unit/problems/:problem/claim', { done })
  const act = what === 'claim' ? claim : progress
  const fields = {
    text: what === 'claim' ? claimFields.text : progressFields.text,
    entries: choicesField('佐证：已登记的台账（可不选）', {
      options: known
        .filter(({ state }) => state === 'inForce')
        .map(({ id, title, happenedOn }) => ({ value: id, label: `${title}（${printDay(happenedOn)}）` })),
      optional: true,
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
    send: ({ files, ...sent }) => {
      const body = { ...sent, files: files.map(({ file, name }) => ({ file, name })), revision: of.revision }
      return act.run({ params: { year, unit, problem: of.id }, body })
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={what === 'claim' ? '报告整改完成' : '报告进展'}
      confirm="报告"
      onClose={onClose}
    />
  )
}

import { useNavigate } from '@tanstack/react-router'
import { problemFields } from '../../../contract/rectify/rectifyFields.ts'
import { choicesField } from '../../../contract/shape/field.ts'
import { problemStandingNames } from '../../../domain/campaign/rectify/problemState.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { type Problem, problemAt } from './rectifyTypes.ts'

interface Props {
  readonly of: Problem
  readonly onClose: () => void
}

/** Merges a draft with others of the same unit under new words, and goes to what became of them. */
export function MergeForm({ of: { year, unit, unitName, id, text }, onClose }: Props) {
  const navigate = useNavigate()
  const filter = JSON.stringify({ unit: [unitName], standing: [problemStandingNames.drafted] })
  const drafts = useAnswer('GET /api/years/:year/problems', {
    params: { year },
    query: { page: '0', filter },
  })
  const act = useAct('POST /api/years/:year/units/:unit/problems/merge', { done: '已合并，待研究审核' })
  const options = (drafts.data?.problems ?? []).flatMap(one =>
    one.id === id || one.unit !== unit ? [] : [{ value: one.id, label: one.text }],
  )
  const fields = {
    others: choicesField('与这个单位的哪些草稿合并', { options, lacks: '请选择要合并的草稿。' }),
    ...problemFields,
  }
  const form = useForm(fields, {
    keep: `merge.${id}`,
    start: { text },
    acts: [act],
    send: async sent => {
      const body = { text: sent.text, problems: [id, ...sent.others] }
      const answer = await act.run({ params: { year, unit }, body })
      if (answer !== undefined && answer.id !== id) await navigate({ to: problemAt(year, answer) })
      return answer
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title="合并问题"
      confirm="合并"
      what={
        drafts.data !== undefined && options.length === 0 ? (
          <p>这个单位没有别的草稿可以合并。</p>
        ) : (
          <p>合并成一个问题，依据并在一起；已有的审核意见作废，重新审核。</p>
        )
      }
      onClose={onClose}
    />
  )
}

import { useNavigate } from '@tanstack/react-router'
import { choiceField, numberField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { VersionHead } from '../schemeTypes.ts'

interface Props {
  readonly from: VersionHead
  readonly onClose: () => void
}

/** Starts a new draft for the same year or another one. */
export function NewDraftModal({ from: { version, number, cycle }, onClose }: Props) {
  const navigate = useNavigate()
  const act = useAct('POST /api/schemes/:version/drafts', { done: '草案已建立' })
  const fields = {
    use: choiceField('用于', {
      look: 'radio',
      options: [
        { value: 'same', label: `仍是${cycle}年度` },
        { value: 'other', label: '另一年度' },
      ],
    }),
    cycle: numberField('考核年度', { min: 1949, max: 2999 }),
  }
  const form = useForm(fields, {
    start: { use: 'same', cycle: cycle + 1 },
    hidden: ({ use }) => (use === 'same' ? ['cycle'] : []),
    acts: [act],
    send: sent => act.run({ params: { version }, body: sent.use === 'other' ? { cycle: sent.cycle } : {} }),
    after: made => navigate({ to: `/schemes/${made.version}/edit` }),
  })
  return (
    <FormModal
      form={form}
      title={`由第${number}版另起草案`}
      confirm="建立草案"
      what={<p>第{number}版保持不变。草案改好、检查无误后印发，就是新的一版。</p>}
      onClose={onClose}
    />
  )
}

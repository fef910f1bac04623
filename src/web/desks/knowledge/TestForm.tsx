import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { countFields, testFields } from '../../../contract/knowledge/knowledgeFields.ts'
import { choiceField, quarterOptions } from '../../../contract/shape/field.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'

interface Props {
  readonly year: number
  readonly taken: readonly number[]
  readonly bank: CallAnswer<'GET /api/years/:year/tests'>['bank']
  readonly onClose: () => void
}

const WANTED = { single: 10, multiple: 5, judge: 5 }

/** Organizes a test: quarter, time, pass mark, and number of questions of each kind. */
export function TestForm({ year, taken, bank, onClose }: Props) {
  const act = useAct('POST /api/years/:year/tests', { done: '测试已建立，接下来制卷' })
  const free = quarterOptions.filter(({ value }) => !taken.includes(value))
  const withBank = (kind: keyof typeof bank) => ({
    ...countFields[kind],
    label: `${countFields[kind].label}（题库有${bank[kind]}道）`,
  })
  const fields = {
    quarter: choiceField('季度', { options: free }),
    ...testFields,
    single: withBank('single'),
    multiple: withBank('multiple'),
    judge: withBank('judge'),
  }
  const form = useForm(fields, {
    start: ({ quarter = free.at(-1)?.value ?? 4 }) => ({
      quarter,
      minutes: 10,
      passPercent: 60,
      graceMinutes: 10,
      name: `${year}年${printQuarter(Number(quarter))}基本知识测试`,
      single: Math.min(WANTED.single, bank.single),
      multiple: Math.min(WANTED.multiple, bank.multiple),
      judge: Math.min(WANTED.judge, bank.judge),
    }),
    acts: [act],
    send: ({ single, multiple, judge, ...sent }) =>
      act.run({ params: { year }, body: { ...sent, counts: { single, multiple, judge } } }),
    after: onClose,
  })
  return (
    <FormModal form={form} title="组织知识测试" confirm="建立" onClose={onClose}>
      <FormFields
        of={form}
        only={['quarter', 'minutes', 'passPercent', 'graceMinutes']}
        className="knowledge-fields side-by-side"
      />
      <FormFields of={form} only={['name']} />
      <FormFields
        of={form}
        only={['single', 'multiple', 'judge']}
        className="knowledge-fields side-by-side"
      />
    </FormModal>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { roundFields } from '../../../contract/rounds/roundsFields.ts'
import { choiceField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { addressOfRound } from './roundWords.ts'
import type { Rounds } from './roundTypes.ts'

const QUARTERS = [
  { value: 1, label: '第一季度', end: '03-31' },
  { value: 2, label: '第二季度', end: '06-30' },
  { value: 3, label: '第三季度', end: '09-30' },
  { value: 4, label: '第四季度', end: '12-31' },
] as const
const WHICH = [
  { value: 'all', label: '全部考核单位' },
  { value: 'supervised', label: '上年度列为重点督查的单位' },
] as const
const fields = {
  which: choiceField('核查哪些单位', { look: 'radio', options: WHICH }),
  quarter: choiceField('季度', { options: QUARTERS }),
  ...roundFields,
}

/** Creates a round: quarter, name and window; its plan comes next. */
export function NewRound({ rounds }: { readonly rounds: Rounds }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        拟定轮次
      </Button>
      {open && <RoundForm rounds={rounds} onClose={() => setOpen(false)} />}
    </>
  )
}

function RoundForm({ rounds, onClose }: { readonly rounds: Rounds; readonly onClose: () => void }) {
  const { year } = rounds
  const act = useAct('POST /api/years/:year/rounds', { done: '轮次已拟定' })
  const go = useNavigate()
  const next = QUARTERS.find(({ value }) => !rounds.rounds.some(one => one.quarter === value)) ?? QUARTERS[3]
  const form = useForm(fields, {
    // The last month of the quarter, to begin with.
    start: ({ quarter = next.value, which = 'all' }) => {
      const { label, end } = QUARTERS[Number(quarter) - 1]!
      return {
        which,
        quarter,
        name: which === 'all' ? `${label}核查` : `${label}重点督查单位加查`,
        from: `${year}-${end.slice(0, 2)}-01`,
        to: `${year}-${end}`,
      }
    },
    acts: [act],
    send: ({ which, ...body }) =>
      act.run({ params: { year }, body: { ...body, supervised: which === 'supervised' } }),
    after: ({ id }) => go({ to: addressOfRound(year, id) }),
  })
  return (
    <FormModal form={form} title="拟定轮次" confirm="拟定" waits={!form.isComplete} onClose={onClose}>
      {rounds.supervised.length > 0 && (
        <>
          <FormFields of={form} only={['which']} />
          <p className="soft">上年度列为重点督查的：{rounds.supervised.join('、')}</p>
        </>
      )}
      <FormFields of={form} only={['quarter', 'name']} />
      <FormFields of={form} only={['from', 'to']} className="two-fields" />
    </FormModal>
  )
}

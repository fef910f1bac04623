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
const fields = { quarter: choiceField('季度', { options: QUARTERS }), ...roundFields }

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
    start: ({ quarter = next.value }) => {
      const { label, end } = QUARTERS[Number(quarter) - 1]!
      return {
        quarter,
        name: `${label}核查`,
        from: `${year}-${end.slice(0, 2)}-01`,
        to: `${year}-${end}`,
      }
    },
    acts: [act],
    send: body => act.run({ params: { year }, body }),
    after: ({ id }) => go({ to: addressOfRound(year, id) }),
  })
  return (
    <FormModal form={form} title="拟定轮次" confirm="拟定" waits={!form.isComplete} onClose={onClose}>
      <FormFields of={form} only={['quarter', 'name']} />
      <FormFields of={form} only={['from', 'to']} className="two-fields" />
    </FormModal>
  )
}

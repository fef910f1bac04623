import { Button } from 'antd'
import { amendFields } from '../../../../contract/routine/routineFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { FaultKind, FaultRecord } from '../routineTypes.ts'

interface Props {
  readonly year: number
  readonly record: FaultRecord
  readonly faults: readonly FaultKind[]
  readonly onClose: () => void
}

/** Corrects or withdraws a record, always with a reason; the old one stays visible. */
export function AmendRecord({ year, record, faults, onClose }: Props) {
  const correct = useAct('POST /api/years/:year/routine/records/:record/correct', { done: '已更正' })
  const withdraw = useAct('POST /api/years/:year/routine/records/:record/withdraw', { done: '已撤回' })
  const { counter, note, revision } = record
  const params = { year, record: record.id }
  const options = faults.map(fault => ({ value: fault.counter, label: fault.name }))
  const form = useForm(
    { ...amendFields, counter: { ...amendFields.counter, options } },
    {
      start: { counter, note },
      acts: [correct, withdraw],
      send: sent => correct.run({ params, body: { ...sent, revision } }),
      after: onClose,
    },
  )
  const isSame = form.values.counter === counter && form.values.note.trim() === note
  return (
    <FormModal
      form={form}
      title={`更正${record.unitName}：${record.name}`}
      confirm="保存更正"
      waits={isSame}
      aside={
        <Button
          danger
          loading={withdraw.busy}
          onClick={() => form.submitBy(({ reason }) => withdraw.run({ params, body: { reason, revision } }))}
        >
          撤回这一条
        </Button>
      }
      onClose={onClose}
    />
  )
}

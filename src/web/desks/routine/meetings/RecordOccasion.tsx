import { Button } from 'antd'
import { occasionFields } from '../../../../contract/routine/routineFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { ownField } from '../../../kit/form/formValues.ts'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { RoutineLedger } from '../routineTypes.ts'
import { FaultPicker, type PickedFault, sentFaults } from './FaultPicker.tsx'

interface Props {
  readonly ledger: RoutineLedger
  readonly onClose: () => void
}

/** Records a meeting or return: what and when, then everyone absent or late. Input survives a reload. */
export function RecordOccasion({ ledger, onClose }: Props) {
  const { year, today, faults } = ledger
  const act = useAct('POST /api/years/:year/routine/occasions', { done: '已登记' })
  const fields = {
    ...occasionFields,
    heldOn: { ...occasionFields.heldOn, until: today },
    records: ownField<readonly PickedFault[]>({ start: [], show: () => null }),
  }
  const form = useForm(fields, {
    keep: `occasion.${year}`,
    start: { kind: 'meeting', heldOn: today },
    acts: [act],
    send: ({ records, ...sent }) =>
      act.run({ params: { year }, body: { ...sent, records: sentFaults(records) } }),
    after: onClose,
  })
  const { kind, records } = form.values
  return (
    <InlineForm
      form={form}
      className="record-occasion"
      label="登记一次会议或报送"
      confirm={records.length === 0 ? '登记，没有缺席和迟报' : `登记${records.length}条`}
      foot="record-acts"
      aside={<Button onClick={onClose}>收起</Button>}
    >
      <FormFields
        of={{
          ...form,
          change: part => form.change(part.kind === undefined ? part : { ...part, records: [] }),
        }}
        only={['kind', 'name', 'heldOn']}
        now={kind === 'meeting' ? {} : { heldOn: { label: '应报日期' } }}
        className="record-what side-by-side"
      />
      <FaultPicker
        year={year}
        faults={faults.filter(fault => kind !== '' && fault.kinds.includes(kind))}
        picked={records}
        onChange={picked => form.change({ records: picked })}
      />
    </InlineForm>
  )
}

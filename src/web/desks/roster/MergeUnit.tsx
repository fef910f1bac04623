import { mergerFields } from '../../../contract/roster/rosterFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { RosterUnit, UnitDetail } from './rosterTypes.ts'

interface Props {
  readonly year: number
  readonly unit: UnitDetail
  readonly units: readonly RosterUnit[]
  readonly onClose: () => void
}

/** Merges this unit into another from a given day: this unit closes, the other continues with its earlier results. */
export function MergeUnit({ year, unit: { id, name, revision }, units, onClose }: Props) {
  const act = useAct('POST /api/years/:year/roster/:unit/merger', { done: '单位已并入' })
  const others = units.filter(one => one.id !== id && one.closesOn === undefined)
  const form = useForm(
    { ...mergerFields, into: { ...mergerFields.into, units: others } },
    {
      acts: [act],
      send: sent => act.run({ params: { year, unit: id }, body: { revision, ...sent } }),
      after: onClose,
    },
  )
  return (
    <FormModal
      form={form}
      title={`“${name}”并入其他单位`}
      confirm="并入"
      what={
        <p>“{name}”自所选日期起撤销，不再列入考核；历年结果由并入的单位接续。已有的事实仍留在原单位名下。</p>
      }
      onClose={onClose}
    />
  )
}

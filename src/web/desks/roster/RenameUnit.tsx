import { renameFields } from '../../../contract/roster/rosterFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { UnitDetail } from './rosterTypes.ts'

interface Props {
  readonly year: number
  readonly unit: UnitDetail
  readonly onClose: () => void
}

/** Renames a unit from a given day; the former name is kept. */
export function RenameUnit({ year, unit: { id, name, revision }, onClose }: Props) {
  const act = useAct('POST /api/years/:year/roster/:unit/name', { done: '单位已改名' })
  const form = useForm(renameFields, {
    start: { name },
    acts: [act],
    send: sent => act.run({ params: { year, unit: id }, body: { revision, ...sent } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`“${name}”改名`}
      confirm="改名"
      what={<p>单位编号、事实和历年结果不变，原名称作为曾用名保留。名称录错的，请用“修改”。</p>}
      onClose={onClose}
    />
  )
}

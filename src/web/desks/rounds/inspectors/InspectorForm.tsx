import { activeField, inspectorFields } from '../../../../contract/rounds/roundsFields.ts'
import { choiceField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Inspector, Inspectors } from '../roundTypes.ts'

interface Props {
  readonly year: number
  readonly list: Inspectors
  readonly of: Inspector | undefined
  readonly onClose: () => void
}

/** Edits an inspector: name, home unit, another group to avoid, account. */
export function InspectorForm({ year, list, of, onClose }: Props) {
  const units = useAnswer('GET /api/years/:year/roster', { params: { year } }).data?.units ?? []
  const add = useAct('POST /api/years/:year/inspectors', { done: '已增加' })
  const edit = useAct('PUT /api/years/:year/inspectors/:inspector', { done: '已保存' })
  const accounts = [
    ...(of?.account === undefined ? [] : [{ value: of.account, label: of.username ?? '现有账号' }]),
    ...list.accounts.map(one => ({ value: one.id, label: `${one.name}（${one.username}）` })),
  ]
  const fields = {
    name: inspectorFields.name,
    homeUnit: { ...inspectorFields.homeUnit, units },
    leadGroup: {
      ...inspectorFields.leadGroup,
      units: units.filter(unit => units.some(other => other.leadUnit === unit.id)),
    },
    account: choiceField('账号', {
      look: 'search',
      optional: true,
      options: accounts,
      none: '没有账号',
      empty: '没有可选的核查组账号',
      hint: '用手机填核查表要有账号；在“账号”中开设核查组账号后，这里可选。',
    }),
    active: activeField,
  }
  const form = useForm(fields, {
    start: {
      name: of?.name ?? '',
      homeUnit: of?.homeUnit ?? '',
      leadGroup: of?.leadGroup ?? '',
      account: of?.account ?? '',
      active: of?.active ?? true,
    },
    hidden: () => (of === undefined ? ['active'] : []),
    acts: [add, edit],
    send: async ({ active, ...sent }) =>
      of === undefined
        ? add.run({ params: { year }, body: { inspectors: [sent] } })
        : edit.run({ params: { year, inspector: of.id }, body: { revision: of.revision, ...sent, active } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={of === undefined ? '增加核查人员' : `修改：${of.name}`}
      confirm="保存"
      waits={!form.isComplete}
      onClose={onClose}
    />
  )
}

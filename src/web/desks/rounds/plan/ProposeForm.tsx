import { App } from 'antd'
import { proposalFields } from '../../../../contract/rounds/roundsFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Plan } from '../roundTypes.ts'

interface Props {
  readonly plan: Plan
  readonly onClose: () => void
}

/** Asks for a proposed plan: team size, units per day, number of others to share units with, and the seed. */
export function ProposeForm({ plan: { round, assignments }, onClose }: Props) {
  const { message } = App.useApp()
  const { year, id, revision, teamSize, perDay, overlap, seed } = round
  const act = useAct('POST /api/years/:year/rounds/:round/proposal')
  const form = useForm(proposalFields, {
    start: { teamSize: teamSize === 3 ? 3 : 2, perDay, overlap, seed },
    acts: [act],
    send: sent => act.run({ params: { year, round: id }, body: { revision, ...sent } }),
    after: ({ placed, unplaced }) => {
      const left = unplaced > 0 ? `，还有${unplaced}个没有排上` : ''
      void message.success(`已排上${placed}个单位${left}`)
      onClose()
    },
  })
  return (
    <FormModal
      form={form}
      title="由程序拟定安排"
      confirm={assignments.length > 0 ? '重新拟定' : '拟定'}
      what={
        assignments.length > 0 && (
          <p>重新拟定会替换现有的 {assignments.length} 项安排，人工调整的也不保留。</p>
        )
      }
      onClose={onClose}
    >
      <FormFields of={form} only={['teamSize', 'perDay']} className="two-fields" />
      <FormFields of={form} only={['overlap', 'seed']} />
    </FormModal>
  )
}
